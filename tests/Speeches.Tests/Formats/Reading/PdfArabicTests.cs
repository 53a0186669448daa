using System.Globalization;
using System.Text;
using Speeches.Formats.Reading.Pdf;
using Speeches.Parsing;

namespace Speeches.Tests.Formats.Reading;

/// <summary>PDFs in Arabic: their letters stand in the order of the page, from the left, and often as the shapes that are drawn.</summary>
public sealed class PdfArabicTests
{
    private const string Line = "كلمة الدورة 79 في 24 سبتمبر 2024";

    [Fact]
    public void Letters_are_put_in_reading_order_and_numbers_stay_as_they_run() =>
        Assert.Equal(Line, Assert.Single(Read(Visual(Line))).Text);

    [Fact]
    public void A_full_stop_behind_a_number_stays_behind_it() =>
        Assert.Equal("انعقدت الدورة الأولى في عام 1945. ثم انتهت", Assert.Single(Read(Visual("انعقدت الدورة الأولى في عام 1945. ثم انتهت"))).Text);

    [Fact]
    public void Shapes_of_letters_become_letters()
    {
        // "سلام" as the font draws it: seen, lam-alef joined, meem.
        var shapes = Assert.Single(Read("\uFEE1\uFEFC\uFEB3 \uFEE1\uFEFC\uFEB3 \uFEE1\uFEFC\uFEB3 \uFEE1\uFEFC\uFEB3 \uFEE1\uFEFC\uFEB3 \uFEE1\uFEFC\uFEB3"));

        Assert.Equal("سلام سلام سلام سلام سلام سلام", shapes.Text);
    }

    [Fact]
    public void Tatweel_that_stretches_a_word_and_signs_of_direction_go()
    {
        var text = Assert.Single(Read("\u200F" + Visual("الســــلام على أهــــل البــحر في الميــناء"))).Text;

        Assert.Equal("السلام على أهل البحر في الميناء", text);
    }

    [Fact]
    public void A_Latin_name_keeps_its_order_between_Arabic_words() =>
        Assert.Equal("انعقد مؤتمر COP في هذا العام قرب الميناء القديم", Assert.Single(Read(Visual("انعقد مؤتمر COP في هذا العام قرب الميناء القديم"))).Text);

    [Fact]
    public void Brackets_that_are_named_by_their_shape_are_turned_round()
    {
        // The page shows the opening bracket on the right; the font names the shape that it draws there.
        var lines = Read(Visual("انعقدت الدورة )الثالثة( في الميناء القديم"));

        Assert.Equal("انعقدت الدورة (الثالثة) في الميناء القديم", Assert.Single(lines).Text);
    }

    [Fact]
    public void Lines_that_begin_at_the_right_edge_make_paragraphs()
    {
        var lines = Read(
            Visual("تجتمع المحكمة في الصباح وتستمع إلى الأطراف جميعا قبل أن تنتقل إلى الغرفة الأخرى"),
            Visual("ثم تقرر ما يلزم."),
            Visual("وتجتمع المحكمة في المساء وتستمع إلى الأطراف جميعا قبل أن تنتقل إلى الغرفة الأخرى"),
            Visual("ثم تنهي عملها."));

        Assert.Equal([true, false, true, false], lines.Select(l => l.StartsBlock));
    }

    [Fact]
    public void A_font_that_names_letters_as_vowel_signs_is_unreadable()
    {
        var broken = string.Concat(Enumerable.Repeat("بََََ تََََ", 12));
        var error = Assert.Throws<SpeechesError>(() => Read(broken));

        Assert.Equal("unreadable-text", error.Code);
    }

