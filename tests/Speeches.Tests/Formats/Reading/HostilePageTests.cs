using System.Text;
using Speeches.Formats.Reading;

namespace Speeches.Tests.Formats.Reading;

/// <summary>Web pages made to break programs. What ends a process would end the tests: a refusal is what keeps it from happening.</summary>
public class HostilePageTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    [InlineData("<pre>")]
    [InlineData("<listing>")]
    [InlineData("<PRE\n>")]
    public void Elements_thousands_deep_are_refused(string tag) => Assert.Equal("damaged", Refusal(string.Concat(Enumerable.Repeat(tag, 20_000)) + "words").Code);

    [Theory]
    [InlineData("<p>words of it")]
    [InlineData("<p><b>words of it")]
    [InlineData("<div>words of it</DIV>")]
    [InlineData("<p>words of it<script>x('<div>')</script>")]
    [InlineData("<p>words of it<!-- <div> -->")]
    public void What_only_looks_deep_is_read(string piece) => Assert.Equal(1_000, SpeechReaders.Read(Page(string.Concat(Enumerable.Repeat(piece, 1_000)))).Lines.Count);

    private static byte[] Page(string body) => Encoding.UTF8.GetBytes("<html><body>" + body);

    private static SpeechesError Refusal(string body) => Assert.Throws<SpeechesError>(() => SpeechReaders.Read(Page(body)));
}
