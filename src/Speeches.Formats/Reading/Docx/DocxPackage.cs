using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using System.Xml.Linq;

namespace Speeches.Formats.Reading.Docx;

/// <summary>
/// The parts of a Word file, read as zip and XML. The Open XML SDK, which writes our copies, is not used to read what strangers
/// send: it refuses a whole file for one misspelt link and loads elements by recursion, which deep nesting turns into a crash.
/// </summary>
internal sealed class DocxPackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _main;
    private readonly ReadingLimits _limits;
    private long _left;

    private DocxPackage(ZipArchive zip, ReadingLimits limits)
    {
        (_zip, _limits, _left) = (zip, limits, limits.UnpackedBytes);
        if (zip.Entries.Count > limits.PackedParts)
            throw SourceErrors.TooLarge("Word file");
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            total += entry.Length;
            if (entry.Length < 0 || total > limits.UnpackedBytes)
                throw SourceErrors.TooLarge("Word file");
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        var start = Relations("").FirstOrDefault(relation => relation.Kind == "officeDocument").Target;
        _main = start is not null && _entries.ContainsKey(start) ? start : "word/document.xml";
        MainRelations = Relations(_main);
        var root = Load(_main) ?? throw SourceErrors.Damaged("Word file");
        if (root.Word() != "document")
            throw SourceErrors.Unknown("This is an office file but not a text, so nothing was read from it. Save the speech as Word .docx and try again.");
        Document = root;
    }

    /// <summary>The main part.</summary>
    internal XElement Document { get; }

    /// <summary>What the main part refers to.</summary>
    internal IReadOnlyList<Relation> MainRelations { get; }

    /// <summary>Opens a package; what unpacks to more than its limit is refused before it is held.</summary>
    /// <exception cref="InvalidDataException">It is no zip file.</exception>
    internal static DocxPackage Open(ReadOnlyMemory<byte> source, ReadingLimits limits)
    {
        var bytes = MemoryMarshal.TryGetArray(source, out var segment) ? segment : new ArraySegment<byte>(source.ToArray());
        var zip = new ZipArchive(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), ZipArchiveMode.Read);
        try
        {
            return new DocxPackage(zip, limits);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>A part that the main part refers to ("styles"), with what it refers to itself; null where there is none.</summary>
    internal (XElement Root, IReadOnlyList<Relation> Relations)? Part(string kind)
    {
        var target = MainRelations.FirstOrDefault(relation => relation.Kind == kind).Target;
        return target is not null && Load(target) is { } root ? (root, Relations(target)) : null;
    }

    /// <inheritdoc />
    public void Dispose() => _zip.Dispose();

    private List<Relation> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        var relations = new List<Relation>();
        foreach (var element in Load($"{folder}_rels/{part[slash..]}.rels")?.Elements() ?? [])
        {
            if (element.Attr("Target") is not { } target || element.Attr("Type") is not { } type)
                continue;
            if (element.Attr("TargetMode") != "External")
                target = Resolve(folder, target);
            relations.Add(new Relation(element.Attr("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], target));
        }

        return relations;
    }

    /// <summary>A name inside the package; ".." cannot leave it, as names are only ever looked up in the list of its entries.</summary>
    private static string Resolve(string folder, string target)
    {
        var names = new List<string>();
        foreach (var name in (target.StartsWith('/') ? target : folder + target).Split('/', '\\'))
        {
            if (name == ".." && names.Count > 0)
                names.RemoveAt(names.Count - 1);
            else if (name is not ("" or "." or ".."))
                names.Add(name);
        }

        return string.Join('/', names);
    }

    private XElement? Load(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
            return null;
        using var bytes = new MemoryStream();
        using (var packed = entry.Open())
        {
            // The size that an entry declares may be a lie: what is counted is what comes out.
            var buffer = new byte[81920];
            for (int read; (read = packed.Read(buffer)) > 0; bytes.Write(buffer, 0, read))
            {
                if ((_left -= read) < 0)
                    throw SourceErrors.TooLarge("Word file");
            }
        }

        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        bytes.Position = 0;
        using (var depth = XmlReader.Create(bytes, settings))
        {
            while (depth.Read())
            {
                if (depth.Depth > _limits.Nesting)
                    throw SourceErrors.Damaged("Word file");
            }
        }

        bytes.Position = 0;
        using var reader = XmlReader.Create(bytes, settings);
        return XElement.Load(reader);
    }

    /// <summary>What one part says of another.</summary>
    /// <param name="Id">The name it goes by in the part.</param>
    /// <param name="Kind">The last word of its type ("hyperlink").</param>
    /// <param name="Target">The name of a part, or an address outside.</param>
    internal readonly record struct Relation(string Id, string Kind, string Target);
}
