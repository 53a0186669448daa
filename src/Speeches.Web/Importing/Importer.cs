using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Importing;

/// <summary>Puts into the library what was read: whole, in one transaction, or not at all.</summary>
internal sealed class Importer(SpeechStore speeches, CommentStore comments)
{
    /// <summary>Stores what was read as a new speech. What failed to be read stays failed.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="commentsFor">Who takes over the comments that the file brings along, or null where they are left in it.</param>
    /// <param name="audience">Who may see them then; null for everybody.</param>
    /// <param name="by">Who imports it, or null; they are not told of it.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Unavailable"/> where nothing can be stored at all.</exception>
    public async Task<ImportResult> Store(ReadSource read, Actor? commentsFor = null, Audience? audience = null, Actor? by = null)
    {
        var result = read.Preview();
        if (result.Error is not null)
            return result;
        var added = await speeches.Add(read.Speech!, SourceName.Of(read.File), read.MediaType!, read.Source, by);
        if (added.Like is { } like)
            result = result with { Diagnostics = [.. result.Diagnostics, LikeRemark.Of(like)] };
        result = result with { Status = added.IsNew ? ImportStatus.Imported : ImportStatus.Unchanged, Slug = added.Slug, Version = added.Version };
        return await WithComments(result, read, commentsFor, audience);
    }

    /// <summary>Stores what was read as the next version of a speech. What failed to be read stays failed.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="slug">The speech.</param>
    /// <param name="isTrial">Whether to say only what would come of it.</param>
    /// <param name="commentsFor">Who takes over the comments that the file brings along, or null where they are left in it.</param>
    /// <param name="audience">Who may see them then; null for everybody.</param>
    /// <param name="by">Who adds it, or null; they are not told of it.</param>
    /// <exception cref="SpeechesError">As <see cref="SpeechStore.AddVersion"/>, and where nothing can be stored at all.</exception>
    public async Task<ImportResult> StoreVersion(ReadSource read, string slug, bool isTrial = false, Actor? commentsFor = null, Audience? audience = null, Actor? by = null)
    {
        var result = read.Preview();
        if (result.Error is not null)
            return result;
        var (speech, name, format) = (read.Speech!, SourceName.Of(read.File), read.MediaType!);
        var added = await (isTrial
            ? speeches.TryVersion(slug, speech, name, format, read.Source)
            : speeches.AddVersion(slug, speech, name, format, read.Source, by));
        if (added.IsNew)
            result = result with { Annotations = CarriedJson.From(added.Carried) };
        if (isTrial && added.IsNew)
            return result;
        result = result with { Status = added.IsNew ? ImportStatus.Imported : ImportStatus.Unchanged, Slug = added.Slug, Version = added.Version };
        return await WithComments(result, read, commentsFor, audience);
    }

    private async Task<ImportResult> WithComments(ImportResult result, ReadSource read, Actor? commentsFor, Audience? audience) =>
        commentsFor is null || read.Speech!.Comments is not { Count: > 0 } found ? result : result with
        {
            Comments = result.Comments with { Imported = await comments.Add(commentsFor, result.Slug!, result.Version!.Value, found, audience ?? Audience.Public) },
        };
}
