using System.Globalization;
using System.Text;
using Speeches.Formats.Reading.Pdf;
using Speeches.Parsing;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Speeches.Tests.Formats.Reading;

/// <summary>Makes small PDFs line by line.</summary>
internal sealed class PdfPages : IDisposable
{
    private readonly PdfDocumentBuilder _builder = new();
    private readonly PdfDocumentBuilder.AddedFont _plain;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private PdfPageBuilder _page;

    internal PdfPages()
    {
        _plain = _builder.AddStandard14Font(Standard14Font.TimesRoman);
        _bold = _builder.AddStandard14Font(Standard14Font.TimesBold);
        _page = _builder.AddPage(PageSize.A4);
    }

    internal double Y { get; set; } = 780;

    internal PdfPages Page()
    {
        (_page, Y) = (_builder.AddPage(PageSize.A4), 780);
        return this;
    }

    internal PdfPages At(double x, double y, string text, double size = 12, bool bold = false)
    {
        _page.AddText(text, size, new PdfPoint(x, y), bold ? _bold : _plain);
        return this;
    }

    internal PdfPages Line(string text, double x = 72, double size = 12, double below = 14, bool bold = false)
    {
        At(x, Y, text, size, bold);
        Y -= below;
        return this;
    }

    /// <summary>A line set to be so wide, in points.</summary>
    internal PdfPages Stretched(string text, double width = 450)
    {
        var words = text.Split(' ');
        var widths = words.Select(word => _page.MeasureText(word, 12, new PdfPoint(0, 0), _plain)[^1].EndBaseLine.X).ToArray();
        var gap = (width - widths.Sum()) / (words.Length - 1);
        var x = 72.0;
        for (var i = 0; i < words.Length; i++)
        {
            At(x, Y, words[i]);
            x += widths[i] + gap;
        }

        Y -= 14;
        return this;
    }

    internal PdfPages Gap(double points = 10)
    {
        Y -= points;
        return this;
    }

    public void Dispose() => _builder.Dispose();

    internal byte[] Bytes() => _builder.Build();

    internal IReadOnlyList<SourceLine> Lines() => new PdfReader().Read(Bytes()).Lines;

    internal string[] Blocks() => Blocks(Lines());

    internal static string[] Blocks(IEnumerable<SourceLine> lines)
    {
        var blocks = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsBlock)
                blocks.Add(line.Text);
            else
                blocks[^1] += " " + line.Text;
        }

        return [.. blocks];
    }

    /// <summary>A PDF of one page written by hand: its content stream, and what else the test needs beside it.</summary>
    internal static byte[] Raw(string content, string[]? more = null, string trailer = "", string font = "/Subtype /Type1 /BaseFont /Helvetica") =>
        Raw(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            $"<< /Type /Font {font} >>",
            .. more ?? [],
        ], trailer);

    /// <summary>A PDF of these objects, numbered from 1; the first is its catalogue.</summary>
    internal static byte[] Raw(IReadOnlyList<string> objects, string trailer = "")
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var at = file.Length;
        file.Append(table).Append(CultureInfo.InvariantCulture,
            $"trailer\n<< /Root 1 0 R /Size {objects.Count + 1} {trailer} >>\nstartxref\n{at}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
