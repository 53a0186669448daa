using System.Text;
using Speeches.Tests.Formats.Reading;

namespace Speeches.Fuzzing;

/// <summary>Valid sources to begin with, written for the purpose.</summary>
internal static class FuzzTexts
{
    public const string English = """
        UNITED NATIONS   NATIONS UNIES
        OFFICE OF LEGAL AFFAIRS

        "The law of rivers: a view from the bank"

        Statement by H.E. Ms. Example Speaker, Under-Secretary-General for Examples,
        and Legal Counsel of the Organization, on behalf of the Group of Rivers

        Side event of the Sixth Committee (agenda item 79)
        New York, 12 March 2019, 1.15 - 2.45 p.m.
        Check against delivery

        Mr. Chair, Excellencies, dear colleagues,

        1. The rivers of the world do not stop at borders, and neither can the law that speaks of
        them. A treaty says “in an equitable and reasonable manner”, and the ‘courts’ have fol-
        lowed it (A/RES/51/229).

        2. We said: "Water is a common good", as the report *Common waters* has it.[1]

           (a) sovereignty;
           (b) good faith.

        I thank you. [Applause]

        ____________
        [1] Example, Rivers and Law (2018), p. 7.
        """;

    public const string Pages = "                    UNITED NATIONS\n\n                 Opening remarks by Mr. A. Name\n                     Geneva, 4 May 2001\n\nLadies and gentlemen,\n\n"
        + "The sea is wide, and the law of it is\n\nwide as well, as all of us here know\n\n                                   1\n\f                 Opening remarks by Mr. A. Name\n\nwho have sailed it in books.\n\n* A star is no bullet here.\n\f\n";

    public const string Markdown = "# The law of *rivers*\n\n**Statement by Ms. Example Speaker**\n\nNew York, 12 March 2019\n\n## One\n\nDear friends,\n\nA [link](https://example.org/a \"t\") and a note[^n].\n"
        + "A line  \nwith a break and `code`.\n\n> Quoted\n> words\n>> and deeper\n\n1. one\n   - two\n     * three\n2. four\n\n| a | b |\n|---|---|\n\n---\n\n[^n]: A note with *words*.\n\n    And more.\n\n[ref]: https://example.org/\n\n~~~\nfenced\n~~~\n";

    public const string Arabic = "الأمم المتحدة\n\nكلمة السيدة متحدثة مثال\nوكيلة الأمين العام\n\nنيويورك، ٢٧ أيلول/سبتمبر ٢٠٢٤\n\nالسيد الرئيس، أصحاب السعادة،\n\nلا تتوقف الأنهار عند الحدود، وقالت المعاهدة «على نحو منصف ومعقول».\n\nوشكرا.\n";

    public const string Chinese = "联合国\n\n示例女士的发言\n\n2024年9月27日 纽约\n\n主席先生,各位阁下:\n\n河流不会在边界停止。条约说“公平合理”,而《共同的水》报告也这样说。\n\n谢谢。\n";

    public const string Russian = "Организация Объединенных Наций\n\nВыступление г-на Примера Примерова, заместителя Генерального секретаря\n\nНью-Йорк, 27 сентября 2024 года\n\nГ-н Председатель,\n\nРеки не останавливаются на границах. В договоре сказано: «справедливым и разумным образом».\n";

    public const string French = "NATIONS UNIES\n\nDiscours de Son Excellence Mme Exemple Oratrice\nConseillère juridique\n\nGenève, le 1er décembre 2004\n\nMonsieur le Président,\n\nLes fleuves ne s'arrêtent pas aux frontières ; le traité dit « équitable et raisonnable ».\n";

