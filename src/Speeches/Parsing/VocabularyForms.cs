namespace Speeches.Parsing;

/// <content>What is asked of a vocabulary, and how its words are written down.</content>
internal sealed partial record Vocabulary
{
    private const int FurthestTextOf = 90;

    /// <summary>Whether a word stands for a person or a thing.</summary>
    internal bool Pronoun(ReadOnlySpan<char> word) => FirstPerson.Contains(word) || ThirdPerson.Contains(word);

    /// <summary>Whether a word is letters behind a name; written in capitals, a full stop may stand behind each.</summary>
    internal static bool IsPostNominal(ReadOnlySpan<char> word, Vocabulary vocabulary) =>
        vocabulary.PostNominals.Contains(word) && char.IsUpper(word[0]) && (char.IsUpper(word.TrimEnd('.')[^1]) || word.Contains('.') || word.StartsWith("Esq"));

    /// <summary>Whether a line begins with what a press service prints before a kind.</summary>
    internal bool BeginsLikeLeadIn(ReadOnlySpan<char> line) =>
        LeadInLength(line) is > 0 and var length && length < line.Length && KindReader.IsTold(line[length..].ToString(), this);

    /// <summary>How long what a press service prints before the kind is; 0 where a line does not begin with it.</summary>
    internal int LeadInLength(ReadOnlySpan<char> line)
    {
        foreach (var lead in LeadIns)
        {
            if (line.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                return lead.Length;
        }

        foreach (var text in TextOf)
        {
            if (line[..Math.Min(line.Length, FurthestTextOf)].IndexOf(text, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                return at + text.Length;
        }

        return 0;
    }

    /// <summary>A text without what leads on at its start ("de la", "de l'").</summary>
    internal ReadOnlySpan<char> WithoutTails(ReadOnlySpan<char> text)
    {
        while (LeadTails.Contains(Words.First(text)))
            text = text[Words.First(text).Length..].TrimStart();
        return LeadTails.Contains("de") ? Words.WithoutElision(text) : text;
    }

    /// <summary>Names of months, each under several forms, from the names parted by spaces and the months by semicolons.</summary>
    internal static Dictionary<string, int> MonthNames(string names, Dictionary<string, int>? others = null)
    {
        var months = new Dictionary<string, int>(others ?? [], StringComparer.OrdinalIgnoreCase);
        foreach (var (index, forms) in names.Split(';').Index())
        {
            foreach (var name in Accents.Both(forms.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                months[name.Replace('_', ' ')] = index % 12 + 1;
        }

        return months;
    }

    /// <summary>Names parted by vertical bars.</summary>
    internal static string[] Names(string names) => names.Split('|');

    /// <summary>Days of the month in words, in order from the first, parted by spaces.</summary>
    internal static Dictionary<string, int> DayNames(string names) =>
        names.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Index()
            .ToDictionary(day => day.Item.Replace('_', ' '), day => day.Index + 1, StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a language; English where nothing better is known.</summary>
    internal static Vocabulary For(string? language) => language switch
    {
        "fr" => FrenchWords.Vocabulary,
        "es" => SpanishWords.Vocabulary,
        "ru" => RussianWords.Vocabulary,
        "ar" => ArabicWords.Vocabulary,
        "zh" => ChineseWords.Vocabulary,
        _ => EnglishWords.Vocabulary,
    };
}
