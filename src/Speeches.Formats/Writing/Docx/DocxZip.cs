using System.IO.Compression;

namespace Speeches.Formats.Writing.Docx;

/// <summary>Rewrites a package so that the same parts give the same bytes: entries in a fixed order with a fixed date.</summary>
internal static class DocxZip
{
    // The first moment that a zip entry can name. When the copy was made is in the document and its properties.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies every entry; the list of content types goes first, as readers of streams expect.</summary>
    public static void Normalize(Stream package, Stream output)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        // ZipArchive writes backwards to fix sizes, which an HTTP response cannot do, so the whole file is made in memory first.
        using var made = new MemoryStream();
        using (var target = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        made.WriteTo(output);
    }
}
