using System.IO.Compression;

namespace Speeches.Fuzzing;

/// <summary>Spoils the parts inside a zip file and packs them again.</summary>
internal static class Packed
{
    private static readonly DateTimeOffset Then = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Spoils one part or two; at times a part is left out or renamed.</summary>
    public static byte[] Spoil(byte[] source, Random random)
    {
        var parts = new List<(string Name, byte[] Bytes)>();
        using (var zip = new ZipArchive(new MemoryStream(source)))
        {
            foreach (var entry in zip.Entries)
            {
                using var stream = entry.Open();
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                parts.Add((entry.FullName, bytes.ToArray()));
            }
        }

        for (var times = random.Next(1, 3); times > 0; times--)
        {
            // The text itself every other time: it is what most of the reader is about.
            var main = parts.FindIndex(part => part.Name.EndsWith("document.xml", StringComparison.Ordinal));
            var at = main >= 0 && random.Next(2) == 0 ? main : random.Next(parts.Count);
            var (name, bytes) = parts[at];
            parts[at] = random.Next(20) switch
            {
                0 => ("../../" + name, bytes),
                1 => (name, []),
                < 14 => (name, XmlTree.Spoil(bytes, random)),
                _ => (name, Mutation.Spoil(bytes, parts[random.Next(parts.Count)].Bytes, Tokens.Of("xml"), random)),
            };
        }

        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = Then;
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }

        return packed.ToArray();
    }
}
