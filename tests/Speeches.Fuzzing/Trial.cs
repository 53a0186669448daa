using System.Globalization;
using System.Text;
using Speeches.Formats.Reading;
using Speeches.Parsing;

namespace Speeches.Fuzzing;

/// <summary>What is wrong with how a file was read.</summary>
/// <param name="Kind">A word for it and where it is from: two of one kind are one fault.</param>
/// <param name="Detail">More of it.</param>
internal sealed record Finding(string Kind, string Detail)
{
    /// <inheritdoc />
    public override string ToString() => $"{Kind}: {Detail}";
}

/// <summary>Reads a file as a worker does and looks at what came of it: a speech that keeps its promises, or a refusal with a code.</summary>
internal static class Trial
{
    // Files here are small: what takes longer or more than this would not end on a large one.
    private const double MostSeconds = 5;
    private const long MostBytes = 1_500_000_000;
    private const string Unseen = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u2028\u2029\uFFFE\uFFFF";

    /// <summary>Reads a file.</summary>
    /// <param name="source">Its bytes.</param>
    /// <param name="seconds">How long it took.</param>
    /// <param name="refusal">The code of a refusal, or null.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Finding? Run(ReadOnlyMemory<byte> source, out double seconds, out string? refusal)
    {
        // Time of the processor: the clock on the wall counts what else the machine does.
        var (cpu, before) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        var found = Read(source, out refusal);
        seconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (found is null && seconds > MostSeconds)
            found = new Finding("slow", string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s"));
        if (found is null && allocated > MostBytes)
            found = new Finding("hungry", string.Create(CultureInfo.InvariantCulture, $"{allocated / 1_000_000} MB"));
        return found;
    }

    private static Finding? Read(ReadOnlyMemory<byte> source, out string? refusal)
    {
        refusal = null;
        try
        {
            var document = SpeechReaders.Read(source);
            return Lines(document) ?? Speech(SpeechParser.Parse(document));
        }
        catch (SpeechesError error)
        {
            refusal = error.Code;
            return error.Code is null ? new Finding("no code", error.Message) : null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var frames = (exception.StackTrace ?? "").Split('\n').Select(line => line.Trim().Split('(')[0]).ToArray();
            var ours = frames.FirstOrDefault(line => line.StartsWith("at Speeches.", StringComparison.Ordinal)) ?? "?";
            return new Finding($"{exception.GetType().Name} {frames.FirstOrDefault()} {ours}", exception.Message.ReplaceLineEndings(" "));
        }
    }

    private static Finding? Lines(SourceDocument document)
    {
        foreach (var line in document.Lines)
        {
            if (line.Text.Length == 0)
                return new Finding("empty line", $"line {line.Number}");
            if (Bad(line.Text, line.Spans, mayBreak: false) is { } bad)
                return new Finding("line: " + bad, $"line {line.Number}");
        }

        foreach (var comment in document.Comments)
        {
            if (comment.Line < 0 || comment.Line >= document.Lines.Count || comment.Start < 0 || comment.Start > comment.End || comment.End > document.Lines[comment.Line].Text.Length)
                return new Finding("comment's range", $"{comment.Line}: {comment.Start} to {comment.End}");
        }

        return null;
    }

    private static Finding? Speech(ParsedSpeech speech)
    {
        var blocks = speech.Blocks.ToDictionary(block => block.Id);
        foreach (var block in speech.Blocks)
        {
            if (block.Text.Length == 0)
                return new Finding("empty block", block.Id);
            if (Bad(block.Text, block.Spans, mayBreak: true) is { } bad)
                return new Finding("block: " + bad, block.Id);
        }

        foreach (var quotation in speech.Quotations)
        {
            if (blocks[quotation.BlockId].Text[quotation.Start..quotation.End] != quotation.Words)
                return new Finding("quotation's words", quotation.BlockId);
        }

        var header = speech.Header;
        string?[] fields =
        [
            header.Organization, header.Office, header.Title, header.Occasion, header.Kind, header.DeliveredBy, header.Place, header.Language, header.Symbol, .. header.Notes,
            .. header.Speakers.SelectMany(speaker => (string?[])[speaker.Honorific, speaker.Name, speaker.OnBehalfOf, .. speaker.Capacities]),
        ];
        return fields.Any(field => field is not null && Bad(field, [], mayBreak: false) is not null) ? new Finding("header", "controls") : null;
    }

    private static string? Bad(string text, IReadOnlyList<Span> spans, bool mayBreak)
    {
        if (text.Any(c => (char.IsControl(c) && !(c == '\t' || (mayBreak && c == '\n'))) || Unseen.Contains(c)))
            return "controls";
        if (!Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Equals(text, StringComparison.Ordinal))
            return "half a surrogate pair";
        return spans.Any(span => span.Start < 0 || span.Start >= span.End || span.End > text.Length) ? "span outside" : null;
    }
}
