using System.Security.Cryptography;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Importing;

/// <summary>What came of an uploaded file.</summary>
/// <param name="Result">As an import tells it; <see cref="ImportStatus.Imported"/> where there is a draft now.</param>
/// <param name="Draft">The draft, or null.</param>
/// <param name="Like">A speech of the library that is like it, or null.</param>
internal sealed record Upload(ImportResult Result, DraftItem? Draft, LikeSpeech? Like);

/// <summary>From a file to a draft to a speech of the library.</summary>
internal sealed class Drafting(SourceReader reader, DraftStore drafts, SpeechStore speeches, PublishingStore publishing)
{
    /// <summary>Reads a file and keeps it as a draft, unless the library has the same bytes. A file that cannot be read leaves nothing.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Unavailable"/> where nothing can be read or stored at all.</exception>
    public async Task<Upload> Add(Actor owner, IFormFile file, string? language, CancellationToken stop)
    {
        var read = await reader.Read(file, language, stop, withLines: true);
        var result = read.Preview();
        if (result.Error is not null)
            return new Upload(result, null, null);
        var source = read.Source.ToArray();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(source));
        var like = await speeches.Like(read.Speech!, sha256);
        if (like is { Kind: Likeness.SameBytes })
            return new Upload(result with { Status = ImportStatus.Unchanged, Slug = like.Slug, Version = like.Version }, null, like);
        try
        {
            var draft = await drafts.Add(owner, read.Speech!, read.Lines, new SourceFile(read.File, read.MediaType!, source.Length, sha256), source);
            return new Upload(result, draft, like);
        }
        catch (SpeechesError error) when (error.Kind == ErrorKind.Refused)
        {
            return new Upload(result with { Status = ImportStatus.Failed, Error = ImportErrorJson.From(error) }, null, null);
        }
    }

    /// <summary>Puts a draft into the library and takes it from the drafts. Where the library has the same bytes it stays a draft.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="versionOf">The speech that it is another version of, or null for a speech of its own.</param>
    /// <param name="commentsFor">Who may see the comments that the file brings along, as annotations of the owner; null to leave them in it.</param>
    /// <returns>The address of what is there now.</returns>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.Conflict"/> where the library has the same bytes; and as <see cref="PublishingStore.Publish"/>.
    /// </exception>
    public async Task<string> Publish(Actor owner, Draft draft, string? versionOf, Audience? commentsFor)
    {
        var published = await publishing.Publish(owner, draft, versionOf, commentsFor);
        if (!published.IsNew)
        {
            throw new SpeechesError(ErrorKind.Conflict, published.Comments > 0
                ? "The library has this very file already; its comments were added to the speech that is there, and the draft is kept. Discard it, or change the header of that speech."
                : "The library has this very file already, so nothing was published and the draft is kept. Discard it, or change the header of the speech that is there.");
        }

        return versionOf is null ? $"/speeches/{published.Slug}" : $"/speeches/{published.Slug}/v/{published.Version}";
    }
}
