using Speeches.Parsing;

namespace Speeches.Web.Importing;

/// <summary>A source that was read, or the reason why it could not be.</summary>
/// <param name="File">As the person named it.</param>
/// <param name="Source">Its bytes.</param>
/// <param name="MediaType">As recognised from the content, or null.</param>
/// <param name="Speech">What was read, or null.</param>
/// <param name="Failure">Why it is not to be stored, or null; a speech without a body has both.</param>
internal sealed record ReadSource(string File, ReadOnlyMemory<byte> Source, string? MediaType, ParsedSpeech? Speech, SpeechesError? Failure)
{
    /// <summary>The source's lines, where they were asked for.</summary>
    public IReadOnlyList<PrintedLine> Lines { get; init; } = [];

    /// <summary>The result where nothing is stored: a failure, or what would be imported.</summary>
    public ImportResult Preview() => (Speech, Failure) switch
    {
        ({ } speech, null) => ImportResult.Of(File, ImportStatus.Imported, speech),
        ({ } speech, { } failure) => ImportResult.Of(File, ImportStatus.Failed, speech) with { Error = ImportErrorJson.From(failure) },
        (_, var failure) => new ImportResult { File = File, Status = ImportStatus.Failed, Error = ImportErrorJson.From(failure!) },
    };
}

/// <summary>Reads sources in workers, within the limits. Touches no library.</summary>
internal sealed class SourceReader(ReadingWorkers workers, ImportOptions limits)
{
    /// <summary>Reads a source.</summary>
    /// <param name="file">As the person named it.</param>
    /// <param name="source">Its bytes.</param>
    /// <param name="language">The language that a person gave (BCP 47), or null.</param>
    /// <param name="withLines">Whether the source's lines are to be kept, to look at.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Unavailable"/> where no worker can be started.</exception>
    public async Task<ReadSource> Read(string file, ReadOnlyMemory<byte> source, string? language = null, bool withLines = false)
    {
        if (IsTooLarge(source.Length))
            return Failed(file, TooLarge());
        var answer = await workers.Read(source, language, withLines);
        var failure = answer.Failure?.ToError();
        if (answer.Speech is { } speech && !speech.Blocks.Any(block => block.CanBeAnnotated))
            failure = new SpeechesError(ErrorKind.Refused, "The file has no text below its header; nothing was stored.", "file") { Code = ImportCodes.NoBody };
        return new ReadSource(file, source, answer.MediaType, answer.Speech, failure) { Lines = answer.Lines ?? [] };
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="language">The language that a person gave (BCP 47), or null.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Unavailable"/> where no worker can be started.</exception>
    public Task<ReadSource> Read(string path, string? language = null)
    {
        byte[] source;
        try
        {
            if (IsTooLarge(new FileInfo(path).Length))
                return Task.FromResult(Failed(path, TooLarge()));
            source = File.ReadAllBytes(path); // at once: most are small, and another thread would take longer to wake
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(Failed(path, new SpeechesError(
                ErrorKind.Refused, "The file could not be opened; nothing was stored. Look whether you may read it.", "file", failure)
            { Code = ImportCodes.UnreadableFile }));
        }

        return Read(path, source, language);
    }

    /// <summary>A file that is not read.</summary>
    public static ReadSource Failed(string file, SpeechesError failure) => new(file, default, null, null, failure);

    /// <summary>Whether a file of so many bytes is over the limit.</summary>
    public bool IsTooLarge(long bytes) => bytes > limits.MaximumFileBytes;

    /// <summary>What is said of a file over the limit.</summary>
    public SpeechesError TooLarge() => new(ErrorKind.TooLarge,
        $"The file is larger than {limits.MaximumFileBytes} bytes; nothing was stored.", "file")
    { Code = ImportCodes.TooLarge };
}
