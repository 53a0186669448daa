using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Annotations;

/// <summary>A reply to a thread.</summary>
internal sealed class ReplyModel(SpeechStore speeches, AnnotationStore annotations) : ComposerPage(speeches, annotations)
{
    private Audience _audience = Audience.Public;

    /// <summary>The empty form.</summary>
    public Task<IActionResult> OnGet(string id) => Ask(async actor =>
    {
        var thread = await Annotations.Thread(id, actor);
        About = (thread.Root.Body, null);
        _audience = thread.Root.Audience;
        return Show(Compose(id) with { Title = $"Reply to {thread.Root.Author.Name}" });
    });

    /// <summary>Adds it.</summary>
    public Task<IActionResult> OnPost(string id) => Attempt(refusal => Show(Compose(id), refusal), async actor =>
    {
        _audience = (await Annotations.Find(id, actor)).Audience;
        if (Preview)
            return ShowPreview(Compose(id));
        var reply = await Annotations.Reply(actor, id, Typed(Body));
        return await Done(reply, reply.Id, "Your reply was posted.");
    });

    private Composer Compose(string id) => new()
    {
        Id = $"reply-{id}",
        Action = $"/annotations/{id}/replies",
        Title = "Reply",
        Submit = "Reply",
        Back = $"/annotations/{id}",
        Body = Typed(Body),
        Readers = _audience.Group is { } group ? $"Only the members of {group} will see it."
            : _audience == Audience.Private ? "Only you will see it." : null,
    };
}
