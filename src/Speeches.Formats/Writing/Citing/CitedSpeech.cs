using System.Globalization;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Citing;

/// <summary>What a bibliography says of a speech: its header and where to read it. Each value is one line, without characters that XML forbids.</summary>
internal sealed class CitedSpeech(AnnotatedCopy copy)
{
    private SpeechHeader Header => copy.Speech.Header;

    /// <summary>The heading shown on the page.</summary>
    public string Title => Line(copy.Speech.DisplayTitle);

    /// <summary>The speakers as printed, without honorifics. Which of the names is that of the family is not known.</summary>
    public IEnumerable<string> Authors => Header.Speakers.Select(speaker => Line(speaker.Name)).Where(name => name.Length > 0);

    /// <summary>What it was given at, where that is not the title.</summary>
    public string? Event => Header.Title is null ? null : Said(Header.Occasion);

    /// <summary>"Opening remarks"; null where the title is made of it.</summary>
    public string? Kind => Header.Title is null && Header.Occasion is null ? null : Said(Header.Kind);

    /// <summary>Where it was given.</summary>
    public string? Place => Said(Header.Place);

    /// <summary>The letterhead: organization, then office.</summary>
    public string? Publisher => Joined(", ", Said(Header.Organization), Said(Header.Office));

    /// <summary>When it was given.</summary>
    public DateOnly? Date => Header.Date;

    /// <summary>Of the text, a BCP 47 tag; null where unknown.</summary>
    public string? Language => Said(copy.Text.Language ?? Header.Language);

    /// <summary>The reading page of the newest version; of another, the page of that version, so that a reader finds the words cited.</summary>
    public string Address => copy.Text.Version == copy.Speech.Version
        ? copy.Address.AbsoluteUri
        : string.Create(CultureInfo.InvariantCulture, $"{copy.Address.AbsoluteUri}/v/{copy.Text.Version}");

    /// <summary>The version of the text and the day it came into the library, the symbol, and what is printed of its standing.</summary>
    public string Note => Joined("; ", [
        string.Create(CultureInfo.InvariantCulture, $"Version {copy.Text.Version} of the text, of {copy.Text.Imported.UtcDateTime:d MMMM yyyy}"),
        Said(Header.Symbol),
        .. Header.Notes.Select(Said)])!;

    /// <summary>The parts that are there, or null where none is.</summary>
    public static string? Joined(string between, params IEnumerable<string?> parts) =>
        string.Join(between, parts.OfType<string>()) is { Length: > 0 } words ? words : null;

    private static string? Said(string? words) => words is not null && Line(words) is { Length: > 0 } line ? line : null;

    private static string Line(string words) =>
        string.Join(' ', Xml.Allowed(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
