using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Speeches.Parsing;

namespace Speeches.Tests.Parsing;

public class ParsingProperties
{
    private static readonly string[] Pieces =
    [
        "word", "The Court", "said", "noted that", "Its", "non-", "inter-", "It", "who", ",", ".", " ", " ", " ", "\n", "\n\n", "\n\n\n\n", "  \n",
        "“", "”", "\"", "‘", "’", "'", "«", "»", "„", "*", "**", "_", "`", "[", "](https://example.org)", "[^1]", "\n\n[^1]: note", "# ", "> ", "- ",
        "1. ", "<b>", "&amp;", "&#10;", "\\", "e\u0301", "😀", "👩‍⚖️", "\u0301", "\u200D", "\u0600", "نص", "国际", "\u00AD", "\t", "\f", "---\n", "Mr. ",
        "14 December 2021", "1:15 -2:45 pm", "Statement by", "UNITED NATIONS\n", "A/C.6/1", "|", "$", "~~~\n", "\r\n", "    ", "        Centred",
    ];

    private static readonly Gen<string> Soup = Gen.Elements(Pieces).ListOf().Select(string.Concat);
    private static readonly Gen<string> Marks = Gen.Elements("a", "S", "s", " ", ". ", "“", "”", "\"", "‘", "’", "'", "«", "»", "„", "\u0301", "😀")
        .ListOf().Select(string.Concat);

    [Property(MaxTest = 300)]
    public Property Nothing_is_thrown_and_every_promise_is_kept_on_any_soup() => Prop.ForAll(Soup.ToArbitrary(), text => Keeps(Sources.Parse(text)));

    [Property(MaxTest = 300)]
    public Property Every_promise_is_kept_on_any_soup_of_quotation_marks() => Prop.ForAll(Marks.ToArbitrary(), text => Keeps(Sources.Parse(text)));

    [Property(MaxTest = 300)]
    public bool Nothing_is_thrown_on_any_text(string? text) =>
        // NUL and half characters are not text: the readers refuse the one, and UTF-8 cannot hold the other.
        Keeps(Sources.Parse((text ?? "").Replace("\0", "", StringComparison.Ordinal)));

    [Property(MaxTest = 200)]
    public Property Passages_are_apart_or_one_holds_the_other() => Prop.ForAll(Marks.ToArbitrary(), text =>
    {
        var passages = Sources.Parse("Mr. President,\n\n" + text).Quotations;
        return passages.All(a => passages.Where(b => b.BlockId == a.BlockId).All(b =>
            a == b || a.End <= b.Start || b.End <= a.Start || (a.Start <= b.Start && b.End <= a.End) || (b.Start <= a.Start && a.End <= b.End)));
    });

    [Property(MaxTest = 200)]
    public Property All_words_of_the_body_are_kept_in_order()
    {
        var words = Gen.Elements("law", "States", "the", "Charter", "peace", "de", "Genève", "نص", "2021", "it’s", "U.N.");
        var ends = Gen.Elements(" ", " ", " ", "\n", "  \n", ".\n\n", "\n\n\n\n", ", ", " – ", "\n> ", "\n\n- ", "\n\n## ", " *x* ", " “y” ");
        var texts = Gen.Zip(words, ends).ListOf().Select(pairs => string.Concat(pairs.Select(pair => pair.Item1 + pair.Item2)));
        return Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var parsed = Sources.Parse("Mr. President,\n\n" + text);
            return WordsOf(text).SequenceEqual(WordsOf(string.Join('\n', parsed.Blocks.Skip(1).Select(block => block.Text))));
        });
    }

    private static string[] WordsOf(string text) =>
        text.Split([' ', '\n', '*', '>', '-', '#', '\t'], StringSplitOptions.RemoveEmptyEntries);

    internal static bool Keeps(ParsedSpeech parsed)
    {
        var ids = parsed.Blocks.Select(block => block.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(
            Enumerable.Range(1, parsed.Blocks.Count(block => block.Kind == BlockKind.Paragraph)),
            parsed.Blocks.Where(block => block.Number is not null).Select(block => block.Number!.Value));
        foreach (var block in parsed.Blocks)
        {
            Assert.NotEmpty(block.Text);
            var cuts = StringInfo.ParseCombiningCharacters(block.Text).Append(block.Text.Length).ToHashSet();
            Assert.All(block.Spans, span => Assert.True(span.Start < span.End && cuts.Contains(span.Start) && cuts.Contains(span.End)));
            Assert.All(block.Spans.Zip(block.Spans.Skip(1)), pair => Assert.True(
                pair.First.Start < pair.Second.Start || (pair.First.Start == pair.Second.Start && pair.First.End >= pair.Second.End)));
            var breaks = block.Spans.Where(span => span.Kind == SpanKind.LineBreak).ToList();
            Assert.All(breaks, span => Assert.Equal("\n", block.Text[span.Start..span.End]));
            Assert.Equal(breaks.Count, block.Text.Count(c => c is '\n' or '\r'));
            Assert.All(block.Spans, span => Assert.True(span.Kind != SpanKind.NoteMark || ids.Contains(span.Target!)));
        }

        Assert.All(parsed.Quotations, quotation =>
        {
            var block = parsed.Blocks.Single(block => block.Id == quotation.BlockId);
            Assert.Equal(quotation.Words, block.Text[quotation.Start..quotation.End]);
            Assert.Contains(new Span(quotation.Start, quotation.End, quotation.IsTitle ? SpanKind.Title : SpanKind.Quotation), block.Spans);
        });
        return true;
    }
}
