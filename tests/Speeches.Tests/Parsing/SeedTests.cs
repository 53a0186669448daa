using Speeches.Parsing;

namespace Speeches.Tests.Parsing;

public class SeedTests
{
    private const string Oxford = "the Oxford Process on International Law Protections in Cyberspace";
    private static readonly ParsedSpeech Seed = Sources.Seed();

    [Fact]
    public void The_letterhead_is_read_field_by_field()
    {
        var header = Seed.Header;

        Assert.Equal("UNITED NATIONS", header.Organization);
        Assert.Equal("OFFICE OF LEGAL AFFAIRS", header.Office);
        Assert.Equal("Panel Discussion on the Oxford Process on International Law Protections in Cyberspace", header.Title);
        Assert.Equal(
            "Side Event during the Opening Week of the Open-ended Working Group on security of and in the use of information and "
            + "communications technologies 2021 – 2025",
            header.Occasion);
        Assert.Equal("Opening remarks", header.Kind);
        Assert.Equal(new DateOnly(2021, 12, 14), header.Date);
        Assert.Equal(new TimeOnly(13, 15), header.StartTime);
        Assert.Equal(new TimeOnly(14, 45), header.EndTime);
        Assert.Equal("en", header.Language);
        Assert.Null(header.Place);
        Assert.Null(header.Symbol);
        Assert.Null(header.DeliveredBy);
        Assert.Empty(header.Notes);

        var speaker = Assert.Single(header.Speakers);
        Assert.Equal(("Mr.", "Miguel de Serpa Soares"), (speaker.Honorific, speaker.Name));
        Assert.Equal(["Under-Secretary-General for Legal Affairs", "United Nations Legal Counsel"], speaker.Capacities);
        Assert.Null(speaker.OnBehalfOf);
    }

    [Fact]
    public void The_printed_words_and_their_line_are_kept_for_each_field()
    {
        var provenance = Seed.Header.Provenance;

        Assert.Equal(
            ["date", "endTime", "kind", "language", "occasion", "office", "organization", "speakers", "startTime", "title"],
            provenance.Keys.Order(StringComparer.Ordinal));
        Assert.All(provenance.Values, field => Assert.Equal(FieldOrigin.Read, field.Origin));
        Assert.Equal(new FieldProvenance(FieldOrigin.Read, "14 December 2021", 24), provenance["date"]);
        Assert.Equal(new FieldProvenance(FieldOrigin.Read, "1:15 -2:45 pm", 24), provenance["startTime"]);
        Assert.Equal(new FieldProvenance(FieldOrigin.Read, "OFFICE OF LEGAL AFFAIRS", 6), provenance["office"]);
        Assert.Equal(
            new FieldProvenance(FieldOrigin.Read,
                "Mr. Miguel de Serpa Soares Under-Secretary-General for Legal Affairs and United Nations Legal Counsel,", 19),
            provenance["speakers"]);
    }

    [Fact]
    public void Two_salutations_come_before_eleven_numbered_paragraphs()
    {
        Assert.Equal(["s1", "s2", .. Enumerable.Range(1, 11).Select(number => $"p{number}")], Seed.Blocks.Select(block => block.Id));
        Assert.Equal("Distinguished Moderators, Panelists, and Colleagues,", Seed.Blocks[0].Text);
        Assert.Equal("Ladies and Gentlemen,", Seed.Blocks[1].Text);
        Assert.All(Seed.Blocks.Take(2), block => Assert.Equal((BlockKind.Salutation, null), (block.Kind, block.Number)));
        Assert.Equal(Enumerable.Range(1, 11), Seed.Blocks.Skip(2).Select(block => block.Number!.Value));
        Assert.Equal("I look forward to the discussions today.", Seed.Blocks[^1].Text);
        Assert.Equal(30, Seed.Blocks[2].SourceLine);
        Assert.Empty(Seed.Diagnostics);
    }

    [Fact]
    public void The_eighth_paragraph_goes_on_over_the_page_end()
    {
        var eighth = Seed.Blocks.Single(block => block.Id == "p8").Text;

        Assert.Contains("reaffirmed that the voluntary and non-binding norms of responsible State behavior", eighth, StringComparison.Ordinal);
        Assert.EndsWith("additional binding obligations.", eighth, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_passages_stand_in_quotation_marks()
    {
        Assert.Equal(
            [
                ("p2", "Our Common Agenda", true, null),
                ("p2", "global public good that should benefit everyone, everywhere", false, "The Secretary-General"),
                ("p2", "potential harms of the digital domain risk overshadowing its benefits", false, "The Secretary-General"),
                ("p2", "serious and urgent ethical, social and regulatory questions", false, "The Secretary-General"),
                ("p2", "including with respect to the lack of accountability in cyberspace", false, "The Secretary-General"),
                ("p2", "it is time to protect the online space and strengthen its governance", false, "The Secretary-General"),
                ("p9", "form of multilateralism that is more networked, more inclusive and more effective in addressing twenty-first "
                    + "century challenges", false, "The Secretary-General"),
                ("p10", "contextual approach", false, Oxford),
                ("p10", "examines the law as it applies to specific objects of protection", false, Oxford),
                ("p10", "interdisciplinary focus", false, Oxford),
            ],
            Seed.Quotations.Select(quotation => (quotation.BlockId, quotation.Words, quotation.IsTitle, quotation.SaidBy)));
    }

    [Fact]
    public void A_span_lies_over_each_passage()
    {
        Assert.All(Seed.Quotations, quotation =>
        {
            var block = Seed.Blocks.Single(block => block.Id == quotation.BlockId);
            Assert.Equal(quotation.Words, block.Text[quotation.Start..quotation.End]);
            Assert.Contains(new Span(quotation.Start, quotation.End, quotation.IsTitle ? SpanKind.Title : SpanKind.Quotation), block.Spans);
        });
    }
}
