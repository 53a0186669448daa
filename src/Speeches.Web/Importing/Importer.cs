using Speeches.Store;

namespace Speeches.Web.Importing;

/// <summary>Puts into the library what was read: whole, in one transaction, or not at all.</summary>
internal sealed class Importer(SpeechStore speeches)
{
    /// <summary>Stores what was read as a new speech. What failed to be read stays failed.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Unavailable"/> where nothing can be stored at all.</exception>
    public async Task<ImportResult> Store(ReadSource read)
    {
        var result = read.Preview();
        if (result.Error is not null)
            return result;
        var added = await speeches.Add(read.Speech!, SourceName.Of(read.File), read.MediaType!, read.Source);
        if (added.Like is { } like)
            result = result with { Diagnostics = [.. result.Diagnostics, LikeRemark.Of(like)] };
        return result with { Status = added.IsNew ? ImportStatus.Imported : ImportStatus.Unchanged, Slug = added.Slug, Version = added.Version };
    }
}