    public const string Html = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Site: The law</title><link rel=stylesheet href=\"/a.css\"><script>var a='<p>';</script></head>"
        + "<body><header><nav><ul><li><a href=\"/\">Home</a><li><a href=\"/b\">News</a><li><a href=\"/c\">About</a></ul></nav></header><div class=\"cookie-consent\">We use cookies</div>"
        + "<main><h1>The law of rivers</h1><p>Statement by Ms. Example Speaker<br>New York, 12 March 2019</p><div><p>Excellencies,</p><p>The <b>rivers</b> of the <i>world</i> do not stop at borders<sup><a href=\"#n1\" id=\"r1\">1</a></sup>, "
        + "and neither can the law that <q>speaks</q> of them, as <a href=\"https://example.org/\">we</a> know.</p><ol start=\"3\" type=\"a\"><li>one<ul><li>two</ul><li>three</ol><blockquote><p>In an equitable manner.</p></blockquote>"
        + "<table><tr><td>a<td>b<tr><td><p>c</p></table><pre>laid\n out</pre></div><p id=\"n1\"><a href=\"#r1\">1</a> A note.</p></main><footer>All rights</footer></body></html>";

    public static WordFile Word { get; } = new()
    {
        Styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-GB\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault></w:docDefaults>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Base\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:name w:val=\"Base\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
        Numbering = "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>",
        Footnotes = "<w:footnote w:id=\"1\">" + WordFile.P("A note.") + "</w:footnote>",
        Comments = "<w:comment w:id=\"0\" w:author=\"A\" w:date=\"2024-01-02T03:04:05Z\">" + WordFile.P("Why?") + "</w:comment>",
        Link = "https://example.org/",
        Body = WordFile.P("Statement by Ms. Example Speaker", "<w:pStyle w:val=\"Mine\"/>") + WordFile.P("New York, 12 March 2019") + WordFile.P("Excellencies,")
            + "<w:p>" + WordFile.R("The rivers ", "<w:b/>") + "<w:commentRangeStart w:id=\"0\"/>" + WordFile.R("of the world", "<w:i/>") + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
            + "<w:ins>" + WordFile.R(" flow") + "</w:ins><w:del><w:r><w:delText>stop</w:delText></w:r></w:del><w:r><w:footnoteReference w:id=\"1\"/></w:r>"
            + "<w:hyperlink r:id=\"rIdLink\">" + WordFile.R("here") + "</w:hyperlink><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + WordFile.R("7") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
            + WordFile.P("item", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>") + WordFile.P("inner", "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>")
            + "<w:tbl><w:tr><w:tc>" + WordFile.P("cell") + "</w:tc><w:tc>" + WordFile.P("cell") + "</w:tc></w:tr></w:tbl>"
            + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" + WordFile.P("box") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    };

    /// <summary>A PDF without compression, with a form, a map of letters, an outline and a link.</summary>
    public static byte[] Pdf()
    {
        var words = new StringBuilder("BT /F1 12 Tf 72 760 Td 14 TL ");
        for (var i = 0; i < 20; i++)
            words.Append("(The law of the sea is the concern of every coast) Tj T* ");
        words.Append("[(Kern) -50 (ed words \\(two\\)) 20 <41424344>] TJ ET q 1 0 0 1 10 10 cm /X1 Do Q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI");
        const string Map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfrange <20> <7E> <0020> <80> <81> [<0041> <00660069>] endbfrange 1 beginbfchar <90> <0627> endbfchar endcmap end end";
        const string Form = "BT /F1 9 Tf 10 20 Td (A form) Tj ET";
        return PdfPages.Raw(
            [
                "<< /Type /Catalog /Pages 2 0 R /Outlines 8 0 R >>",
                "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R] /Annots [10 0 R] /Resources << /Font << /F1 5 0 R >> /XObject << /X1 7 0 R >> >> >>",
                $"<< /Length {words.Length} >>\nstream\n{words}\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R /Encoding << /Differences [128 /fi /alef] >> >>",
                $"<< /Length {Map.Length} >>\nstream\n{Map}\nendstream",
                $"<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /Font << /F1 5 0 R >> /XObject << /X1 7 0 R >> >> /Length {Form.Length} >>\nstream\n{Form}\nendstream",
                "<< /Type /Outlines /First 9 0 R /Last 9 0 R >>",
                "<< /Title (One) /Parent 8 0 R /Next 9 0 R /Dest [3 0 R /Fit] >>",
                "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://127.0.0.1/) >> >>",
            ],
            "/Info << /Title (A) >>");
    }
}
