using Speeches.Annotations;
using Speeches.Formats.Writing;

namespace Speeches.Tests.Formats;

public class SpeechWritersTests
{
    public static TheoryData<string> Formats => [.. SpeechWriters.All.Select(writer => writer.Format)];

    public static TheoryData<string> TextFormats => [.. Annotated.Where(format => format != "docx")];

    public static TheoryData<string> Documents => [.. Annotated.Where(format => format is not ("docx" or "csv"))];

    private static IEnumerable<string> Annotated => SpeechWriters.All.Where(writer => writer.HoldsAnnotations).Select(writer => writer.Format);

    [Fact]
    public void The_formats_of_this_product_are_there_once_each() =>
        Assert.Equal(["bib", "csv", "docx", "html", "json", "jsonld", "md", "ris", "txt"], SpeechWriters.All.Select(writer => writer.Format).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_copy_gives_the_same_bytes(string format) =>
        Assert.Equal(GoldenFile.Write(format, Samples.Full), GoldenFile.Write(format, Samples.Full));

    // A table has columns and no place to speak of itself: there each row says it.
    [Theory]
    [MemberData(nameof(Documents))]
    public void A_copy_says_where_it_is_from_when_it_was_made_and_for_whom(string format)
    {
        var text = GoldenFile.Text(format, Samples.Full);
        Assert.Contains("https://speeches.example.org/speeches/a-speech", text, StringComparison.Ordinal);
        Assert.Matches("2026-11-14T10:05|14 November 2026, 10:05 UTC", text);
        Assert.Contains("mine", text, StringComparison.Ordinal);
        Assert.Contains("9", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TextFormats))]
    public void An_annotation_whose_words_are_not_in_this_version_is_kept_but_put_on_no_words(string format)
    {
        var copy = Samples.Of("Other words.", "Said of the old words.");
        copy = copy with
        {
            Threads = [new AnnotationThread(copy.Threads[0].Root with { Anchor = new TextAnchor { BlockId = "p1", Start = 0, End = 5, Exact = "First" } }, [])],
        };
        var text = GoldenFile.Text(format, copy);
        Assert.Contains("Said of the old words.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<mark>", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_speech_without_annotations_and_without_a_header_can_be_taken_away(string format)
    {
        var bare = Samples.Bare with { Speech = Samples.Bare.Speech with { Header = new SpeechHeader() }, Text = Samples.Bare.Text with { Language = null, Blocks = [], Quotations = [] } };
        Assert.NotEmpty(GoldenFile.Write(format, bare));
    }
}
