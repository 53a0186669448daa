using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Endpoints;

/// <summary>
/// Gathers what goes into an annotated copy: the one place for the web and the command line, so that both give the same bytes.
/// </summary>
internal sealed class AnnotatedCopies(SpeechStore speeches, AnnotationStore annotations, GroupStore groups, SiteAddress site)
{
    /// <summary>What anyone may see.</summary>
    public const string Public = "public";

    /// <summary>That and one's own private notes.</summary>
    public const string Mine = "mine";

    /// <summary>That and the threads of a group, whose name follows.</summary>
    public const string OfGroup = "group:";

    /// <summary>Reads an audience as it is asked for; whether the actor belongs to the group is looked at when the copy is made.</summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.NotSignedIn"/> for <c>mine</c> where nobody is, <see cref="ErrorKind.NotFound"/> for a group where nobody is,
    /// <see cref="ErrorKind.Refused"/> for any other word.
    /// </exception>
    public static string Audience(string? asked, Actor? actor) => asked switch
    {
        null or "" or Public => Public,
        Mine => actor is not null
            ? Mine
            : throw new SpeechesError(ErrorKind.NotSignedIn, "Sign in to take your own private notes with you; the public copy needs no account."),
        _ when asked.StartsWith(OfGroup, StringComparison.Ordinal) => actor is not null ? asked : throw NoGroup(),
        _ => throw new SpeechesError(ErrorKind.Refused, "The audience of a copy must be public, mine, or group: and the name of one of your groups.", "audience"),
    };

    /// <summary>The speech.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/>.</exception>
    public async Task<Speech> Find(string slug) =>
        await speeches.Find(slug) ?? throw new SpeechesError(ErrorKind.NotFound, "There is no speech under this address.");

    /// <summary>Makes a copy.</summary>
    /// <param name="speech">As <see cref="Find"/> gave it.</param>
    /// <param name="version">The version of the text; null for the current one.</param>
    /// <param name="audience">As <see cref="Audience"/> gave it.</param>
    /// <param name="actor">Whose private notes go with <see cref="Mine"/>; who belongs to the group.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/> where there is no such version, or no such group of the actor's.</exception>
    public async Task<AnnotatedCopy> Make(Speech speech, int? version, string audience, Actor? actor)
    {
        var text = await speeches.Text(speech.Id, version)
            ?? throw new SpeechesError(ErrorKind.NotFound, $"This speech has no version {version}; the current one is {speech.Version}.");
        // Public ones go into every copy; of the others that the actor sees, those that were asked for.
        var group = await GroupOf(audience, actor);
        IReadOnlyList<AnnotationThread> threads = [.. (await annotations.Threads(speech.Id, audience == Public ? null : actor, version: text.Version))
            .Where(thread => thread.Root.Audience == Annotations.Audience.Public
                || (group is null ? thread.Root.Audience == Annotations.Audience.Private : thread.Root.Audience.GroupId == group.Id))];
        return new AnnotatedCopy
        {
            Speech = speech,
            Text = text,
            Threads = threads,
            Audience = group is null ? audience : OfGroup + group.Name,
            Address = site.Speech(speech.Slug),
            Made = LastChange(speech, text, threads),
        };
    }

    /// <summary>The group of an audience as <see cref="Audience"/> gave it; null where it is none of a group.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/> where the actor belongs to none of that name.</exception>
    public async Task<Group?> GroupOf(string audience, Actor? actor)
    {
        if (!audience.StartsWith(OfGroup, StringComparison.Ordinal))
            return null;
        var name = audience[OfGroup.Length..];
        return (await groups.Of(actor!)).Where(group => string.Equals(group.Name, name, StringComparison.OrdinalIgnoreCase)).ToList() is [var only]
            ? only : throw NoGroup();
    }

    private static SpeechesError NoGroup() => new(ErrorKind.NotFound, "There is no such group.");

    /// <summary>
    /// The date a copy bears: when what is in it last changed. The same content then gives the same bytes whenever and wherever the
    /// copy is made, and a reader learns how recent the annotations are rather than when a button was pressed.
    /// </summary>
    private static DateTimeOffset LastChange(Speech speech, SpeechText text, IEnumerable<AnnotationThread> threads) =>
        threads.SelectMany(thread => thread.Replies.Prepend(thread.Root))
            .SelectMany(annotation => new[] { annotation.Created, annotation.Modified, annotation.Tagged, annotation.Deleted, annotation.Resolution?.At, annotation.Carriage?.Decided })
            .Concat([speech.Created, text.Imported])
            .Max() ?? speech.Created;
}
