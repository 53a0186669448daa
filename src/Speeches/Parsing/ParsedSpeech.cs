using Speeches.Annotations;

namespace Speeches.Parsing;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>Doubtful: a person should look.</summary>
    Warning,
}

/// <summary>Something the parser saw and was not sure of.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">A stable word ("unclosed-quotation").</param>
/// <param name="Line">The source line, from 1; 0 for the whole.</param>
/// <param name="Message">One sentence for a person.</param>
public sealed record ParseDiagnostic(DiagnosticSeverity Severity, string Code, int Line, string Message);

/// <summary>What the parser read from a source.</summary>
public sealed record ParsedSpeech
{
    /// <summary>The header fields.</summary>
    public required SpeechHeader Header { get; init; }

    /// <summary>The parts of the text in reading order, footnotes last.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The passages in quotation marks, in reading order.</summary>
    public required IReadOnlyList<Quotation> Quotations { get; init; }

    /// <summary>What was doubtful, in source order.</summary>
    public IReadOnlyList<ParseDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>The comments that the source brings along, in its order; they are annotations only if somebody wants them to be.</summary>
    public IReadOnlyList<PrintedComment> Comments { get; init; } = [];
}
