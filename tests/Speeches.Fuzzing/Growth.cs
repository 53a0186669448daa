using System.Globalization;
using System.Text;
using Speeches.Tests.Formats.Reading;

namespace Speeches.Fuzzing;

/// <summary>Looks for reading time that grows faster than the text: pieces repeated n and four times n times, in every format.</summary>
internal static class Growth
{
    private const int Small = 100_000;
    private const double Suspect = 7;
    private const double Noise = 1;
    private const double Patience = 20;

    private static readonly string[] Pieces =
    [
        "“", "”", "“‘", "“a” ", "“a ", "\"", "\" a ", "'", "' a", "’", "«", "«а ", "«а» ", "„a", "《字", "「字", "(", "(a ", ")", "[", "[1]", "[^1]", "[a](", "![", "7", "7 ", "1. ", "(a) ", "12 March 2019 ", "March 2019, ", "27 сентября ",
        "2024年", "٢٧ أيلول ", "12:30 - ", "1.15 p.m. ", "-", "- ", "—", "a-", "a- ", "word ", "Word ", "WORD ", "WORD, ", "word, and ", "Mr. ", "H.E. Ms. A B, ", "Statement by ", "Statement by Mr. A, ", " on behalf of ", "A/C.6/", "A/RES/51/229 ",
        ": ", "…", ". ", ".", "  ", "\t", "_", "*", "**a", "*a_", "`", "~", "#", "> ", "> > ", "- a ", "|", "\\", "<", "<a ", "&", "&amp;", "http://a.b/ ", "www.a ", "a@b.c ", "ا", "كلمة ", "字", "é", "e\u0301", "\u0301", "\u200B", "\U0001F600", "\f", "Page 1 of 9",
        "[Applause] ", "Excellencies, ", "Check against delivery ", "United Nations ", "New York, ", "Legal Counsel and ", "Q. ", "1",
    ];

    private static readonly string[] Tags =
    [
        "<p>a", "<p>a</p>", "<div>", "<div>a</div>", "<b>", "<b>a", "<b><p>", "<a href=x>", "<a href=x><p>", "<i><b></i>", "<font color=a>", "<font><p>", "<nobr>", "<table>", "<table><tr><td>", "<table><tr><td>a</table>", "<tr><td>a<td>b", "<ul><li>a", "<ul><li>a</ul>",
        "<li>a", "<ol><li>", "<h1>a</h1>", "<nav><h1>a</h1>", "<ul><li><a href=a>a</a>", "<br>", "<br>a", "<form>", "<pre>", "<pre>a\n</pre>", "<select><option>", "<!--", "<!-->", "<svg>", "<math><mi>", "<template>", "<p id=n>a", "<sup><a href=#n>1</a></sup>",
        "<sup><a href=#n1>1</a></sup><p id=n1>1 a", "<header><p>a</header>", "<footer>a</footer>", "<aside>a</aside>", "<blockquote>", "<dl><dd>a", "<q>", "<main>a", "<article>a</article>", "<span class=cookie>a</span>", "<div class='nav menu share'>a</div>", "<frameset>", "<button>", "</p>", "</b>",
        "</br>", "&lt;", "&", "<a", "<p a=b>", "<marquee>", "<object>", "<ruby><rt>", "<body a=b>", "<html c=d>", "<title>a</title>", "<details><summary>", "<caption>", "<colgroup><col>",
    ];

    private static readonly string[] Xml =
    [
        "<w:p/>", "<w:p><w:r><w:t>a</w:t></w:r></w:p>", "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "<w:p><w:pPr><w:pStyle w:val=\"Mine\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>", "<w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>a</w:t></w:r><w:commentRangeEnd w:id=\"0\"/></w:p>",
    ];

    private static readonly string[] Runs =
    [
        "<w:r><w:t>a</w:t></w:r>", "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>", "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", "<w:r><w:footnoteReference w:id=\"1\"/></w:r>", "<w:commentRangeStart w:id=\"0\"/>", "<w:commentRangeStart w:id=\"0\"/><w:r><w:t>a</w:t></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", "<w:hyperlink r:id=\"rIdLink\"><w:r><w:t>a</w:t></w:r></w:hyperlink>", "<w:ins/>", "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r>",
    ];

    /// <summary>Tries all patterns, or those whose names hold that; 0 where none grows too fast.</summary>
    public static int Run(string? part)
    {
        var bad = 0;
        foreach (var (name, make) in Patterns().Where(pattern => part is null || pattern.Name.Contains(part, StringComparison.Ordinal)))
        {
            var (few, many) = (Seconds(make(Small)), 0.0);
            if (few < Patience)
                many = Seconds(make(4 * Small));
            if (few < Patience && (many < Noise || many < few * Suspect))
                continue;
            bad++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name.ReplaceLineEndings("↵")}: {few:F2} s, four times as much {many:F2} s"));
        }

