using Speeches.Formats.Reading;
using Speeches.Formats.Reading.Pdf;

namespace Speeches.Tests.Formats.Reading;

public sealed class PdfReaderTests
{
    private const string Prose = "BT /F1 12 Tf 72 700 Td (The law of the sea is the concern of every coast and harbour.) Tj ET";

    [Fact]
    public void A_pdf_is_known_by_its_content_even_behind_a_few_other_bytes()
    {
        var bytes = new PdfPages().Line("The law of the sea concerns all of us.").Bytes();

        Assert.Equal("application/pdf", SpeechReaders.Read((byte[])[.. "\n\n"u8, .. bytes]).MediaType);
        Assert.False(new PdfReader().Recognizes([.. new byte[1_100], .. bytes]));
    }

    [Fact]
    public void A_written_page_gives_its_lines_with_their_page_and_number()
    {
        var lines = new PdfPages().Line("The court sat in the morning and in the afternoon.").Page().Line("It rose at six.").Lines();

        Assert.Equal([(1, 1, "The court sat in the morning and in the afternoon."), (2, 2, "It rose at six.")],
            lines.Select(l => (l.Number, l.Page, l.Text)));
    }

    [Fact]
    public void Letters_written_by_hand_are_read() =>
        Assert.Equal("The law of the sea is the concern of every coast and harbour.", Assert.Single(new PdfReader().Read(PdfPages.Raw(Prose)).Lines).Text);

    [Fact]
    public void A_page_without_letters_has_no_text_layer()
    {
        var error = Refused(new PdfPages().Bytes());

        Assert.Equal("no-text-layer", error.Code);
        Assert.Contains("OCR", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_font_that_names_no_letters_is_unreadable_and_stored_by_nobody()
    {
        var noise = string.Concat(Enumerable.Repeat("!#%&()*+-./:;<=>?@[]^_", 4)).Replace("(", "\\(").Replace(")", "\\)");

        Assert.Equal("unreadable-text", Refused(PdfPages.Raw($"BT /F1 12 Tf 72 700 Td ({noise}) Tj ET")).Code);
    }

    [Fact]
    public void An_encrypted_file_says_to_save_a_copy_without_a_password()
    {
        var key = new string('A', 64);
        var error = Refused(PdfPages.Raw(Prose, [$"<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>"],
            "/Encrypt 6 0 R /ID [<00> <00>]"));

        Assert.Equal("encrypted", error.Code);
    }

    [Theory]
    [InlineData("%PDF-1.7")]
    [InlineData("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF")]
    [InlineData("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999 >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF")]
    public void A_broken_file_is_refused_as_damaged_or_empty(string source)
    {
        var error = Refused(System.Text.Encoding.Latin1.GetBytes(source));

        Assert.True(error.Code is "damaged" or "no-text-layer", error.Code);
        Assert.Equal("file", error.Field);
    }

    private static SpeechesError Refused(byte[] bytes)
    {
        var error = Assert.Throws<SpeechesError>(() => new PdfReader().Read(bytes));
        Assert.Equal(ErrorKind.Refused, error.Kind);
        return error;
    }
}
