using System.Globalization;

namespace Speeches.Tests.Parsing;

public class HeaderTests
{
    private const string Body = "\n\nMr. Chair,\n\nIt is a pleasure for me to be here with all of you this morning.\n";

    [Fact]
    public void Lines_of_one_block_are_told_apart_by_what_they_say()
    {
        var header = Sources.Parse(
            "STATEMENT OF H.E. MS. MARY EXAMPLE, PRESIDENT OF THE INTERNATIONAL\nCOURT OF JUSTICE\nBEFORE THE SIXTH COMMITTEE OF\n"
            + "THE GENERAL ASSEMBLY\nNew York (United States)\n1 November 2019\nThe Court and its sources" + Body).Header;

        Assert.Equal(("STATEMENT", "THE SIXTH COMMITTEE OF THE GENERAL ASSEMBLY"), (header.Kind, header.Occasion));
        Assert.Equal(("The Court and its sources", "New York (United States)"), (header.Title, header.Place));
        var speaker = Assert.Single(header.Speakers);
        Assert.Equal(("H.E. MS.", "MARY EXAMPLE"), (speaker.Honorific, speaker.Name));
        Assert.Equal(["PRESIDENT OF THE INTERNATIONAL COURT OF JUSTICE"], speaker.Capacities);
    }

    [Theory]
    [InlineData("Under-Secretary-General for Legal Affairs and United Nations Legal Counsel",
        "Under-Secretary-General for Legal Affairs|United Nations Legal Counsel")]
    [InlineData("Minister for Trade, Industry and Tourism", "Minister for Trade, Industry and Tourism")]
    [InlineData("Minister of Foreign Affairs, Deputy Prime Minister", "Minister of Foreign Affairs|Deputy Prime Minister")]
    [InlineData("Permanent Representative of Example, and Chair of the Committee", "Permanent Representative of Example|Chair of the Committee")]
    public void Capacities_are_split_where_an_office_begins(string printed, string capacities)
    {
        var speaker = Assert.Single(Sources.Parse($"Statement by\n\nMs. Mary Example,\n{printed}{Body}").Header.Speakers);

        Assert.Equal("Mary Example", speaker.Name);
        Assert.Equal(capacities.Split('|'), speaker.Capacities);
    }

    [Fact]
    public void Two_speakers_and_whom_they_speak_for_are_read()
    {
        var speakers = Sources.Parse($"Statement by Mr. Adam Example and Ms. Mary Example on behalf of the Group of Friends{Body}").Header.Speakers;

        Assert.Equal([("Mr.", "Adam Example"), ("Ms.", "Mary Example")], speakers.Select(speaker => (speaker.Honorific, speaker.Name)));
        Assert.All(speakers, speaker => Assert.Equal("the Group of Friends", speaker.OnBehalfOf));
    }

    [Theory]
    [InlineData("14 December 2021", 2021, 12, 14)]
    [InlineData("Tuesday, 14th of December 2021", 2021, 12, 14)]
    [InlineData("December 14, 2021", 2021, 12, 14)]
    [InlineData("9-10 May 2018", 2018, 5, 9)]
    [InlineData("2021-12-14", 2021, 12, 14)]
    [InlineData("14.12.2021", 2021, 12, 14)]
    [InlineData("14/12/2021", 2021, 12, 14)]
    [InlineData("1 March 2024", 2024, 3, 1)]
    public void A_date_is_read_in_words_and_in_digits(string printed, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Sources.Parse($"Statement\n\n{printed}{Body}").Header.Date);

    [Theory]
    [InlineData("31 February 2021")]
    [InlineData("3/4/2021")]
    [InlineData("December 2021")]
    [InlineData("2021 – 2025")]
    public void A_date_that_is_none_or_might_be_two_is_not_guessed(string printed) =>
        Assert.Null(Sources.Parse($"Statement\n\n{printed}{Body}").Header.Date);

