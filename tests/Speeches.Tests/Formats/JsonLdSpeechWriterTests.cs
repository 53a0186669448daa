using System.Text.Json;
using Speeches.Formats.Writing.JsonLd;

namespace Speeches.Tests.Formats;

public class JsonLdSpeechWriterTests
{
    private static readonly JsonElement Collection = JsonDocument.Parse(GoldenFile.Write("jsonld", Samples.Full)).RootElement;

    private static JsonElement[] Items => [.. Collection.GetProperty("first").GetProperty("items").EnumerateArray()];

    [Fact]
    public void The_file_is_as_a_person_has_approved_it() => GoldenFile.Compare("jsonld", Samples.Full, "full");

    [Fact]
    public void The_collection_says_what_it_is_and_how_much_it_holds()
    {
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", Collection.GetProperty("@context").GetString());
        Assert.Equal("AnnotationCollection", Collection.GetProperty("type").GetString());
        Assert.Equal("AnnotationPage", Collection.GetProperty("first").GetProperty("type").GetString());
        Assert.Equal(Items.Length, Collection.GetProperty("total").GetInt32());
        Assert.Equal(Samples.Full.AnnotationCount, Items.Length);
    }

    [Fact]
    public void An_annotation_leads_to_its_words_by_fragment_quotation_and_position()
    {
        var target = Items[0].GetProperty("target");
        var selector = target.GetProperty("selector");
        Assert.Equal("https://speeches.example.org/speeches/a-speech", target.GetProperty("source").GetString());
        Assert.Equal("p1", selector.GetProperty("value").GetString());
        var refined = selector.GetProperty("refinedBy").EnumerateArray().ToList();
        Assert.Equal("global public good", refined[0].GetProperty("exact").GetString());
        Assert.Equal((53, 71), (refined[1].GetProperty("start").GetInt32(), refined[1].GetProperty("end").GetInt32()));
    }

    [Fact]
    public void A_reply_targets_the_annotation_it_replies_to()
    {
        Assert.Equal("replying", Items[1].GetProperty("motivation").GetString());
        Assert.Equal(Items[0].GetProperty("id").GetString(), Items[1].GetProperty("target").GetString());
        Assert.Equal("https://speeches.example.org/annotations/a1", Items[0].GetProperty("id").GetString());
    }

    [Fact]
    public void Positions_after_a_character_outside_the_basic_plane_count_it_once()
    {
        var position = Items.Single(item => item.GetProperty("id").GetString()!.EndsWith("/a6", StringComparison.Ordinal))
            .GetProperty("target").GetProperty("selector").GetProperty("refinedBy")[1];
        // "a world 🌍🏽" is twelve code units and ten code points.
        Assert.Equal((43, 53), (position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32()));
    }

    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("🌍a", 2, 1)]
    [InlineData("🌍a", 3, 2)]
    [InlineData("e\u0301a", 2, 2)]
    [InlineData("👩‍⚖️x", 5, 4)]
    [InlineData("a", 0, 0)]
    [InlineData("\uD83Da", 1, 1)]
    public void Code_points_before_a_code_unit(string text, int codeUnits, int codePoints) =>
        Assert.Equal(codePoints, CodePoints.Before(text, codeUnits));
}
