namespace Speeches.Parsing;

/// <summary>
/// Takes lines that say nothing about the speech out of the letterhead: rules, page numbers, web addresses, and the street and the
/// telephone of a mission. No field is read from them.
/// </summary>
internal static class FurnitureReader
{
    // What web pages and press services print around a speech.
    private static readonly WordSet PageWords = new("Press Release|Communiqué de presse|Media Release|For immediate release|Communiqué|Comunicado de prensa|"
        + "Пресс-релиз|بيان صحفي|新闻稿|Print|Imprimer|Share|打印|Download|Transcript|Transcription|Document Number|Document Type|Date of the Document|"
        + "Document File|In progress at UNHQ|En cours au Siège de l'ONU|Home|Welcome to the United Nations. It's your world|Document related concepts|"
        + "Добро пожаловать в ООН. Это ваш мир!|Size: px|Start display at page:");
    private static readonly string[] Telephones = ["Tel", "Fax", "Phone", "Tél", "Тел", "هاتف", "电话"];
    private static readonly string[] Streets = [" Avenue", " Ave", " Street", " Floor", " Plaza", " Piso", "étage"];

    internal static void Read(HeaderDraft draft)
    {
        foreach (var line in draft.Lines)
            line.IsTaken |= IsFurniture(line.Text);
    }

    /// <summary>Whether the words are a web page's own ("Print").</summary>
    internal static bool IsOfPage(ReadOnlySpan<char> words) => PageWords.Contains(words);

    private static bool IsFurniture(string text)
    {
        if (!text.Any(char.IsLetter))
            return text.Count(char.IsDigit) <= 4;
        if (text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || text.Contains(".org/", StringComparison.OrdinalIgnoreCase) || text.Contains(".int/", StringComparison.OrdinalIgnoreCase)
            || (text.Contains('@', StringComparison.Ordinal) && Words.Count(text, 7) <= 6))
            return true;
        var digits = text.Count(char.IsDigit);
        return (digits >= 6 && HoldsAny(text, Telephones)) || (digits >= 1 && text.Length < 120 && !text.Contains("by", StringComparison.OrdinalIgnoreCase)
            && HoldsAny(text, Streets)) || IsPageNumber(text) || IsMotto(text);
    }

    /// <summary>"Page 1", "Page 1 of 5", "Page 1: …" (a converter's own line), "V7", a mark of secrecy.</summary>
    private static bool IsPageNumber(string text) =>
        text is "OFFICIAL" or "UNCLASSIFIED" || PageWords.Contains(text.Trim(' ', ':', '|', '.')) || (text.Length > 5 && text.StartsWith("Page ", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(text[5]))
        || text is [('V' or 'v'), (>= '0' and <= '9')] or [('V' or 'v'), (>= '0' and <= '9'), (>= '0' and <= '9')];

    /// <summary>"Unity – Work – Progress": single words with dashes between.</summary>
    private static bool IsMotto(string text) =>
        Words.Count(text, 5) is 3 && text.Count(c => c is '–' or '-' or '—') == 2 && text.Split([" – ", " - ", " — "], StringSplitOptions.None).Length == 3;

    private static bool HoldsAny(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at
                && (at + word.Length == text.Length || !char.IsLetter(text[at + word.Length]) || word.Length == 3))
                return true;
        }

        return false;
    }
}
