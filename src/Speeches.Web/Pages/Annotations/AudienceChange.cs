using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Annotations;

/// <summary>What another audience would mean for a thread, in words.</summary>
/// <param name="thread">As its author sees it.</param>
/// <param name="after">The audience that is wanted, another than now, with the group's key.</param>
/// <param name="groups">The author's groups.</param>
internal sealed class AudienceChange(AnnotationThread thread, Audience after, IReadOnlyList<Group> groups)
{
    private readonly Audience _before = thread.Root.Audience;

    /// <summary>An audience with its group's name and key; null where the person does not write in that group.</summary>
    public static Audience? Known(IReadOnlyList<Group> groups, Audience audience) => audience.Group is not { } name ? audience
        : groups.FirstOrDefault(one => one.Archived is null && string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)) is { } group
            ? Audience.OfGroup(group.Name, group.Id) : null;

    /// <summary>Who gains sight, who loses it, and what follows.</summary>
    public IEnumerable<string> Consequences()
    {
        yield return after == Audience.Public ? "Everybody will be able to read it, signed in or not."
            : after.Group is null ? "Only you will be able to read it."
            : $"{Members(after)} will be able to read it.";
        if (Losing() is { } losing)
            yield return $"{losing} no longer can, and copies already made keep it.";
        var others = thread.Replies.Count(reply => reply.Author.Id != thread.Root.Author.Id);
        if (others > 0)
            yield return $"{(others == 1 ? "1 reply by somebody else follows" : $"{others} replies by others follow")}: who reads the thread reads {(others == 1 ? "it" : "them")} too"
                + (Losing() is null ? "." : $", and who wrote {(others == 1 ? "it" : "them")} may lose sight of {(others == 1 ? "it" : "them")}.");
        if (_before != Audience.Private && after.Group is not null || after == Audience.Public)
        {
            if (thread.Replies.Prepend(thread.Root).Any(annotation => annotation.Modified is not null))
                yield return "Earlier wordings of what was edited can be looked up by who can read it.";
        }
    }

    private string? Losing() => _before == Audience.Private || after == Audience.Public ? null
        : _before == Audience.Public ? "Everybody else"
        : after.Group is null ? $"The other members of {_before.Group}"
        : $"Members of {_before.Group} who are not in {after.Group}";

    private string Members(Audience audience) => groups.First(group => group.Id == audience.GroupId).MemberCount switch
    {
        1 => $"You alone, as the only member of {audience.Group} so far,",
        var count => $"The {count} members of {audience.Group}",
    };
}
