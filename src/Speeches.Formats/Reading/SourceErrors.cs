namespace Speeches.Formats.Reading;

/// <summary>Refusals of files, each with its stable code and a sentence that says what to do.</summary>
internal static class SourceErrors
{
    /// <summary>The file breaks its own format's rules.</summary>
    internal static SpeechesError Damaged(string format, Exception? inner = null) =>
        new(ErrorKind.Refused, $"This {format} is damaged, so nothing was read from it. Open it where it was made, save it again and try that.", "file", inner)
        {
            Code = "damaged",
        };

    /// <summary>The file is over a limit; the sentence names it.</summary>
    internal static SpeechesError OverLimit(string sentence) => new(ErrorKind.TooLarge, sentence, "file") { Code = "too-large" };

    /// <summary>The file holds, unpacked, more than is ever read.</summary>
    internal static SpeechesError TooLarge(string format) =>
        OverLimit($"This {format} unpacks to more than is read of one file, so nothing was read from it.");

    /// <summary>The file is locked with a password.</summary>
    internal static SpeechesError Encrypted() =>
        new(ErrorKind.Refused, "This file is locked with a password, so nothing was read from it. Save it without a password and try again.", "file")
        {
            Code = "encrypted",
        };

    /// <summary>A known format that is not read; the sentence names it.</summary>
    internal static SpeechesError Unknown(string sentence) => new(ErrorKind.UnknownFormat, sentence, "file") { Code = "unknown-format" };
}
