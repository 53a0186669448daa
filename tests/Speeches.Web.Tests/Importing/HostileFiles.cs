using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Speeches.Web.Tests.Importing;

/// <summary>Files made to do harm, each of one kind. Written by hand: no program would save them.</summary>
internal static class HostileFiles
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Words = "BT /F1 12 Tf 72 700 Td (The law of the sea is the concern of every coast) Tj ET ";

    /// <summary>A Word file with this markup in its only paragraph, and these parts beside it.</summary>
    public static byte[] Docx(string paragraph, string before = "", params (string Name, byte[] Bytes)[] more) =>
        Zip([("word/document.xml", Text($"{before}<w:document xmlns:w=\"{Word}\"><w:body><w:p>{paragraph}</w:p></w:body></w:document>")), .. more]);

    /// <summary>One run.</summary>
    public static string Run(string text) => $"<w:r><w:t>{text}</w:t></w:r>";

    /// <summary>Packed parts.</summary>
    public static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Ten million spaces in a few thousand bytes.</summary>
    public static byte[] Bomb() => Docx(Run(new string(' ', 10_000_000)));

    /// <summary>A bomb that says it unpacks to so many bytes.</summary>
    public static byte[] Bomb(uint declared)
    {
        var zip = Bomb();
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(Directory(zip) + 24), declared);
        return zip;
    }

    /// <summary>Five thousand entries that are all the same packed bytes: a megabyte each.</summary>
    public static byte[] Overlapping()
    {
        var zip = Zip(("word/document.xml", new byte[1_000_000]));
        var directory = Directory(zip);
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var entry = zip[directory..end];
        const ushort Times = 5_000;
        byte[] tail = zip[end..];
        BinaryPrimitives.WriteUInt16LittleEndian(tail.AsSpan(8), Times);
        BinaryPrimitives.WriteUInt16LittleEndian(tail.AsSpan(10), Times);
        BinaryPrimitives.WriteInt32LittleEndian(tail.AsSpan(12), entry.Length * Times);
        return [.. zip[..directory], .. Enumerable.Repeat(entry, Times).SelectMany(bytes => bytes), .. tail];
    }

    /// <summary>Zip files in zip files.</summary>
    public static byte[] Nested()
    {
        var inner = Bomb();
        for (var depth = 0; depth < 5; depth++)
            inner = Zip([.. Enumerable.Range(0, 16).Select(i => ($"word/document{(i == 0 ? "" : i)}.xml", inner))]);
        return inner;
    }

    /// <summary>A PDF page whose forms call each other twice, forty deep: it would be painted for ever.</summary>
    public static byte[] Endless()
    {
        const int Forms = 40;
        var forms = Enumerable.Range(7, Forms).Select(next => Form("/A Do /A Do", $"/Resources << /XObject << /A {next} 0 R >> >>"));
        return Page(Words + "/A Do", "/XObject << /A 6 0 R >>", [.. forms, Form("q Q", "")]);
    }

    /// <summary>PDFs with something in them that leads back to itself.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Loops()
    {
        yield return ("tree.pdf", Pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]));
        yield return ("reference.pdf", Pdf(["<< /Type /Catalog /Pages 2 0 R >>", "3 0 R", "2 0 R"]));
        yield return ("form.pdf", Page(Words + "/A Do", "/XObject << /A 6 0 R >>", Form("/A Do", "/Resources << /XObject << /A 6 0 R >> >>")));
        yield return ("outline.pdf", Page(Words, "", "<< /First 7 0 R >>", "<< /Title (a) /Next 7 0 R /First 7 0 R /Parent 7 0 R >>"));
        var once = Page(Words, "");
        yield return ("table.pdf", Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(once).Replace("/Size", $"/Prev {once.AsSpan().IndexOf("xref"u8)} /Size", StringComparison.Ordinal)));
    }

    /// <summary>A PDF of these objects, numbered from 1.</summary>
    public static byte[] Pdf(IReadOnlyList<string> objects)
    {
        var (file, table) = (new StringBuilder("%PDF-1.4\n"), new StringBuilder());
        for (var i = 0; i < objects.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var at = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{table}trailer\n<< /Root 1 0 R /Size {objects.Count + 1} >>\nstartxref\n{at}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A PDF of one page; what else is in it is numbered from 6.</summary>
    public static byte[] Page(string content, string resources, params string[] more) => Pdf(
    [
        "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R /OpenAction 6 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R] /Resources << /Font << /F1 5 0 R >> {resources} >> >>",
        $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        .. more,
    ]);

    /// <summary>A readable PDF page with what else is in it.</summary>
    public static byte[] Readable(params string[] more) => Page(Words, "", more);

    /// <summary>UTF-8.</summary>
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A piece again and again.</summary>
    public static string Many(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static string Form(string content, string resources) =>
        $"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources} /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static int Directory(byte[] zip) => zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
}
