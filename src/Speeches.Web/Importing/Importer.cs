using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Importing;

/// <summary>Puts into the library what was read: whole, in one transaction, or not at all.</summary>
internal sealed class Importer(SpeechStore speeches, CommentStore comments)
{
    /// <summary>Stores what was read as a new speech. What failed to be read stays failed.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="commentsFor">Who takes over the comments that the file brings along, or null where they are left in it.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Unavailable"/> where nothing can be stored at all.</exception>
    public async Task<ImportResult> Store(ReadSource read, Actor? commentsFor = null)
    {
        var result = read.Preview();
        if (result.Error is not null)
            return result;
        var added = await speeches.Add(read.Speech!, SourceName.Of(read.File), read.MediaType!, read.Source);
        if (added.Like is { } like)
            result = result with { Diagnostics = [.. result.Diagnostics, LikeRemark.Of(like)] };
        if (commentsFor is not null && read.Speech!.Comments is { Count: > 0 } found)
            result = result with { Comments = result.Comments with { Imported = await comments.Add(commentsFor, added.Slug, added.Version, found) } };
        return result with { Status = added.IsNew ? ImportStatus.Imported : ImportStatus.Unchanged, Slug = added.Slug, Version = added.Version };
    }
}
