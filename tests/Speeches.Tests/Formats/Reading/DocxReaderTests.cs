using Speeches.Formats.Reading;
using Speeches.Parsing;

namespace Speeches.Tests.Formats.Reading;

public class DocxReaderTests
{
    [Fact]
    public void A_paragraph_is_a_line_and_a_break_inside_it_a_hard_one()
    {
        var lines = Lines(WordFile.P("One.") + "<w:p/>" + "<w:p>" + WordFile.R("Two") + "<w:r><w:br/><w:t>and a half</w:t></w:r></w:p>");

        Assert.Equal(["One.", "Two", "and a half"], lines.Select(line => line.Text));
        Assert.Equal([true, true, false], lines.Select(line => line.StartsBlock));
        Assert.Equal([false, true, false], lines.Select(line => line.HardBreakAfter));
        Assert.Equal([0, 1, 0], lines.Select(line => line.BlankLinesBefore));
    }

    [Fact]
    public void Headings_are_known_by_their_outline_whatever_their_style_is_called()
    {
        var lines = new WordFile
        {
            Styles = "<w:style w:type=\"paragraph\" w:styleId=\"Rubrique\"><w:name w:val=\"Rubrique\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"Mine\"/><w:basedOn w:val=\"Rubrique\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"a1\"><w:name w:val=\"Заголовок 3\"/></w:style>",
            Body = WordFile.P("A", "<w:pStyle w:val=\"Rubrique\"/>") + WordFile.P("B", "<w:pStyle w:val=\"Mine\"/>") + WordFile.P("C", "<w:pStyle w:val=\"a1\"/>")
                + WordFile.P("D", "<w:outlineLvl w:val=\"0\"/>") + WordFile.P("E", "<w:pStyle w:val=\"Heading2\"/>") + WordFile.P("F"),
        }.Read().Lines;

        Assert.Equal([2, 2, 3, 1, 2, 0], lines.Select(line => line.Level));
        Assert.Equal([.. Enumerable.Repeat(SourceRole.Heading, 5), SourceRole.Text], lines.Select(line => line.Role));
    }

