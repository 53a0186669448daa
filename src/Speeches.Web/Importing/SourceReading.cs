using Speeches.Formats.Reading;
using Speeches.Parsing;

namespace Speeches.Web.Importing;

/// <summary>What is asked of a worker, before the bytes.</summary>
/// <param name="Language">The language of the text as a person gave it (BCP 47), or null to tell it from the words.</param>
/// <param name="MaximumBlocks">The most blocks that the answer may have.</param>
/// <param name="Limits">What the source may make of itself.</param>
/// <param name="TimeLimitSeconds">After which the worker ends itself, should nobody be left to end it.</param>
internal sealed record ReadRequest(string? Language, int MaximumBlocks, ReadingLimits Limits, int TimeLimitSeconds)
{
    /// <summary>Whether the answer brings the source's lines, to be shown beside the result.</summary>
    public bool WithLines { get; init; }
}

/// <summary>What a worker answers: a speech with its media type, or why there is none.</summary>
internal sealed record ReadAnswer
{
    /// <summary>The format recognised from the content.</summary>
    public string? MediaType { get; init; }

    /// <summary>What was read; null where there is a failure.</summary>
    public ParsedSpeech? Speech { get; init; }

    /// <summary>The source's lines, where they were asked for.</summary>
    public IReadOnlyList<PrintedLine>? Lines { get; init; }

    /// <summary>Why nothing was read, or null.</summary>
    public ReadFailure? Failure { get; init; }
}

/// <summary>A <see cref="SpeechesError"/> on its way between processes.</summary>
internal sealed record ReadFailure(ErrorKind Kind, string Message, string? Field, string? Code)
{
    /// <summary>The failure of an error.</summary>
    public static ReadFailure From(SpeechesError error) => new(error.Kind, error.Message, error.Field, ImportCodes.Of(error));

    /// <summary>The error again.</summary>
    public SpeechesError ToError() => new(Kind, Message, Field) { Code = Code };
}

/// <summary>Reads a source: what a worker does.</summary>
internal static class SourceReading
{
    /// <summary>Bytes to a speech. Every exception but running out of memory or stack becomes a failure.</summary>
    public static ReadAnswer Read(ReadRequest request, ReadOnlyMemory<byte> source)
    {
        try
        {
            var document = SpeechReaders.Read(source, request.Limits);
            var speech = SpeechParser.Parse(document, request.Language);
            if (speech.Blocks.Count > request.MaximumBlocks)
            {
                throw new SpeechesError(ErrorKind.TooLarge,
                    $"The text has {speech.Blocks.Count} paragraphs and other blocks; at most {request.MaximumBlocks} are taken. Nothing was stored.", "file");
            }

            return new ReadAnswer
            {
                MediaType = document.MediaType,
                Speech = speech,
                Lines = request.WithLines ? [.. document.Lines.Select(line => new PrintedLine(line.Number, line.Page, Printed(line)))] : null,
            };
        }
        catch (SpeechesError error)
        {
            return new ReadAnswer { Failure = ReadFailure.From(error) };
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Readers meet whatever a file holds; what one did not foresee is a file that it cannot read, not the end of the others.
            return new ReadAnswer
            {
                Failure = new ReadFailure(ErrorKind.Refused, "The file is damaged and could not be read; nothing was stored. Save it again from the program it comes from.",
                    "file", ImportCodes.Damaged),
            };
        }
    }

    private static string Printed(SourceLine line) => line.Marker is null ? line.Text : $"{line.Marker} {line.Text}";
}
