using Speeches.Formats.Reading.Text;
using Speeches.Parsing;

namespace Speeches.Formats.Reading;

/// <summary>Reads one source format into lines with style hints. Chosen by content, not by file name.</summary>
public interface ISpeechReader
{
    /// <summary>Whether these bytes look like the format.</summary>
    bool Recognizes(ReadOnlySpan<byte> source);

    /// <summary>Reads the bytes.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> where they cannot be read, with a sentence that says what to do.</exception>
    SourceDocument Read(ReadOnlyMemory<byte> source);
}

/// <summary>The readers, in the order in which they are asked.</summary>
public static class SpeechReaders
{
    private static readonly ISpeechReader[] Readers =
    [
        new Pdf.PdfReader(),
        new OldWordReader(),
        new Docx.DocxReader(),
        new Html.HtmlReader(),
        new PlainTextReader(),
        new MarkdownReader(),
    ];

    /// <summary>Reads a file with the first reader that recognizes it; text of another encoding is first turned into UTF-8.</summary>
    /// <exception cref="SpeechesError">With a code: <see cref="ErrorKind.UnknownFormat"/> where no reader knows it, <see cref="ErrorKind.Refused"/>
    /// where it cannot be read.</exception>
    public static SourceDocument Read(ReadOnlyMemory<byte> source)
    {
        if (ReadAsIs(source) is { } document)
            return document;
        if (!SourceText.IsOtherFormat(source.Span))
        {
            var (utf8, guess) = TextBytes.ToUtf8(source);
            if (ReadAsIs(utf8) is { } text)
                return guess is null ? text : text with { Diagnostics = [guess, .. text.Diagnostics] };
        }

        throw SourceErrors.Unknown("The format of this file is not known, so nothing was read from it. Save it as PDF, Word .docx or UTF-8 text and try again.");
    }

    private static SourceDocument? ReadAsIs(ReadOnlyMemory<byte> source)
    {
        foreach (var reader in Readers)
        {
            if (!reader.Recognizes(source.Span))
                continue;
            var document = reader.Read(source);
            return reader is PlainTextReader or MarkdownReader ? WrappedText.Paragraphs(TextDoubts.In(source.Span, document)) : document;
        }

        return null;
    }
}