    [Fact]
    public void Lists_keep_their_printed_numbers()
    {
        static string Level(int index, string format, string pattern, string more = "") =>
            $"<w:lvl w:ilvl=\"{index}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{pattern}\"/></w:lvl>";
        static string Item(int level, int list = 1) => WordFile.P("x", $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        var lines = new WordFile
        {
            Numbering = "<w:abstractNum w:abstractNumId=\"7\">" + Level(0, "decimal", "%1.") + Level(1, "lowerLetter", "(%2)") + Level(2, "upperRoman", "%1.%3") + "</w:abstractNum>"
                + "<w:abstractNum w:abstractNumId=\"8\">" + Level(0, "bullet", "\uF0B7") + "</w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>"
                + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"15\"/></w:lvlOverride></w:num>",
            Body = Item(0) + Item(1) + Item(1) + Item(2) + Item(0) + Item(1) + Item(0, 2) + Item(0, 3) + Item(0, 3) + Item(0, 99) + Item(0, 0),
        }.Read().Lines;

        Assert.Equal(["1.", "(a)", "(b)", "1.I", "2.", "(a)", "•", "15.", "16.", null, null], lines.Select(line => line.Marker));
        Assert.Equal([1, 2, 2, 3, 1, 2, 1, 1, 1, 0, 0], lines.Select(line => line.Level));
        Assert.Equal(SourceRole.ListItem, lines[0].Role);
    }

    [Theory]
    [InlineData(4, "upperRoman", "IV")]
    [InlineData(28, "lowerLetter", "bb")]
    [InlineData(3, "russianLower", "в")]
    [InlineData(21, "chineseCounting", "二十一")]
    [InlineData(12, "hindiNumbers", "١٢")]
    [InlineData(22, "ordinal", "22nd")]
    [InlineData(int.MaxValue, "upperRoman", "2147483647")]
    [InlineData(7, "unheardOf", "7")]
    public void Numbers_are_printed_in_their_format(int number, string format, string printed) =>
        Assert.Equal(printed, NumberFormats.Print(number, format));

    [Fact]
    public void Bold_and_italic_come_from_runs_and_from_styles_and_runs_of_one_look_are_one_span()
    {
        var line = new WordFile
        {
            Styles = "<w:style w:type=\"character\" w:styleId=\"Em\"><w:name w:val=\"Emphasis\"/><w:rPr><w:i/></w:rPr></w:style>",
            Body = "<w:p>" + WordFile.R("a") + WordFile.R("bo", "<w:b/>") + WordFile.R("ld", "<w:b w:val=\"1\"/>") + WordFile.R("no", "<w:b w:val=\"0\"/>")
                + WordFile.R("it", "<w:rStyle w:val=\"Em\"/>") + "</w:p>",
        }.Read().Lines.Single();

        Assert.Equal("aboldnoit", line.Text);
        Assert.Equal([new Span(1, 5, SpanKind.Strong), new Span(7, 9, SpanKind.Emphasis)], line.Spans);
    }

    [Fact]
    public void Notes_follow_the_text_under_the_marks_that_Word_prints()
    {
        var source = new WordFile
        {
            Footnotes = "<w:footnote w:id=\"-1\" w:type=\"separator\"><w:p/></w:footnote><w:footnote w:id=\"5\">" + WordFile.P("Foot.") + WordFile.P("More.") + "</w:footnote>"
                + "<w:footnote w:id=\"6\">" + WordFile.P("Starred.") + "</w:footnote>",
            Endnotes = "<w:endnote w:id=\"5\">" + WordFile.P("End.") + "</w:endnote>",
            Body = "<w:p>" + WordFile.R("Text") + "<w:r><w:footnoteReference w:id=\"5\"/></w:r><w:r><w:endnoteReference w:id=\"5\"/></w:r>"
                + "<w:r><w:footnoteReference w:id=\"6\" w:customMarkFollows=\"1\"/><w:t>*</w:t></w:r><w:r><w:footnoteReference w:id=\"77\"/></w:r></w:p>",
        }.Read();

        Assert.Equal("Text[1][i][*]", source.Lines[0].Text);
        Assert.Equal(["1", "i", "*"], source.Lines[0].Spans.Select(span => span.Target));
        Assert.Equal(["Foot.", "More.", "Starred.", "End."], source.Lines.Skip(1).Select(line => line.Text));
        Assert.Equal(["1", null, "*", "i"], source.Lines.Skip(1).Select(line => line.Marker));
        Assert.All(source.Lines.Skip(1), line => Assert.Equal(SourceRole.Footnote, line.Role));
    }

    [Fact]
    public void Changes_count_as_accepted()
    {
        var lines = Lines("<w:p>" + WordFile.R("The ") + "<w:del>" + "<w:r><w:delText>old</w:delText></w:r></w:del><w:ins>" + WordFile.R("new") + "</w:ins></w:p>"
            + "<w:p><w:moveFrom>" + WordFile.R("moved") + "</w:moveFrom></w:p><w:p><w:moveTo>" + WordFile.R("moved") + "</w:moveTo></w:p>"
            + WordFile.P("One ", "<w:rPr><w:del/></w:rPr>") + WordFile.P("paragraph."));

        Assert.Equal(["The new", "moved", "One paragraph."], lines.Select(line => line.Text));
    }

    [Fact]
    public void Only_the_results_of_fields_are_words()
    {
        static string Mark(string kind) => $"<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>";
        var line = Lines("<w:p>" + WordFile.R("On ") + Mark("begin") + "<w:r><w:instrText>HYPERLINK \"https://example.org/a\"</w:instrText></w:r>" + Mark("separate")
            + WordFile.R("law") + Mark("end") + WordFile.R(", ") + "<w:fldSimple w:instr=\"DATE\">" + WordFile.R("today") + "</w:fldSimple>"
            + "<w:r><w:noBreakHyphen/><w:softHyphen/><w:tab/><w:sym w:font=\"Symbol\" w:char=\"F061\"/></w:r></w:p>").Single();

        Assert.Equal("On law, today\u2011 α", line.Text);
        Assert.Equal([new Span(3, 6, SpanKind.Link, "https://example.org/a")], line.Spans);
    }

    [Theory]
    [InlineData("https://example.org/", "https://example.org/")]
    [InlineData("mailto:office@example.org", "mailto:office@example.org")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    public void Only_web_and_mail_addresses_are_links(string address, string? target)
    {
        var line = new WordFile { Link = address, Body = "<w:p><w:hyperlink r:id=\"rIdLink\">" + WordFile.R("here") + "</w:hyperlink></w:p>" }.Read().Lines.Single();

        Assert.Equal(target, line.Spans.SingleOrDefault()?.Target);
    }

    [Fact]
    public void Quotations_are_known_by_style_or_by_indents_on_both_sides()
    {
        var lines = new WordFile
        {
            Styles = "<w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:name w:val=\"Intense Quote\"/></w:style>",
            Body = WordFile.P("a", "<w:pStyle w:val=\"Q\"/>") + WordFile.P("b", "<w:ind w:left=\"720\" w:right=\"720\"/>") + WordFile.P("c", "<w:ind w:left=\"720\"/>")
                + WordFile.P("d", "<w:ind w:left=\"720\" w:right=\"720\"/><w:jc w:val=\"center\"/>"),
        }.Read().Lines;

        Assert.Equal([SourceRole.Quotation, SourceRole.Quotation, SourceRole.Text, SourceRole.Text], lines.Select(line => line.Role));
    }

    [Fact]
    public void Tables_are_read_row_by_row_and_text_boxes_once()
    {
        var box = "<w:txbxContent>" + WordFile.P("Boxed.") + "</w:txbxContent>";
        var lines = Lines("<w:tbl><w:tr><w:tc><w:tcPr/>" + WordFile.P("Year") + "</w:tc><w:tc>" + WordFile.P("Cases") + "</w:tc></w:tr><w:tr><w:tc>" + WordFile.P("2021")
            + "</w:tc><w:tc>" + WordFile.P("17") + WordFile.P("(open)") + "</w:tc></w:tr></w:tbl>"
            + "<w:p>" + WordFile.R("After.") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box
            + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");

        Assert.Equal(["Year", "Cases", "2021", "17", "(open)", "After.", "Boxed."], lines.Select(line => line.Text));
        Assert.Equal([true, false, true, true, true, true, true], lines.Select(line => line.StartsBlock));
    }

    [Theory]
    [InlineData("", "fr-FR")]
    [InlineData("<w:bidi/>", "ar-SA")]
    public void The_declared_language_is_the_one_of_the_default_style(string properties, string language) => Assert.Equal(language, new WordFile
    {
        Styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"fr-FR\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault></w:docDefaults>",
        Body = WordFile.P("x", properties),
    }.Read().DeclaredLanguage);

    private static IReadOnlyList<SourceLine> Lines(string body) => new WordFile { Body = body }.Read().Lines;
}
