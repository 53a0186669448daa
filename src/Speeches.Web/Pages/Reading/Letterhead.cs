namespace Speeches.Web.Pages.Reading;

/// <summary>What the page says of a speech outside its text: the description, the outline, the direction of its script.</summary>
internal static class Letterhead
{
    // Primary subtags of languages written from right to left, and script subtags that say so themselves (BCP 47).
    private static readonly string[] RightToLeft =
        ["ar", "fa", "he", "ur", "ps", "ug", "yi", "dv", "sd", "ckb", "syr", "arab", "hebr", "thaa", "syrc", "nkoo"];

    /// <summary>"rtl" or "ltr" by a BCP 47 tag; "ltr" where it is unknown.</summary>
    public static string Direction(string? language)
    {
        if (language is null)
            return "ltr";
        var parts = language.ToLowerInvariant().Split('-');
        var script = parts.Skip(1).FirstOrDefault(part => part.Length == 4);
        return RightToLeft.Contains(script ?? parts[0]) ? "rtl" : "ltr";
    }

    /// <summary>One or two sentences for search engines and link previews, at most about 200 characters.</summary>
    public static string Description(Speech speech, SpeechText text)
    {
        var header = speech.Header;
        var speakers = string.Join(", ", header.Speakers.Select(speaker => speaker.Addressed));
        var what = (header.Kind, speakers) switch
        {
            (null, "") => "",
            ({ } kind, "") => kind,
            (null, _) => speakers,
            ({ } kind, _) => $"{kind} by {speakers}",
        };
        if (header.Date is { } date)
            what = what.Length == 0 ? Dates.Day(date) : $"{what}, {Dates.Day(date)}";
        var opening = text.Blocks.FirstOrDefault(block => block.Kind == BlockKind.Paragraph)?.Text ?? "";
        return what.Length == 0 ? Opening(opening, 200) : $"{what}. {Opening(opening, Math.Max(40, 198 - what.Length))}";
    }

    /// <summary>The first words, up to a length, "…" where something follows.</summary>
    public static string Opening(string text, int length)
    {
        if (text.Length <= length)
            return text.Replace('\n', ' ');
        var cut = text.LastIndexOf(' ', length);
        // Some scripts put no spaces between words; there the cut only spares surrogate pairs.
        if (cut < length / 2)
            cut = char.IsLowSurrogate(text[length]) ? length - 1 : length;
        var words = text.AsSpan(0, cut).TrimEnd(" ,;:.–—-\n");
        return string.Concat(words, "…").Replace('\n', ' ');
    }
}
