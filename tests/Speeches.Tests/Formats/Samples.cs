using Speeches.Annotations;

namespace Speeches.Tests.Formats;

/// <summary>Copies made by hand, small enough to read and with every peculiarity that a writer must carry.</summary>
internal static class Samples
{
    private static readonly Author First = new(1, "First annotator");
    private static readonly Author Second = new(2, "Second annotator");

    /// <summary>A speech with every kind of block and span, overlapping annotations, replies, a resolved thread and a placeholder.</summary>
    public static AnnotatedCopy Full { get; } = Quoted(new()
    {
        Speech = Speech("en"),
        Text = Text("en", [
            Block("h1", BlockKind.Heading, "Introduction *and* aims", level: 1),
            Block("s1", BlockKind.Salutation, "Mr. Chair, Ladies and Gentlemen,"),
            Block("p1", BlockKind.Paragraph, "The report “Our Common Agenda” calls the internet a “global public good”, see the Charter.1", 1,
                spans: [new Span(12, 29, SpanKind.Title), new Span(53, 71, SpanKind.Quotation), new Span(53, 66, SpanKind.Emphasis),
                    new Span(60, 71, SpanKind.Strong), new Span(82, 89, SpanKind.Link, "https://example.org/charter"),
                    new Span(90, 91, SpanKind.NoteMark, "n1")]),
            Block("p2", BlockKind.Paragraph, "1. Not a list <b>and</b> [not a link](x) & a world 🌍🏽 of *stars*,\nsecond line.", 2,
                spans: [new Span(67, 68, SpanKind.LineBreak)]),
            Block("q1", BlockKind.BlockQuotation, "All Members shall settle their disputes by peaceful means."),
            Block("l1", BlockKind.ListItem, "sovereignty;", level: 1, marker: "(a)"),
            Block("l2", BlockKind.ListItem, "non-intervention:", level: 1, marker: "(b)"),
            Block("l3", BlockKind.ListItem, "coercion.", level: 2, marker: "•"),
            Block("p3", BlockKind.Paragraph, "I thank you.", 3),
            Block("n1", BlockKind.Footnote, "San Francisco, 26 June 1945.", marker: "1"),
        ]),
        Threads =
        [
            new(Annotation("a1", "p1", "First use of *global public good*; see [the report](https://example.org/report).\n\n- one\n- **two**", 53, 71),
                [Reply("a2", "a1", Second, "The comma is ours."), Reply("a3", "a1", First, "Agreed <b>& thanks</b>.")]),
            new(Annotation("a4", "p1", "Overlaps the first.", 60, 89) with { Author = Second, Modified = At(40), Tags = ["=to <check>", "norms"] }, []),
            new(Annotation("a5", "p2", "Whole paragraph, settled.") with { Resolution = new Resolution(Second, At(50)) }, []),
            new(Annotation("a6", "p2", "A world and its colour.", 43, 55), []),
            new(Annotation("a7", "q1", "") with { Deleted = At(55) }, [Reply("a8", "a7", Second, "It was said, though.")]),
            new(Annotation("a9", "l3", "Only for me.") with { Audience = Audience.Private }, []),
            new(Annotation("a10", "n1", "On a footnote."), []),
        ],
        Audience = "mine",
        Address = new Uri("https://speeches.example.org/speeches/a-speech"),
        Made = At(60),
    });

    /// <summary>A speech from right to left.</summary>
    public static AnnotatedCopy Arabic { get; } = Quoted(new()
    {
        Speech = Speech("ar") with
        {
            Header = new SpeechHeader { Title = "بيان أمام الجمعية العامة", Language = "ar", Speakers = [new Speaker { Name = "المتحدث" }] },
        },
        Text = Text("ar", [
            Block("s1", BlockKind.Salutation, "السيد الرئيس،"),
            Block("p1", BlockKind.Paragraph, "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق (UDHR).", 1),
        ]),
        Threads = [new(Annotation("a1", "p1", "ملاحظة with English.", 5, 15), [])],
        Audience = "public",
        Address = new Uri("https://speeches.example.org/speeches/a-speech"),
        Made = At(60),
    });