        Console.WriteLine($"{bad} patterns grow faster than their text.");
        return bad == 0 ? 0 : 1;
    }

    private static double Seconds(byte[] source)
    {
        var (seconds, finding) = (Patience, (Finding?)null);
        var thread = new Thread(() => finding = Trial.Run(source, out seconds, out _), 64 * 1024 * 1024) { IsBackground = true };
        var before = Environment.CpuUsage.TotalTime;
        thread.Start();
        // Whoever is not waited for goes on working and spoils what is measured next.
        while (!thread.Join(TimeSpan.FromSeconds(1)))
        {
            if ((Environment.CpuUsage.TotalTime - before).TotalSeconds > 6 * Patience)
                return Patience;
        }

        if (finding is not null && finding.Kind is not ("slow" or "hungry"))
            Console.WriteLine(finding);
        return seconds;
    }

    private static IEnumerable<(string Name, Func<int, byte[]> Make)> Patterns()
    {
        (string Name, string After, string Start)[] layouts =
        [
            ("one line", "", "UNITED NATIONS\n\nStatement by Mr. A. Name\n\nExcellencies,\n\nWords. "), ("lines", "\n", ""), ("paragraphs", "\n\n", "UNITED NATIONS\n\n"), ("pages of text", "\n\n", "\fUNITED NATIONS\n\n"), ("first line", "", ""),
            ("quoted lines", "\n> ", "Words.\n\n"), ("form feeds", "\n\f", ""),
        ];
        foreach (var (layout, after, start) in layouts)
        {
            foreach (var piece in Pieces)
                yield return ($"text, {layout}, {piece}", size => Encoding.UTF8.GetBytes(start + Repeat(piece + after, size)));
        }

        foreach (var piece in Tags.Concat(Pieces))
            yield return ($"html, {piece}", size => Encoding.UTF8.GetBytes("<html><body><p>Words.</p>" + Repeat(piece, size)));
        foreach (var piece in Pieces)
            yield return ($"html paragraphs, {piece}", size => Encoding.UTF8.GetBytes("<html><body>" + Repeat($"<p>{piece.Replace("<", "&lt;", StringComparison.Ordinal)}</p>", size)));
        foreach (var piece in Xml)
            yield return ($"docx, {piece}", size => Word(Repeat(piece, 4 * size)));
        foreach (var piece in Runs)
            yield return ($"docx paragraph, {piece}", size => Word("<w:p>" + Repeat(piece, 4 * size) + "</w:p>"));
        foreach (var (name, piece) in PdfPieces())
            yield return ($"pdf, {name}", size => Pdf(piece, size / 12));
    }

    private static IEnumerable<(string Name, Func<int, string> Piece)> PdfPieces()
    {
        yield return ("one line", i => $"1 0 0 1 {(i % 1000) / 2.0} 700 Tm (a) Tj ");
        yield return ("one place", _ => "1 0 0 1 72 700 Tm (a) Tj ");
        yield return ("everywhere", i => $"1 0 0 1 {i * 7919 % 595} {i * 104729 % 842} Tm (a) Tj ");
        yield return ("a column", i => $"1 0 0 1 72 {842 - (i % 8000) / 10.0} Tm (a) Tj ");
        yield return ("two columns", i => $"1 0 0 1 {72 + (i % 2 * 300)} {842 - (i % 8000) / 10.0} Tm (word) Tj ");
        yield return ("no words", _ => "q Q ");
        yield return ("states", _ => "q ");
        yield return ("sizes", i => $"/F1 {5 + (i % 40)} Tf (a) Tj T* ");
    }

    private static byte[] Pdf(Func<int, string> piece, int count)
    {
        var words = new StringBuilder("BT /F1 9 Tf 10 TL 72 700 Td ");
        for (var i = 0; i < count; i++)
            words.Append(piece(i));
        return PdfPages.Raw(words.Append("ET").ToString());
    }

    private static byte[] Word(string body) => new WordFile
    {
        Body = body,
        Styles = FuzzTexts.Word.Styles,
        Numbering = FuzzTexts.Word.Numbering,
        Footnotes = FuzzTexts.Word.Footnotes,
        Comments = FuzzTexts.Word.Comments,
        Link = FuzzTexts.Word.Link,
    }.ToBytes();

    private static string Repeat(string piece, int size) => string.Concat(Enumerable.Repeat(piece, Math.Max(1, size / piece.Length)));
}
