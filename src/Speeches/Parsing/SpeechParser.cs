namespace Speeches.Parsing;

/// <summary>Reads a speech from the lines of a source: header, blocks, quotations, and what was doubtful.</summary>
public static class SpeechParser
{
    /// <summary>Parses a source.</summary>
    /// <param name="source">Lines with the style hints of their format.</param>
    /// <returns>The parsed speech; it may have no blocks, and then a diagnostic says so (<c>no-body</c>).</returns>
    public static ParsedSpeech Parse(SourceDocument source) => throw new NotImplementedException();
}
