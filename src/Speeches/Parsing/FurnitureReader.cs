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
        + "Добро пожаловать в ООН. Это ваш мир!|Size: px|Start display at page:|Liberté Égalité Fraternité|Back to top|Version française|English|Français|Español|Русский|"
        + "العربية|中文|Печать|Версия для печати|Распечатать|طباعة|مشاركة|Compartir|Imprimir|Partager|Accueil|Inicio|Главная|الرئيسية|首页|分享到|来源|Statements|Discursos|"
        + "Déclarations|Notas de prensa|Пресс-служба|Новости|Выступления|Noticias|Actualités|News|Speeches|Subscribe|Listen|Escuchar|Écouter|Слушать|نشر|بيانات|البيانات");
    private static readonly string[] Telephones = ["Tel", "Fax", "Phone", "Tél", "Тел", "هاتف", "电话"];
    private static readonly string[] Streets = [" Avenue", " Ave", " Street", " Floor", " Plaza", " Piso", "étage"];

    private static readonly WordSet Minutes = new("min mins minutes minute minutos минут минуты мин دقائق دقيقة");

    private const int LongestMotto = 60;

    internal static void Read(HeaderDraft draft)
    {
        foreach (var line in draft.Lines)
            line.IsTaken |= IsFurniture(line.Text) || draft.Vocabulary.Invocations.Contains(line.Text);
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
            && HoldsAny(text, Streets)) || IsPageNumber(text) || IsMotto(text) || IsDuration(text);
    }

    /// <summary>"Page 1", "Page 1 of 5", "Page 1: …" (a converter's own line), "V7", a mark of secrecy.</summary>
    private static bool IsPageNumber(string text) =>
        text is "OFFICIAL" or "UNCLASSIFIED" || PageWords.Contains(text.Trim(' ', ':', '|', '.')) || (text.Length > 5 && text.StartsWith("Page ", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(text[5]))
        || text is [('V' or 'v'), (>= '0' and <= '9')] or [('V' or 'v'), (>= '0' and <= '9'), (>= '0' and <= '9')];

    /// <summary>"15 mins", "(5 minutes)": how long one may speak.</summary>
    private static bool IsDuration(string text) =>
        Words.Count(text, 3) == 2 && char.IsAsciiDigit(text.TrimStart('(', '[')[0]) && Minutes.Contains(text[(text.LastIndexOf(' ') + 1)..].TrimEnd(')', ']', '.'));

    /// <summary>"Unity – Work – Progress", "Un peuple – un but – une foi": three parts of a word or as many words as the first, with dashes between.</summary>
    private static bool IsMotto(string text)
    {
        if (text.Length > LongestMotto || text.Any(char.IsDigit) || text.Split([" – ", " - ", " — ", " • ", " * ", "–", "—"], StringSplitOptions.None) is not [var first, _, _] parts)
            return false;
        var words = Words.Count(first);
        return words is > 0 and <= 2 && Array.TrueForAll(parts, part => Words.Count(part) == words || Words.Count(part) == 1);
    }

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