    /// <summary>The same copy without annotations.</summary>
    public static AnnotatedCopy Bare { get; } = Full with { Threads = [], Audience = "public" };

    /// <summary>One paragraph of these words, annotated as a whole with that comment.</summary>
    public static AnnotatedCopy Of(string paragraph, string comment = "A comment.") => Full with
    {
        Text = Text("en", [Block("p1", BlockKind.Paragraph, paragraph, 1)]),
        Threads = [new(Annotation("a1", "p1", comment, text: paragraph), [])],
    };

    public static Annotation Annotation(string id, string block, string body, int? start = null, int? end = null, string? text = null) => new()
    {
        Id = id,
        SpeechId = 1,
        Slug = "a-speech",
        Version = 2,
        Anchor = new TextAnchor { BlockId = block, Start = start, End = end, Exact = text ?? "words", Prefix = "", Suffix = "" },
        Author = First,
        Body = body,
        Audience = Audience.Public,
        Created = At(0),
        Revision = 1,
    };

    public static Annotation Reply(string id, string parent, Author author, string body) =>
        Annotation(id, "p1", body) with { ParentId = parent, Author = author, Created = At(30) };

    /// <summary>Gives every anchor the words it stands on.</summary>
    private static AnnotatedCopy Quoted(AnnotatedCopy copy) => copy with
    {
        Threads = [.. copy.Threads.Select(thread => thread with
        {
            Root = thread.Root with
            {
                Anchor = TextAnchor.To(copy.Text.Find(thread.Root.Anchor.BlockId)!, thread.Root.Anchor.Start, thread.Root.Anchor.End),
            },
        })],
    };

    private static DateTimeOffset At(int minutes) => new DateTimeOffset(2026, 11, 14, 9, 5, 7, TimeSpan.Zero).AddMinutes(minutes);

    private static Speech Speech(string language) => new()
    {
        Id = 1,
        Slug = "a-speech",
        Version = 2,
        Revision = 17,
        Created = At(-600),
        Header = new SpeechHeader
        {
            Organization = "UNITED NATIONS",
            Office = "OFFICE OF LEGAL AFFAIRS",
            Title = "On the rule of law",
            Occasion = "Side event, “week one”",
            Kind = "Opening remarks",
            Speakers = [new Speaker { Honorific = "Ms.", Name = "A Speaker", Capacities = ["Legal Counsel", "Under-Secretary-General"], OnBehalfOf = "a group" }],
            Place = "New York",
            Date = new DateOnly(2021, 12, 14),
            StartTime = new TimeOnly(13, 15),
            EndTime = new TimeOnly(14, 45),
            Language = language,
            Symbol = "A/C.6/76/SR.1",
            Notes = ["Check against delivery"],
            Provenance = new Dictionary<string, FieldProvenance>
            {
                ["date"] = new(FieldOrigin.Read, "14 December 2021, 1:15 -2:45 pm", 27),
                ["place"] = new(FieldOrigin.Edited, null, 0),
            },
        },
    };

    private static SpeechText Text(string language, IReadOnlyList<Block> blocks) => new()
    {
        Version = 2,
        Language = language,
        Imported = At(-600),
        Source = new SourceFile("speech.md", "text/markdown", 1234, new string('a', 64)),
        Blocks = blocks,
        Quotations = blocks.SelectMany(block => block.Spans
            .Where(span => span.Kind is SpanKind.Quotation or SpanKind.Title)
            .Select(span => new Quotation(block.Id, span.Start, span.End, block.Text[span.Start..span.End], span.Kind == SpanKind.Title, null))).ToList(),
    };

    private static Block Block(
        string id, BlockKind kind, string text, int? number = null, int level = 0, string? marker = null, IReadOnlyList<Span>? spans = null) =>
        new() { Id = id, Kind = kind, Text = text, Number = number, Level = level, Marker = marker, Spans = spans ?? [] };
}
