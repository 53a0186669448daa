using System.Text.Json;

namespace Speeches.Tests.Formats;

public class JsonSpeechWriterTests
{
    [Fact]
    public void The_file_is_as_a_person_has_approved_it() => GoldenFile.Compare("json", Samples.Full, "full");

    [Fact]
    public void An_annotation_has_the_shape_of_the_api()
    {
        var annotation = Root(GoldenFile.Write("json", Samples.Full)).GetProperty("annotations")[0];
        Assert.Equal("a-speech", annotation.GetProperty("speech").GetString());
        Assert.Equal(1, annotation.GetProperty("paragraph").GetInt32());
        Assert.Equal((53, 71), (annotation.GetProperty("start").GetInt32(), annotation.GetProperty("end").GetInt32()));
        Assert.Equal("First annotator", annotation.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("2026-11-14T09:05:07Z", annotation.GetProperty("created").GetString());
        Assert.Equal(["a2", "a3"], annotation.GetProperty("replies").EnumerateArray().Select(reply => reply.GetProperty("id").GetString()));
    }

    [Fact]
    public void Times_of_day_are_hours_and_minutes_and_absent_fields_are_null()
    {
        var header = Root(GoldenFile.Write("json", Samples.Full)).GetProperty("header");
        Assert.Equal("13:15", header.GetProperty("startTime").GetString());
        Assert.Equal("2021-12-14", header.GetProperty("date").GetString());
        Assert.Equal(JsonValueKind.Null, header.GetProperty("deliveredBy").ValueKind);
    }

    [Fact]
    public void Quotation_marks_stay_readable() =>
        Assert.Contains("“Our Common Agenda”", GoldenFile.Text("json", Samples.Full), StringComparison.Ordinal);

    [Fact]
    public void A_deleted_annotation_says_nothing_of_its_author()
    {
        var placeholder = Root(GoldenFile.Write("json", Samples.Full)).GetProperty("annotations")[4];
        Assert.Equal("", placeholder.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("", placeholder.GetProperty("body").GetString());
        Assert.Equal(JsonValueKind.String, placeholder.GetProperty("deleted").ValueKind);
    }

    private static JsonElement Root(byte[] json) => JsonDocument.Parse(json).RootElement;
}
