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
        new OldWordReader(),
        new Docx.DocxReader(),
        new PlainTextReader(),
        new MarkdownReader(),
    ];

    /// <summary>Reads a file with the first reader that recognizes it.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.UnknownFormat"/> where none does.</exception>
    public static SourceDocument Read(ReadOnlyMemory<byte> source)
    {
        foreach (var reader in Readers)
        {
            if (reader.Recognizes(source.Span))
                return reader.Read(source);
        }

        throw SourceErrors.Unknown("The format of this file is not known, so nothing was read from it. Save it as Word .docx or as UTF-8 text and try again.");
    }
}
