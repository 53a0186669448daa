namespace Speeches.Web.Importing;

/// <summary>The files that paths on the command line stand for.</summary>
internal static class SourceFiles
{
    // Hidden files are a system's own (.DS_Store), and a link in a folder may lead round in circles.
    private static readonly EnumerationOptions Whole = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    /// <summary>Each file by itself; a folder as the files in it and below, sorted by path. None twice.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> for a path that is not there.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        List<string> files = [];
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
                files.AddRange(Directory.EnumerateFiles(path, "*", Whole).Order(StringComparer.Ordinal));
            else if (File.Exists(path))
                files.Add(path);
            else
                throw new SpeechesError(ErrorKind.Refused, $"There is no file or folder {SourceName.Visible(path)}. Nothing was imported.", "path");
        }

        return [.. files.Distinct(StringComparer.Ordinal)];
    }
}
