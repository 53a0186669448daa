using System.Text;
using Speeches.Formats.Reading;
using Speeches.Parsing;

namespace Speeches.Tests.Formats.Reading;

public sealed class BrokenParagraphsTests
{
    private static readonly string[] Wrapped =
    [
        "The court heard the parties in the morning and in the afternoon, and then it asked",
        "them for another paper, which they gave to the registrar of the court in the town in",
        "which it has its seat.",
        "It then heard the other parties in the morning and in the afternoon, and then it did",
        "ask them for another paper, which they gave to the registrar of the court in the town",
        "in which it sits.",
        "It rose at six, and the parties went to their houses in the town where they had been",
        "staying.",
    ];

    [Fact]
    public void A_sentence_that_a_converter_cut_in_two_is_one_again()
    {
        var cut = Enumerable.Range(0, 4).Select(_ => "<p>The court heard the parties in the morning and in the afternoon, and then it</p><p>rose at six.</p>");
        var lines = Html(string.Concat(cut));

        Assert.Equal(4, lines.Count(line => line.StartsBlock));
    }

    [Fact]
    public void Now_and_then_a_paragraph_may_begin_in_lower_case()
    {
        var lines = Html("<p>The court heard the parties in the morning and in the afternoon, and then</p><p>rose at six.</p>" + string.Concat(Enumerable.Repeat("<p>It sat.</p>", 9)));

        Assert.Equal(11, lines.Count(line => line.StartsBlock));
    }

    [Fact]
    public void A_heading_that_is_the_name_of_a_file_is_no_title()
    {
        Assert.Equal(["It sat."], Html("<h1>court_en_final</h1><p>It sat.</p>").Select(line => line.Text));
        Assert.Equal(["Peace", "It sat."], Html("<h1>Peace</h1><p>It sat.</p>").Select(line => line.Text));
    }

    [Fact]
    public void Lines_that_a_converter_kept_as_runs_of_a_Word_paragraph_make_letterhead_and_paragraphs()
    {
        string[] head = ["STATEMENT BY MR. JOHN EXAMPLE", "LEGAL ADVISER", "New York, 1 November 2019", "Mr. Chairman,"];
        var parsed = SpeechParser.Parse(new WordFile { Body = Paragraph([.. head, .. Wrapped]) }.Read());

        Assert.Equal("JOHN EXAMPLE", Assert.Single(parsed.Header.Speakers).Name);
        Assert.Equal(new DateOnly(2019, 11, 1), parsed.Header.Date);
        Assert.Equal(3, parsed.Blocks.Count(block => block.Kind == BlockKind.Paragraph));
    }

    [Fact]
    public void Runs_that_a_person_typed_stay_one_line()
    {
        var lines = new WordFile { Body = Paragraph(Wrapped) + WordFile.P(string.Join(' ', Wrapped)) }.Read().Lines;

        Assert.Equal(2, lines.Count);
    }

    private static string Paragraph(string[] lines) => $"<w:p>{string.Join(WordFile.R(" "), lines.Select(line => WordFile.R(line)))}</w:p>";

    private static IReadOnlyList<SourceLine> Html(string body) =>
        SpeechReaders.Read(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body><main>{body}</main></body></html>")).Lines;
}
