using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Endpoints;

/// <summary>
/// Gathers what goes into an annotated copy: the one place for the web and the command line, so that both give the same bytes.
/// </summary>
internal sealed class AnnotatedCopies(SpeechStore speeches, AnnotationStore annotations, SiteAddress site)
{
    /// <summary>What anyone may see.</summary>
    public const string Public = "public";

    /// <summary>That and one's own private notes.</summary>
    public const string Mine = "mine";

    /// <summary>Reads an audience as it is asked for.</summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.NotSignedIn"/> for <c>mine</c> where nobody is, <see cref="ErrorKind.NotFound"/> for a group,
    /// <see cref="ErrorKind.Refused"/> for any other word.
    /// </exception>
    public static string Audience(string? asked, Actor? actor) => asked switch
    {
        null or "" or Public => Public,
        Mine => actor is not null
            ? Mine
            : throw new SpeechesError(ErrorKind.NotSignedIn, "Sign in to take your own private notes with you; the public copy needs no account."),
        _ when asked.StartsWith("group:", StringComparison.Ordinal) => throw new SpeechesError(ErrorKind.NotFound, "There is no such group."),
        _ => throw new SpeechesError(ErrorKind.Refused, "The audience of a copy must be public or mine.", "audience"),
    };

    /// <summary>The speech.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/>.</exception>
    public async Task<Speech> Find(string slug) =>
        await speeches.Find(slug) ?? throw new SpeechesError(ErrorKind.NotFound, "There is no speech under this address.");

    /// <summary>Makes a copy.</summary>
    /// <param name="speech">As <see cref="Find"/> gave it.</param>
    /// <param name="version">The version of the text; null for the current one.</param>
    /// <param name="audience">As <see cref="Audience"/> gave it.</param>
    /// <param name="actor">Whose private notes go with <see cref="Mine"/>.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/> where there is no such version.</exception>
    public async Task<AnnotatedCopy> Make(Speech speech, int? version, string audience, Actor? actor)
    {
        var text = await speeches.Text(speech.Id, version)
            ?? throw new SpeechesError(ErrorKind.NotFound, $"This speech has no version {version}; the current one is {speech.Version}.");
        var threads = await annotations.Threads(speech.Id, audience == Mine ? actor : null, version: text.Version);
        return new AnnotatedCopy
        {
            Speech = speech,
            Text = text,
            Threads = threads,
            Audience = audience,
            Address = site.Speech(speech.Slug),
            Made = LastChange(speech, text, threads),
        };
    }

    /// <summary>
    /// The date a copy bears: when what is in it last changed. The same content then gives the same bytes whenever and wherever the
    /// copy is made, and a reader learns how recent the annotations are rather than when a button was pressed.
    /// </summary>
    private static DateTimeOffset LastChange(Speech speech, SpeechText text, IEnumerable<AnnotationThread> threads) =>
        threads.SelectMany(thread => thread.Replies.Prepend(thread.Root))
            .SelectMany(annotation => new[] { annotation.Created, annotation.Modified, annotation.Deleted, annotation.Resolution?.At, annotation.Carriage?.Decided })
            .Concat([speech.Created, text.Imported])
            .Max() ?? speech.Created;
}
