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
    private static readonly ISpeechReader[] Readers = [new PlainTextReader(), new MarkdownReader()];

    /// <summary>Reads a file with the first reader that recognizes it.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.UnknownFormat"/> where none does.</exception>
    public static SourceDocument Read(ReadOnlyMemory<byte> source)
    {
        if (!SourceText.IsText(source.Span))
        {
            throw new SpeechesError(ErrorKind.UnknownFormat,
                "This file is not plain or Markdown text in UTF-8, so nothing was read from it. Save it as UTF-8 text and try again.", "file");
        }

        foreach (var reader in Readers)
        {
            if (reader.Recognizes(source.Span))
                return reader.Read(source);
        }

        throw new SpeechesError(ErrorKind.UnknownFormat, "The format of this file is not known, so nothing was read from it.", "file");
    }
}
