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
    /// <summary>Reads a file with the first reader that recognizes it.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.UnknownFormat"/> where none does.</exception>
    public static SourceDocument Read(ReadOnlyMemory<byte> source) => throw new NotImplementedException();
}
