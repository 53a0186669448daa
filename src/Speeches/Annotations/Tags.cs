using System.Text;

namespace Speeches.Annotations;

/// <summary>
/// Words that threads are sorted by. A tag is kept as it was typed, cleaned; two that differ in case only are the same one, and which
/// others there are changes nothing of it: else a tag would tell of threads that its writer may not see.
/// </summary>
public static class Tags
{
    /// <summary>How many colours there are; see <see cref="ColourOf"/>.</summary>
    public const int Colours = 8;

    /// <summary>
    /// Tags as they are stored: Unicode NFC, without white space around them or a leading <c>#</c>, one space for any white space within;
    /// empty ones and those that are there already left out.
    /// </summary>
    /// <param name="typed">One string a tag.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="longest">How long one may be, in UTF-16 code units.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> (field <c>tags</c>) where there are more, one is longer, or one holds a comma or what cannot be seen.</exception>
    public static IReadOnlyList<string> Clean(IEnumerable<string?> typed, int most, int longest)
    {
        var tags = new List<string>();
        foreach (var tag in typed.Select(Clean))
        {
            if (tag.Length == 0 || tags.Exists(other => AreSame(other, tag)))
                continue;
            if (tag.Length > longest)
                throw Refused($"A tag has at most {longest} characters; “{tag[..Math.Min(tag.Length, 20)]}…” has {tag.Length}.");
            if (tag.Contains(',', StringComparison.Ordinal))
                throw Refused($"A tag holds no comma: commas stand between tags. “{tag}” does.");
            if (tag.Any(sign => char.IsControl(sign) || sign is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF'))
                throw Refused("A tag holds nothing that cannot be seen.");
            tags.Add(tag);
        }

        return tags.Count == 0 ? [] : tags.Count <= most ? tags : throw Refused($"A thread has at most {most} tags; these are {tags.Count}.");
    }

    /// <summary>What is typed into one field: commas stand between tags.</summary>
    public static IReadOnlyList<string> Split(string? typed) =>
        (typed ?? "").Split([',', '،', '、', '，', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The same for all spellings of a tag that differ in case only.</summary>
    public static string Key(string tag) => Clean(tag).ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormC);

    /// <summary>Whether two are the same tag.</summary>
    public static bool AreSame(string one, string other) => string.Equals(Key(one), Key(other), StringComparison.Ordinal);

    /// <summary>The number of its colour, from 0, the same for ever and everywhere: from its letters alone (FNV-1a, 32 bits).</summary>
    public static int ColourOf(string tag)
    {
        var hash = 2166136261u;
        foreach (var unit in Encoding.UTF8.GetBytes(Key(tag)))
            hash = (hash ^ unit) * 16777619u;
        return (int)(hash % Colours);
    }

    private static string Clean(string? tag)
    {
        // Half a surrogate pair cannot be normalized, nor stored.
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(tag ?? "")).Normalize(NormalizationForm.FormC);
        return string.Join(' ', whole.TrimStart().TrimStart('#').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static SpeechesError Refused(string why) => new(ErrorKind.Refused, why + " Nothing was stored.", "tags");
}
