using System.Globalization;

namespace Speeches.Tests.Formats;

public class TextSpeechWriterTests
{
    [Fact]
    public void The_file_is_as_a_person_has_approved_it() => GoldenFile.Compare("txt", Samples.Full, "full");

    [Fact]
    public void No_line_is_longer_than_eighty_columns()
    {
        var words = string.Concat(Enumerable.Repeat("Überprüfung 🌍🏽 e\u0301tat ", 60));
        Assert.All(
            GoldenFile.Text("txt", Samples.Of(words, words)).Split('\n'),
            line => Assert.InRange(new StringInfo(line).LengthInTextElements, 0, 80));
    }

    [Fact]
    public void A_word_longer_than_a_line_stays_whole() =>
        Assert.Contains(new string('x', 200), GoldenFile.Text("txt", Samples.Of("a " + new string('x', 200) + " b")), StringComparison.Ordinal);
}
