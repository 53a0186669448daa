using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Speeches.Formats.Reading;
using Speeches.Formats.Reading.Docx;

namespace Speeches.Tests.Formats.Reading;

public class HostileWordFileTests
{
    private static readonly byte[] Copy = GoldenFile.Write("docx", Samples.Full);

    [Fact]
    public void What_unpacks_to_too_much_is_refused_before_it_is_held()
    {
        var error = Assert.Throws<SpeechesError>(() => new DocxReader().Read(WordFile.Raw(new string(' ', 100_000)), new ReadingLimits { UnpackedBytes = 10_000 }));

        Assert.Equal((ErrorKind.TooLarge, "too-large", "file"), (error.Kind, error.Code, error.Field));
    }

    [Theory]
    [InlineData("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"boom\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">&e;</w:document>")]
    [InlineData("")]
    public void What_breaks_the_format_is_damaged(string document) => Assert.Equal("damaged", Refusal(WordFile.Raw(document)).Code);

    [Fact]
    public void Nesting_beyond_reason_is_damage_and_no_crash()
    {
        var body = string.Concat(Enumerable.Repeat("<w:ins>", 20_000)) + string.Concat(Enumerable.Repeat("</w:ins>", 20_000));

        Assert.Equal("damaged", Refusal(WordFile.Raw($"<w:document {WordFile.Namespaces}><w:body><w:p>{body}</w:p></w:body></w:document>")).Code);
    }

    [Fact]
    public void Half_a_file_is_damaged() => Assert.Equal("damaged", Refusal(Copy[..(Copy.Length / 2)]).Code);

    [Fact]
    public void A_spreadsheet_is_no_text() => Assert.Equal("unknown-format", Refusal(WordFile.Raw("<worksheet/>")).Code);

    [Fact]
    public void A_file_with_a_password_and_older_formats_are_refused_by_name()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100]];

        Assert.Equal("encrypted", Refusal([.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")]).Code);
        Assert.Equal("unknown-format", Refusal(compound).Code);
        Assert.Equal("unknown-format", Refusal("{\\rtf1 words}"u8.ToArray()).Code);
        Assert.Contains(".docx", Refusal("{\\rtf1 words}"u8.ToArray()).Message, StringComparison.Ordinal);
    }

    [Property(MaxTest = 100)]
    public Property A_changed_byte_gives_a_source_or_a_refusal() => Prop.ForAll(
        Gen.Zip(Gen.Choose(0, Copy.Length - 1), Gen.Choose(0, 255)).ListOf(5).ToArbitrary(), changes =>
        {
            var bytes = Copy.ToArray();
            foreach (var (at, value) in changes)
                bytes[at] = (byte)value;
            return IsReadOrRefused(bytes);
        });

    [Property(MaxTest = 100)]
    public Property Changed_markup_gives_a_source_or_a_refusal()
    {
        var document = Document();
        string[] pieces = ["<w:p>", "</w:p>", "<w:r>", "w:val=\"999999999999\"", "<w:numId w:val=\"1\"/>", "<w:ilvl w:val=\"-5\"/>", "<w:br/>", "<w:tbl>", "\"", "<", "&#1;", "&amp;"];
        return Prop.ForAll(Gen.Zip(Gen.Choose(0, document.Length - 1), Gen.Elements(pieces)).ToArbitrary(), change =>
            IsReadOrRefused(WordFile.Raw(document.Insert(change.Item1, change.Item2))));
    }

    private static string Document()
    {
        using var zip = new ZipArchive(new MemoryStream(Copy));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }

    private static bool IsReadOrRefused(byte[] bytes)
    {
        try
        {
            return SpeechReaders.Read(bytes).Lines.All(line => line.Text.Length > 0 && line.Spans.All(span => span.Start < span.End && span.End <= line.Text.Length));
        }
        catch (SpeechesError error)
        {
            return error.Code is not null;
        }
    }

    private static SpeechesError Refusal(byte[] source) => Assert.Throws<SpeechesError>(() => SpeechReaders.Read(source));
}
