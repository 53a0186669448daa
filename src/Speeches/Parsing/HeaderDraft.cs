namespace Speeches.Parsing;

/// <summary>A line of the letterhead, before and after a field has taken it.</summary>
/// <param name="text">Its words.</param>
/// <param name="number">Its source line, from 1.</param>
/// <param name="startsBlock">Whether a block begins with it.</param>
internal sealed class HeaderLine(string text, int number, bool startsBlock)
{
    internal string Text { get; set; } = text;

    internal int Number { get; set; } = number;

    internal bool StartsBlock { get; } = startsBlock;

    /// <summary>Whether a field has been read from it.</summary>
    internal bool IsTaken { get; set; }
}

/// <summary>The header while it is being read: the lines, what has been read from them and from which words.</summary>
internal sealed class HeaderDraft(List<HeaderLine> lines, Vocabulary vocabulary, List<ParseDiagnostic> diagnostics)
{
    private readonly Dictionary<string, FieldProvenance> _provenance = new(12);

    internal List<HeaderLine> Lines { get; } = lines;

    internal Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>Takes what is doubtful.</summary>
    internal List<ParseDiagnostic> Diagnostics { get; } = diagnostics;

    internal SpeechHeader Header { get; set; } = new();

    /// <summary>Who speaks, as found behind a kind ("Statement by Mr. …"), and where capacities may follow; else null.</summary>
    internal (string Text, int Line)? SpeakerWords { get; set; }

    /// <summary>For whom is spoken where no person is named with them ("Déclaration de la France"), as printed and where; else null.</summary>
    internal (string Text, string Printed, int Line)? Party { get; set; }

    /// <summary>Whether anything was read that only a header says, rather than what may be a first line of the text.</summary>
    internal bool IsCertain => _provenance.Count > 0;

    internal IReadOnlyDictionary<string, FieldProvenance> Provenance => _provenance;

    internal bool Has(string field) => _provenance.ContainsKey(field);

    /// <summary>Keeps the words that a field was read from.</summary>
    internal void Keep(string field, string? printed, int line) =>
        _provenance.TryAdd(field, new FieldProvenance(FieldOrigin.Read, printed, line));

    /// <summary>Forgets a field that turned out to be none.</summary>
    internal void Drop(string field) => _provenance.Remove(field);
}