    [Fact]
    public void A_line_without_letters_runs_as_its_page_does()
    {
        string[] above = [.. Enumerable.Repeat(Visual("انعقدت الدورة في الميناء القديم"), 3)], below = [.. Enumerable.Repeat(Visual("ثم انتهت الدورة في الميناء القديم"), 3)];

        Assert.Equal("2254).", Read([.. above, Visual("2254)."), .. below])[3].Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_vowel_sign_goes_to_its_letter_whichever_way_the_letters_run(bool fromLeft)
    {
        // Two letters of ten points; the sign of the right one, "ب", is drawn at its left edge, where the other letter ends.
        PdfGlyph[] glyphs = [Glyph("ت", 0, 10), Glyph("\u064E", 10, 10), Glyph("ب", 10, 20)];
        if (!fromLeft)
            glyphs = [glyphs[2], glyphs[1], glyphs[0]];

        Assert.Equal(["ت", "ب\u064E"], PdfMarks.Attach([.. glyphs]).OrderBy(g => g.Left).Select(g => g.Text));
    }

    [Fact]
    public void A_map_that_is_wrong_of_some_letters_is_mended_from_the_font()
    {
        var letters = "ابتثجحخدذرزس";
        var map = new SortedDictionary<int, string>(letters.Select((c, i) => (c, i)).ToDictionary(l => l.i, l => l.c.ToString())) { [20] = "أ", [21] = "ت", [22] = "م" };
        var font = letters.Select((c, i) => (c, i)).ToDictionary(l => l.i, l => new List<string> { l.c.ToString() });
        (font[20], font[21]) = (["ن"], [")"]);

        Assert.True(PdfFontMaps.Mend(map, font));
        Assert.Equal(("ن", ")", "م"), (map[20], map[21], map[22]));
    }

    [Fact]
    public void A_font_whose_codes_mean_nothing_mends_no_map()
    {
        var letters = "ابتثجحخدذرزس";
        var map = new SortedDictionary<int, string>(letters.Select((c, i) => (c, i)).ToDictionary(l => l.i, l => l.c.ToString()));
        var font = letters.Select((_, i) => i).ToDictionary(i => i, i => new List<string> { letters[^(i + 1)].ToString() });

        Assert.False(PdfFontMaps.Mend(map, font));
        Assert.Equal("ا", map[0]);
    }

    [Fact]
    public void A_map_is_read_with_its_ranges_and_written_again()
    {
        var read = PdfLetterMap.Read("2 beginbfrange\n<0003> <0005> <0627>\n<0010> <0011> [<06440627> <0030>]\nendbfrange\n1 beginbfchar\n<0020> <0628>\nendbfchar");

        Assert.Equal([(3, "ا"), (4, "ب"), (5, "\u0629"), (16, "لا"), (17, "0"), (32, "ب")], read.Select(m => (m.Key, m.Value)));
        Assert.Equal(read, PdfLetterMap.Read(Encoding.Latin1.GetString(PdfLetterMap.Write(read))));
    }

    private static PdfGlyph Glyph(string text, double left, double right) => new(text, left, right, 100, 12, false);

    /// <summary>As the page shows it from the left: all turned round, but for numbers and Latin words.</summary>
    private static string Visual(string logical)
    {
        var turned = new string([.. logical.Reverse()]);
        var text = new StringBuilder();
        for (var i = 0; i < turned.Length;)
        {
            var end = i;
            while (end < turned.Length && char.IsAsciiLetterOrDigit(turned[end]))
                end++;
            text.Append(end > i ? new string([.. turned[i..end].Reverse()]) : turned[i].ToString());
            i = Math.Max(end, i + 1);
        }

        return text.ToString();
    }

    private static IReadOnlyList<SourceLine> Read(params string[] visual) => new PdfReader().Read(Bytes(visual)).Lines;

    /// <summary>A PDF whose font has a code for each letter and a map that says which; each line ends at the right edge.</summary>
    private static byte[] Bytes(string[] lines)
    {
        var codes = string.Concat(lines).Distinct().ToList();
        var (content, map) = (new StringBuilder("BT /F1 12 Tf\n"), new StringBuilder());
        for (var i = 0; i < lines.Length; i++)
        {
            var left = 523 - (lines[i].Length * 6);
            content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {left} {700 - (i * 18)} Tm <{string.Concat(lines[i].Select(c => (codes.IndexOf(c) + 33).ToString("X4", CultureInfo.InvariantCulture)))}> Tj\n");
        }

        content.Append("ET");
        foreach (var c in codes)
            map.Append(CultureInfo.InvariantCulture, $"<{codes.IndexOf(c) + 33:X4}> <{(int)c:X4}>\n");
        var table = $"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /X def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{codes.Count} beginbfchar\n{map}endbfchar\nendcmap\nend\nend";
        return PdfPages.Raw(content.ToString(),
            [
                $"<< /Length {table.Length} >>\nstream\n{table}\nendstream",
                "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Letters /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R >>",
                "<< /Type /FontDescriptor /FontName /Letters /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
            ],
            font: "/Subtype /Type0 /BaseFont /Letters /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 6 0 R");
    }
}
