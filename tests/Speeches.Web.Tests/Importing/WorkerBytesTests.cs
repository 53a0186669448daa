using System.Collections;
using System.Reflection;
using Speeches.Annotations;
using Speeches.Formats.Reading;
using Speeches.Parsing;
using Speeches.Web.Importing;

namespace Speeches.Web.Tests.Importing;

public sealed class WorkerBytesTests
{
    private static readonly ReadAnswer Full = new()
    {
        MediaType = "text/plain",
        Failure = new(ErrorKind.TooLarge, "It is too large.", "file", "too-large"),
        Speech = new()
        {
            Header = new()
            {
                Organization = "United Nations",
                Office = "Office of Rivers",
                Title = "The law of rivers",
                Occasion = "A seminar",
                Kind = "Statement",
                Speakers = [new() { Honorific = "Ms.", Name = "Ada Example", Capacities = ["Director", "Chair"], OnBehalfOf = "the Group" }],
                DeliveredBy = "Bo Example",
                Place = "Genève",
                Date = new(2021, 12, 14),
                StartTime = new(9, 30),
                EndTime = new(10, 15),
                Language = "fr",
                Symbol = "A/76/1",
                Notes = ["Check against delivery"],
                Provenance = new Dictionary<string, FieldProvenance> { ["title"] = new(FieldOrigin.Edited, "THE LAW OF RIVERS", 3) },
            },
            Blocks =
            [
                new()
                {
                    Id = "p1",
                    Kind = BlockKind.ListItem,
                    Number = 1,
                    Level = 2,
                    Marker = "(a)",
                    Text = "كلمة 发言 😀",
                    Spans = [new(1, 3, SpanKind.Link, "https://example.org/")],
                    SourceLine = 7,
                    SourcePage = 2,
                },
            ],
            Quotations = [new("p1", 1, 3, "words", true, "the Court")],
            Diagnostics = [new(DiagnosticSeverity.Warning, "doubtful-date", 4, "The date is doubtful.")],
            Comments =
            [
                new()
                {
                    Anchor = new() { BlockId = "p1", Start = 1, End = 3, Exact = "wo", Prefix = "a", Suffix = "b" },
                    Author = "Cy Example",
                    Date = new(2022, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
                    Body = "Why?",
                    IsResolved = true,
                    Replies = [new() { Body = "Because." }],
                },
            ],
        },
        Lines = [new(7, 2, "كلمة")],
    };

    [Fact]
    public void An_answer_arrives_with_every_field()
    {
        AssertHasAll(Full);
        Assert.Equivalent(Full, WorkerBytes.Answer(WorkerBytes.Of(Full).ToArray()), strict: true);
    }

    [Fact]
    public void An_answer_arrives_without_what_may_be_absent()
    {
        var bare = new ReadAnswer { Speech = new() { Header = new(), Blocks = [new() { Id = "p1", Kind = BlockKind.Heading, Text = "" }], Quotations = [] } };
        Assert.Equivalent(bare, WorkerBytes.Answer(WorkerBytes.Of(bare).ToArray()), strict: true);
    }

    [Fact]
    public void A_request_arrives_with_every_field()
    {
        var request = new ReadRequest("fr", 1, new ReadingLimits { UnpackedBytes = 2, Nesting = 3, Pages = 4, PageLetters = 5, Characters = 6, LineCharacters = 7 }, 8) { WithLines = true };
        AssertHasAll(request);
        Assert.Equal(request, WorkerBytes.Request(WorkerBytes.Of(request).ToArray()));
    }

    [Fact]
    public void Bytes_that_are_no_answer_are_none_wherever_they_are_cut_or_changed()
    {
        var bytes = WorkerBytes.Of(Full).ToArray();
        for (var i = 0; i < bytes.Length; i++)
        {
            Assert.Null(WorkerBytes.Answer(bytes[..i]));
            var changed = (byte[])bytes.Clone();
            changed[i] ^= 0xFF;
            _ = WorkerBytes.Answer(changed); // another answer or none, but no exception
        }
    }

    [Fact]
    public void Half_a_character_arrives_as_one_that_was_lost()
    {
        var answer = WorkerBytes.Answer(WorkerBytes.Of(new ReadAnswer { MediaType = "a\uD83Db" }).ToArray());
        Assert.Equal("a\uFFFDb", answer!.MediaType);
    }

    /// <summary>A field that is new in one of the records must be given above, or it would not be seen to be lost.</summary>
    private static void AssertHasAll(object part)
    {
        var type = part.GetType();
        if (part is string || type.IsPrimitive || type.IsEnum || type.Assembly == typeof(object).Assembly && part is not IEnumerable)
            return;
        if (part is IEnumerable items)
        {
            foreach (var item in items)
                AssertHasAll(item);
            return;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var value = property.GetValue(part);
            if (part is PrintedComment { Anchor: null })
                continue; // a reply, of the same record as what it replies to
            Assert.False(
                value is null || value is ICollection { Count: 0 } || value.Equals(property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : ""),
                $"{type.Name}.{property.Name} has no value to be lost.");
            AssertHasAll(value);
        }
    }
}
