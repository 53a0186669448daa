namespace Speeches.Parsing;

/// <summary>Reads a speech from the lines of a source: header, blocks, quotations, and what was doubtful.</summary>
public static class SpeechParser
{
    private const int EnoughLetters = 300;

    /// <summary>Parses a source.</summary>
    /// <param name="source">Lines with the style hints of their format.</param>
    /// <param name="given">The language as a person gave it (BCP 47), or null to tell it from the words.</param>
    /// <returns>The parsed speech; it may have no blocks, and then a diagnostic says so (<c>no-body</c>).</returns>
    public static ParsedSpeech Parse(SourceDocument source, string? given = null)
    {
        var lines = source.Lines as SourceLine[] ?? [.. source.Lines];
        var diagnostics = new List<ParseDiagnostic>(source.Diagnostics);
        var language = given ?? LanguageDetector.Detect(lines) ?? source.DeclaredLanguage;
        if (language is null && lines.Sum(line => (long)line.Text.Length) >= EnoughLetters)
        {
            diagnostics.Add(new ParseDiagnostic(DiagnosticSeverity.Information, "unsure-language", 0,
                "The language of this text is none of those that are told by their words, or too few words are clear. Choose it by hand."));
        }

        var vocabulary = Vocabulary.For(language);
        lines = FlattenedText.Unfold(lines, vocabulary);

        var (header, length) = HeaderReader.Read(lines, vocabulary, diagnostics);
        var blocks = new BodyReader(lines, vocabulary).Read(length);
        if (blocks.Count == 0)
        {
            diagnostics.Add(new ParseDiagnostic(DiagnosticSeverity.Warning, "no-body", 0,
                "The source has no text below its header: nothing can be read or annotated."));
        }

        var comments = CommentPlaces.Of(source, blocks);
        diagnostics.AddRange(CommentPlaces.Unplaced(source, comments));
        var quotations = new QuotationFinder(vocabulary, diagnostics).Find(blocks);
        return new ParsedSpeech
        {
            Header = header with { Language = language, Provenance = WithLanguage(header.Provenance, language, given is null ? FieldOrigin.Read : FieldOrigin.Edited) },
            Blocks = blocks,
            Quotations = quotations,
            Diagnostics = diagnostics,
            Comments = comments,
        };
    }

    private static IReadOnlyDictionary<string, FieldProvenance> WithLanguage(
        IReadOnlyDictionary<string, FieldProvenance> provenance, string? language, FieldOrigin origin) =>
        language is null ? provenance : new Dictionary<string, FieldProvenance>(provenance)
        {
            // Told from the words of the whole text; no line prints it.
            ["language"] = new FieldProvenance(origin, null, 0),
        };
}