    [Theory]
    [InlineData("1:15 -2:45 pm", "13:15", "14:45")]
    [InlineData("11:30 – 1 p.m.", "11:30", "13:00")]
    [InlineData("10 a.m.", "10:00", null)]
    [InlineData("10.30 a.m. to 12 p.m.", "10:30", "12:00")]
    [InlineData("15:00 to 17:30", "15:00", "17:30")]
    [InlineData("from 3 to 6 p.m.", "15:00", "18:00")]
    [InlineData("10h30", "10:30", null)]
    [InlineData("noon", "12:00", null)]
    [InlineData("Room 10", null, null)]
    [InlineData("25:00", null, null)]
    public void Times_are_read_beside_the_date(string printed, string? start, string? end)
    {
        var header = Sources.Parse($"Statement\n\n14 December 2021, {printed}{Body}").Header;

        Assert.Equal((start, end), (header.StartTime?.ToString("HH:mm", CultureInfo.InvariantCulture),
            header.EndTime?.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("Geneva, 23 May 2013", "Geneva")]
    [InlineData("23 May 2013, Geneva", "Geneva")]
    [InlineData("The Hague, Thursday, 23 May 2013, 10 a.m.", "The Hague")]
    [InlineData("United Nations Headquarters\nNew York, 23 May 2013", "United Nations Headquarters, New York")]
    [InlineData("23 May 2013\n\nConference Room 3", "Conference Room 3")]
    public void The_place_stands_beside_the_date_or_on_a_line_of_its_own(string printed, string place) =>
        Assert.Equal(place, Sources.Parse($"Statement\n\n{printed}{Body}").Header.Place);

    [Theory]
    [InlineData("A/C.6/79/SR.1")]
    [InlineData("S/PV.9000")]
    [InlineData("A/RES/76/19")]
    public void A_document_symbol_is_read(string symbol) =>
        Assert.Equal(symbol, Sources.Parse($"{symbol}\n\nStatement{Body}").Header.Symbol);

    [Fact]
    public void Notes_and_who_read_it_out_are_read()
    {
        var header = Sources.Parse("*Check against delivery*\n\nMessage from Ms. Mary Example\n\nDelivered by Mr. Adam Example" + Body).Header;

        Assert.Equal(["Check against delivery"], header.Notes);
        Assert.Equal(("Message", "Mr. Adam Example"), (header.Kind, header.DeliveredBy));
        Assert.Equal("Mary Example", Assert.Single(header.Speakers).Name);
    }

    [Fact]
    public void A_name_above_a_capacity_is_the_speaker()
    {
        var speaker = Assert.Single(Sources.Parse($"Miguel de Example\n\nLegal Counsel of the Organization\n\n1 May 2020{Body}").Header.Speakers);

        Assert.Equal((null, "Miguel de Example"), (speaker.Honorific, speaker.Name));
        Assert.Equal(["Legal Counsel of the Organization"], speaker.Capacities);
    }

    [Theory]
    [InlineData("The world today is radically different from the one of 1945.\n\nUrgent action is needed.")]
    [InlineData("Thank you, Mr. President.\n\nI shall be brief.")]
    [InlineData("14 December 2021 was a day that changed a great deal for all of us.\n\nWe remember it.")]
    [InlineData("Introduction\n\nThe world today is radically different from the one of 1945.")]
    [InlineData("Ladies and Gentlemen,\n\nThe world today is different.")]
    public void A_text_without_a_letterhead_has_no_header(string text)
    {
        var parsed = Sources.Parse(text);

        Assert.Equal(text.Split("\n\n"), parsed.Blocks.Select(block => block.Text));
        Assert.Equal((null, null, null, null), (parsed.Header.Title, parsed.Header.Kind, parsed.Header.Date, parsed.Header.Place));
        Assert.Empty(parsed.Header.Speakers);
        Assert.DoesNotContain(parsed.Header.Provenance.Keys, key => key != "language");
    }

    [Fact]
    public void The_one_heading_of_the_first_level_at_the_top_is_the_title()
    {
        var parsed = Sources.Parse("# The rule of law\n\nThe world today is radically different from the one of 1945.\n\n## Part one\n\nMore.");

        Assert.Equal("The rule of law", parsed.Header.Title);
        Assert.Equal(["p1", "h1", "p2"], parsed.Blocks.Select(block => block.Id));
    }

    [Fact]
    public void A_line_that_no_field_would_have_is_reported()
    {
        var parsed = Sources.Parse("UNITED NATIONS\n\nOn cyberspace\n\nThe Sixth Committee\n\nSomething else\n\n1 May 2020" + Body);

        Assert.Equal(("On cyberspace", "The Sixth Committee"), ("On " + parsed.Header.Title, parsed.Header.Occasion));
        Assert.Equal([("unread-header-line", 7), ("no-speaker", 0)], parsed.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Line)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \n")]
    [InlineData("UNITED NATIONS\n\nStatement by Ms. Mary Example\n\n1 May 2020\n")]
    public void A_source_without_a_text_says_so(string text)
    {
        var parsed = Sources.Parse(text);

        Assert.Empty(parsed.Blocks);
        Assert.Equal("no-body", Assert.Single(parsed.Diagnostics).Code);
    }

    [Theory]
    [InlineData("Nous sommes ici pour le droit dans les relations des nations, et nous le savons. Il est dans la Charte.", "fr")]
    [InlineData("Estamos en la sede de los pueblos para que el derecho se cumpla con las normas de la Carta y del Estatuto.", "es")]
    [InlineData("We are here for the law and for the nations of the world, and that is what the Charter says.", "en")]
    [InlineData("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.", null)]
    public void The_language_is_told_by_its_small_words(string text, string? language) =>
        Assert.Equal(language, Sources.Parse(text).Header.Language);
}
