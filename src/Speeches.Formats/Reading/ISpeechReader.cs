using Speeches.Formats.Reading.Text;
using Speeches.Parsing;

namespace Speeches.Formats.Reading;

/// <summary>Reads one source format into lines with style hints. Chosen by content, not by file name.</summary>
public interface ISpeechReader
{
    /// <summary>Whether these bytes look like the format.</summary>
    bool Recognizes(ReadOnlySpan<byte> source);

    /// <summary>Reads the bytes.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="limits">What it may make of itself; null for <see cref="ReadingLimits.Default"/>.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> where they cannot be read, with a sentence that says what to do;
    /// <see cref="ErrorKind.TooLarge"/> where they are over a limit.</exception>
    SourceDocument Read(ReadOnlyMemory<byte> source, ReadingLimits? limits = null);
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
    /// <param name="source">The whole file.</param>
    /// <param name="limits">What it may make of itself; null for <see cref="ReadingLimits.Default"/>.</param>
    /// <exception cref="SpeechesError">With a code: <see cref="ErrorKind.UnknownFormat"/> where no reader knows it, <see cref="ErrorKind.Refused"/>
    /// where it cannot be read, <see cref="ErrorKind.TooLarge"/> where it is over a limit.</exception>
    public static SourceDocument Read(ReadOnlyMemory<byte> source, ReadingLimits? limits = null)
    {
        limits ??= ReadingLimits.Default;
        if (ReadAsIs(source, limits) is { } document)
            return document;
        if (!SourceText.IsOtherFormat(source.Span))
        {
            var (utf8, guess) = TextBytes.ToUtf8(source);
            if (ReadAsIs(utf8, limits) is { } text)
                return guess is null ? text : text with { Diagnostics = [guess, .. text.Diagnostics] };
        }

        throw SourceErrors.Unknown("The format of this file is not known, so nothing was read from it. Save it as PDF, Word .docx or UTF-8 text and try again.");
    }

    private static SourceDocument? ReadAsIs(ReadOnlyMemory<byte> source, ReadingLimits limits)
    {
        foreach (var reader in Readers)
        {
            if (!reader.Recognizes(source.Span))
                continue;
            var document = reader.Read(source, limits);
            RefuseTooLong(document, limits);
            return reader is PlainTextReader or MarkdownReader ? WrappedText.Paragraphs(PrintedNotes.Mark(TextDoubts.In(source.Span, document))) : document;
        }

        return null;
    }

    private static void RefuseTooLong(SourceDocument document, ReadingLimits limits)
    {
        var characters = 0L;
        foreach (var line in document.Lines)
        {
            characters += line.Text.Length;
            if (line.Text.Length > limits.LineCharacters)
                throw SourceErrors.OverLimit($"A line of this file has more than {limits.LineCharacters} characters, so nothing was read from it. Part it into paragraphs and try again.");
            if (characters > limits.Characters)
                throw SourceErrors.OverLimit($"The text of this file has more than {limits.Characters} characters, so nothing was read from it. Import it in parts.");
        }
    }
}
