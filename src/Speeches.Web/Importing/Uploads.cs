namespace Speeches.Web.Importing;

/// <summary>Files that come in forms.</summary>
internal static class Uploads
{
    /// <summary>Reads a file of a form as a source.</summary>
    public static async Task<ReadSource> Read(this SourceReader reader, IFormFile file, string? language, CancellationToken stop, bool withLines = false)
    {
        var name = SourceName.Of(file.FileName);
        if (reader.IsTooLarge(file.Length))
            return SourceReader.Failed(name, reader.TooLarge());
        var source = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(source, stop);
        return await reader.Read(name, source, language, withLines);
    }
}
