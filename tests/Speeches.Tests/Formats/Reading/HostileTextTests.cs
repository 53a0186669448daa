using System.Text;
using Speeches.Formats.Reading;

namespace Speeches.Tests.Formats.Reading;

/// <summary>Texts that a parser of Markdown would be busy with for minutes or for ever.</summary>
public class HostileTextTests
{
    [Theory]
    [InlineData("[a](")]
    [InlineData("[[a]](")]
    [InlineData("![a](")]
    public void A_paragraph_of_a_thousand_links_is_read_as_it_stands(string link)
    {
        var source = SpeechReaders.Read(Encoding.UTF8.GetBytes("# Words\n\n" + string.Concat(Enumerable.Repeat(link, 100_000))));
        Assert.Equal("text/plain", source.MediaType);
        Assert.StartsWith(link + link, source.Lines[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("* ")]
    [InlineData("> ")]
    [InlineData(">- ")]
    public void Marks_thousands_deep_before_thousands_of_lines_are_read_as_they_stand(string mark)
    {
        var source = SpeechReaders.Read(Encoding.UTF8.GetBytes("Words.\n\n" + string.Concat(Enumerable.Repeat(mark, 16_000)) + "more" + new string('\n', 16_000) + "and more"));
        Assert.Equal("text/plain", source.MediaType);
        Assert.EndsWith("more", source.Lines[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_links_in_their_paragraphs_are_links()
    {
        var source = SpeechReaders.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("One [word](https://example.org/) more.\n\n", 1_000))));
        Assert.Equal("text/markdown", source.MediaType);
        Assert.All(source.Lines, line => Assert.Equal("One word more.", line.Text));
    }
}
