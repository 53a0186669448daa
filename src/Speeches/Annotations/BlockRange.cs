using System.Globalization;

namespace Speeches.Annotations;

/// <summary>A block, or a range of its text in UTF-16 code units, as addresses and forms name it: <c>p7</c>, <c>p7:12:40</c>.</summary>
/// <param name="BlockId">The <see cref="Block.Id"/>.</param>
/// <param name="Start">First code unit, or null for the whole block; set together with <paramref name="End"/>.</param>
/// <param name="End">One past the last code unit, or null.</param>
public readonly record struct BlockRange(string BlockId, int? Start = null, int? End = null)
{
    /// <summary>Reads the written form; false where it is none. Whether there is such a block is not looked at.</summary>
    public static bool TryParse(string? written, out BlockRange range)
    {
        range = default;
        switch (written?.Split(':'))
        {
            case [{ Length: > 0 } id]:
                range = new(id);
                return true;
            case [{ Length: > 0 } id, var from, var to] when Number(from) is { } start && Number(to) is { } end:
                range = new(id, start, end);
                return true;
            default:
                return false;
        }
    }

    /// <summary>
    /// What a reader means who selected a stretch of a block: whole characters, without white space at the ends; the whole block
    /// where no word of it is left out.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="start">First code unit selected; a place outside the text is moved to its edge.</param>
    /// <param name="end">One past the last.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> where no word is in it.</exception>
    public static BlockRange Selected(Block block, int start, int end)
    {
        var text = block.Text;
        start = Graphemes.Floor(text, start);
        end = Graphemes.Ceiling(text, end);
        var words = Trimmed(text, start, Math.Max(start, end));
        if (words.Start == words.End)
            throw Refusal("No words are selected. Nothing was stored.");
        return words == Trimmed(text, 0, text.Length) ? new(block.Id) : new(block.Id, words.Start, words.End);
    }

    /// <summary>The only place of these words in a block.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> (field <c>words</c>) where they stand there never, or more than once.</exception>
    public static BlockRange OfWords(Block block, string words)
    {
        words = words.Trim();
        var start = words.Length == 0 ? -1 : block.Text.IndexOf(words, StringComparison.Ordinal);
        if (start < 0)
            throw Refusal("These words do not stand in that paragraph. Copy them from it. Nothing was changed.");
        if (block.Text.IndexOf(words, start + 1, StringComparison.Ordinal) >= 0)
            throw Refusal("These words stand more than once in that paragraph. Take some more of those around them. Nothing was changed.");
        return Selected(block, start, start + words.Length);
    }

    /// <summary>The written form.</summary>
    public override string ToString() =>
        Start is null ? BlockId : string.Create(CultureInfo.InvariantCulture, $"{BlockId}:{Start}:{End}");

    private static (int Start, int End) Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (start, end);
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static SpeechesError Refusal(string message) => new(ErrorKind.Refused, message, "words");
}
