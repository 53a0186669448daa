using System.Text;

namespace Speeches.Fuzzing;

/// <summary>Pieces that mean something to a reader or to the parser.</summary>
internal static class Tokens
{
    private static readonly byte[][] Text = Bytes(
        "\n", "\n\n", "\n\n\n\n", "\r\n", "\r", "\f", "\t", "        ", "“", "”", "\"", "'", "’", "«", "»", "„", "‚", "《", "》", "「", "」", "(", ")", "[", "]", "[1]", "[^1]", "[^1]: ", "1. ", "(a) ", "1", "99",
        "- ", "* ", "> ", "# ", "***", "___", "===", "----", "...", "…", "-\n", "—", "–", ":", ";", ",", ", and ", ".", "!", "?", "Statement by ", "H.E. ", "Mr. ", "Ms. ", "Excellencies,\n", "Check against delivery",
        "12 March 2019", "2019-03-12", "٢٧ أيلول", "12:30 p.m.", "New York, ", "A/C.6/79/SR.1", " on behalf of ", "Выступление ", "كلمة ", "发言", "先生", "\u00A0", "\u00AD", "\u200B", "\u200F", "\u202E", "\u2066", "\u2028", "\uFEFF",
        "\uFFFD", "\0", "\u0001", "\u0085", "\U0001F600", "\u0301", "ﷺ", "ﬁ", "aaaaaaaaaaaaaaaa", "&amp;", "&#10;", "&#x202E;", "<b>", "</b>", "`", "``", "~~~", "\\", "![", "](", "http://example.org/", "<http://example.org/>");

    private static readonly byte[][] Html = Bytes(
        "<p>", "</p>", "<div>", "</div>", "<ul><li>", "<ol start=\"-5\">", "<li value=999999999999>", "<table><tr><td>", "</table>", "<a href=\"#n\">", "</a>", "<sup>", "<b>", "<i>", "<br>", "<pre>", "<!--", "-->", "<script>", "</script>",
        "<style>", "<svg>", "<math>", "<template>", "<select>", "<frameset>", "<body>", "<html lang=\"ar\" dir=\"rtl\">", "<meta charset=\"utf-16\">", "<base href=\"http://127.0.0.1/\">", "id=\"n\"", "name=\"n\"", "class=\"cookie\"",
        "role=\"main\"", "<main>", "<article>", "<h1>", "</h1>", "<blockquote>", "<q>", "<form>", "<aside>", "<header>", "<footer>", "<plaintext>", "<noscript>", "&#0;", "&#xD800;", "&#x110000;", "&nbsp;", "&lt", "\0");

    private static readonly byte[][] Xml = Bytes(
        "<w:p>", "</w:p>", "<w:p/>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:t xml:space=\"preserve\"> </w:t>", "<w:br/>", "<w:tab/>", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "<w:ins>", "</w:ins>", "<w:del>", "</w:del>", "<w:sdt>",
        "<w:sdtContent>", "<w:hyperlink r:id=\"rIdLink\">", "</w:hyperlink>", "<w:numPr><w:ilvl w:val=\"-5\"/><w:numId w:val=\"1\"/></w:numPr>", "w:val=\"999999999999\"", "w:val=\"-1\"", "w:val=\"\"", "<w:footnoteReference w:id=\"1\"/>",
        "<w:commentRangeStart w:id=\"0\"/>", "<w:commentRangeEnd w:id=\"0\"/>", "<w:commentReference w:id=\"0\"/>", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"separate\"/>", "<w:fldChar w:fldCharType=\"end\"/>",
        "<w:instrText>TOC</w:instrText>", "<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/>", "<mc:AlternateContent><mc:Choice>", "<w:basedOn w:val=\"Mine\"/>", "<w:rtl/>", "<w:vanish/>", "<w:b/>", "<!DOCTYPE x [<!ENTITY e \"e\">]>", "&e;", "&#1;", "&amp;",
        "<![CDATA[", "]]>", "<?x?>", "<!--", "-->", "\"", "<", ">", "xmlns:w=\"urn:x\"", "Target=\"../../../etc/passwd\"", "TargetMode=\"External\"");

    private static readonly byte[][] Pdf = Bytes(
        "obj", "endobj", "stream\n", "endstream", "<<", ">>", "[", "]", "(", ")", "<", ">", "/Kids [2 0 R 3 0 R]", "/Parent 3 0 R", "/Count 999999999", "/Count -1", "/Length 999999999", "/Length -1", "/Length 4 0 R", "/Prev 0", "/Prev 9",
        "1 0 R", "2 0 R", "3 0 R", "4 0 R", "5 0 R", "99 0 R", "/Type /Pages", "/Type /Page", "/Filter /FlateDecode", "/Filter [/ASCIIHexDecode /ASCII85Decode /LZWDecode /RunLengthDecode]", "/DecodeParms << /Predictor 15 /Columns 999999 >>",
        "/Encrypt 5 0 R", "/Subtype /Form", "/F1 Do", "/X1 Do", "BT", "ET", "q", "Q", "BI /W 9 ID x EI", "Tj", "TJ", "Tf", "/F1 12 Tf", "1e38 0 0 1e38 0 0 cm", "-99999999999 0 Td", "0 0 0 0 0 0 Tm", "beginbfrange <00> <FF> <0000> endbfrange",
        "beginbfchar <41> <D800> endbfchar", "begincmap", "/ToUnicode 7 0 R", "/UseCMap 7 0 R", "/MediaBox [0 0 0 0]", "/Rotate 90", "/Subtype /Type3", "/Subtype /Type0 /DescendantFonts [5 0 R]", "/ObjStm", "/XRef", "xref", "trailer", "startxref\n0", "%%EOF",
        "0000000000 65535 f \n", "2147483648", "-1", "nan", "1.7976931348623157E+308", "null", "true", "%");

    /// <summary>The pieces for a source of that name.</summary>
    public static IReadOnlyList<byte[]> Of(string name) => name.Split('-')[0] switch
    {
        "html" => [.. Html, .. Text],
        "xml" or "docx" => [.. Xml, .. Text[..12]],
        "pdf" => Pdf,
        _ => Text,
    };

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
