using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Speeches.Formats.Reading;
using Speeches.Parsing;

namespace Speeches.Tests.Formats.Reading;

public class HtmlReaderTests
{
    private const string Long = "The rule of law among nations rests on the words that they give one another, and on keeping them when it is hard.";

    [Fact]
    public void The_speech_is_read_and_the_site_around_it_is_not()
    {
        var lines = Lines($"""
            <!DOCTYPE html><html><head><title>Site</title><style>p</style><script>alert(1)</script></head><body>
            <header><nav><a href="/">Home</a></nav><p>Site</p></header><div class="cookie-banner"><p>We use cookies on this site.</p></div>
            <div id="content"><h1>On  the
            law</h1><p class="date">14 December 2021</p><div><p>{Long}</p><p>{Long}</p></div><div class="share"><p>Share this</p></div></div>
            <aside><p>Read more</p></aside><ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li><li><a href="/c">C</a></li></ul>
            <footer><p>© Site</p></footer></body></html>
            """);

        Assert.Equal(["On the law", "14 December 2021", Long, Long], lines.Select(line => line.Text));
        Assert.Equal((SourceRole.Heading, 1, 3), (lines[0].Role, lines[0].Level, lines[0].Number));
    }

    [Fact]
    public void Links_and_rights_below_the_last_words_are_the_site_s()
    {
        var lines = Lines($"<html><body><main><p>{Long}</p><p>See <a href='/x'>the report</a>.</p><p><a href='/back'>Back to events</a></p><div><a href='/p'>Print</a> | <a href='/s'>Share</a></div>"
            + "<p class='copyright'>© Site. All rights reserved.</p></main></body></html>");

        Assert.Equal([Long, "See the report."], lines.Select(line => line.Text));
    }

    [Theory]
    [InlineData("<main>{0}</main><div><p>Elsewhere.</p></div>")]
    [InlineData("<form id='aspnetForm'><div class='wrapper menu-open'>{0}</div></form>")]
    [InlineData("<article><header>{0}</header></article>")]
    [InlineData("<table><tr><td><ul><li><a href='/'>x</a></li><li><a href='/'>y</a></li><li><a href='/'>z</a></li></ul></td><td>{0}</td></tr></table>")]
    [InlineData("<section hidden><p>No.</p></section>{0}<p style='display: none'>No.</p>")]
    public void However_the_page_is_laid_out(string layout) =>
        Assert.Equal([Long], Lines("<html><body>" + layout.Replace("{0}", $"<p>{Long}</p>", StringComparison.Ordinal) + "</body></html>").Select(line => line.Text));

    [Fact]
    public void Controls_that_turn_the_direction_of_letters_are_dropped() => Assert.Equal(
        [Long], Lines($"<html><body><p>\u202E{Long[..10]}&#x202D;\u2066{Long[10..]}\u2069\u202C</p></body></html>").Select(line => line.Text));

    [Fact]
    public void Lists_keep_their_numbers_and_quotations_and_breaks_are_told()
    {
        var lines = Lines("<html><body><ol start=3><li>c<ul><li>deep</li></ul><li value=7><p>g</p><p>more</p></ol><ol type=a><li>x</ol>"
            + "<blockquote><p>Said.</p></blockquote><p>One<br>two</p><div>a<br><br>b</div></body></html>");

        Assert.Equal(["c", "deep", "g", "more", "x", "Said.", "One", "two", "a", "b"], lines.Select(line => line.Text));
        Assert.Equal(["3.", "•", "7.", null, "a.", null, null, null, null, null], lines.Select(line => line.Marker));
        Assert.Equal([1, 2, 1, 1, 1, 0, 0, 0, 0, 0], lines.Select(line => line.Level));
        Assert.Equal(SourceRole.Quotation, lines[5].Role);
        Assert.True(lines[6].HardBreakAfter);
        Assert.Equal([true, false, true, true], lines.Skip(6).Select(line => line.StartsBlock));
    }

    [Fact]
    public void The_look_of_words_is_kept_and_only_safe_links_are_links()
    {
        var line = Lines("<p>a <em>b</em> <strong>c</strong> <a href=\"https://example.org/\">d</a> <a href=\"javascript:alert(1)\">e</a> 5<sup>th</sup></p>").Single();

        Assert.Equal("a b c d e 5th", line.Text);
        Assert.Equal([new Span(2, 3, SpanKind.Emphasis), new Span(4, 5, SpanKind.Strong), new Span(6, 7, SpanKind.Link, "https://example.org/")], line.Spans);
    }

