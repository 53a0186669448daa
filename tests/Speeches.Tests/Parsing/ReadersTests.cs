using System.Text;
using Speeches.Formats.Reading;

namespace Speeches.Tests.Parsing;

public class ReadersTests
{
    public static TheoryData<byte[]> OtherFormats => new(
        [.. "text with"u8, 0, .. "NUL"u8],
        "PK\u0003\u0004 and so on"u8.ToArray());

    [Theory]
    [MemberData(nameof(OtherFormats))]
    public void What_is_not_text_is_refused(byte[] source)
    {
        var error = Assert.Throws<SpeechesError>(() => SpeechReaders.Read(source));

        Assert.Equal((ErrorKind.UnknownFormat, "file", "unknown-format"), (error.Kind, error.Field, error.Code));
    }

    [Theory]
    [InlineData("Plain words.", "text/markdown")]
    [InlineData("**Bold** words.", "text/markdown")]
    [InlineData("            CENTRED\n\nWords.", "text/plain")]
    [InlineData("One page\fand another.", "text/plain")]
    public void Text_is_markdown_unless_it_was_laid_out_for_a_page(string text, string mediaType) =>
        Assert.Equal(mediaType, SpeechReaders.Read(Encoding.UTF8.GetBytes(text)).MediaType);

    [Fact]
    public void Control_characters_that_no_export_could_hold_are_dropped() =>
        Assert.Equal("One two three", Sources.Paragraph("One\u0001 two\u2028three &#1;").Text);

    [Fact]
    public void Markup_nested_beyond_reason_is_read_as_words() =>
        Assert.NotEmpty(Sources.Parse(new string('>', 5_000) + " deep").Blocks);
}