    [Fact]
    public void Notes_that_marks_lead_to_follow_the_text()
    {
        var lines = Lines("<html><body><p>Law.<sup><a href='#n1' id='r1'>1</a></sup></p><ol><li id='n1'>See the Charter. <a href='#r1'>↩</a></li></ol><p>End.</p></body></html>");

        Assert.Equal(["Law.[1]", "End.", "See the Charter."], lines.Select(line => line.Text));
        Assert.Equal(new Span(4, 7, SpanKind.NoteMark, "1"), lines[0].Spans.Single());
        Assert.Equal((SourceRole.Footnote, "1"), (lines[2].Role, lines[2].Marker));
    }

    [Fact]
    public void A_row_of_a_table_is_one_block_with_a_line_a_cell()
    {
        var lines = Lines("<table><tr><th>Year<th>Cases<tr><td>2021<td>17</table>");

        Assert.Equal(["Year", "Cases", "2021", "17"], lines.Select(line => line.Text));
        Assert.Equal([true, false, true, false], lines.Select(line => line.StartsBlock));
    }

    [Theory]
    [InlineData("windows-1251", "<html><head><meta charset=windows-1251></head><body><p>Выступление</p></body></html>", "Выступление")]
    [InlineData("gb18030", "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"></head><body><p>发言</p></body></html>", "发言")]
    [InlineData("windows-1256", "<html lang=ar><body><p>كلمة</p></body></html>", "كلمة")]
    [InlineData("utf-8", "<html><head><meta charset=iso-8859-1></head><body><p>États</p></body></html>", "États")] // its server said better
    [InlineData("windows-1252", "<html><head><meta charset=utf-8></head><body><p>États</p></body></html>", "États")]
    [InlineData("utf-16", "<html><body><p>États</p></body></html>", "États")]
    [InlineData("utf-8", "<?xml version=\"1.0\"?><!-- x --><html><body><p>États</p></body></html>", "États")]
    public void The_encoding_is_the_one_that_the_page_is_written_in(string encoding, string page, string words)
    {
        var written = encoding == "utf-8" ? new UTF8Encoding(false) : encoding == "utf-16" ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!;

        Assert.Equal(words, SpeechReaders.Read(written.GetPreamble().Concat(written.GetBytes(page)).ToArray()).Lines.Single().Text);
    }

    [Theory]
    [InlineData("<html lang='fr-CH'><body><p>x</p></body></html>", "fr-CH")]
    [InlineData("<html lang=''><body><main lang=es><p>x</p></main></body></html>", "es")]
    [InlineData("<html><body><p>x</p></body></html>", null)]
    public void The_declared_language_is_the_nearest(string page, string? language) =>
        Assert.Equal(language, SpeechReaders.Read(Encoding.UTF8.GetBytes(page)).DeclaredLanguage);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<blockquote>")]
    [InlineData("<table><tr><td>")]
    public void Nesting_beyond_reason_is_damage_and_no_crash(string tag)
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat(tag, 20_000 / tag.Count(c => c == '<'))) + "deep";

        Assert.Equal("damaged", Assert.Throws<SpeechesError>(() => Lines(page)).Code);
    }

    [Property(MaxTest = 200)]
    public Property Any_soup_of_tags_gives_lines_that_keep_their_promises()
    {
        string[] pieces =
        [
            "<p>", "</p>", "<li>", "<ol start=-2147483648 reversed>", "</ol>", "<ul>", "<b>", "</b>", "<i>", "<br>", "<table>", "<tr>", "<td>", "</table>", "<h1>", "</h1>",
            "<blockquote>", "</div>", "<div class=nav>", "<form>", "<main>", "<sup><a href=#n>1</a></sup>", "<p id=n>", "<pre>\n\n", "words", " ", "&#0;", "&#10;", "&nbsp;", "نص",
            "<a href='https://example.org'>", "</a>", "<template>", "<svg>", "<select>", "<!--", "-->", "<q>", "\u00AD", "<frameset>",
        ];
        return Prop.ForAll(Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary(), soup =>
        {
            try
            {
                return Lines("<html><body>" + soup).All(line => line.Text.Length > 0 && line.Text == line.Text.Trim() && !line.Text.Contains('\n', StringComparison.Ordinal)
                    && line.Spans.All(span => span.Start < span.End && span.End <= line.Text.Length));
            }
            catch (SpeechesError error)
            {
                return error.Code is not null;
            }
        });
    }

    private static IReadOnlyList<SourceLine> Lines(string page)
    {
        var source = SpeechReaders.Read(Encoding.UTF8.GetBytes(page));
        Assert.Equal("text/html", source.MediaType);
        return source.Lines;
    }
}
