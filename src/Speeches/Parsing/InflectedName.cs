namespace Speeches.Parsing;

/// <summary>
/// Where a Russian name begins behind an office with nothing between them ("Президента Кыргызской Республики Ивана Примерова"): the
/// last two or three words with a capital that no office, state or body has. What an office is of may stand between, with a capital too
/// ("Президента России …", "Республики Пример …").
/// </summary>
internal static class InflectedName
{
    private const int FewestWords = 2;
    private const int MostWords = 4;

    // "Республики Пример": the state's own name follows, unless an adjective has told it ("Кыргызской Республики").
    private static readonly WordSet StateNouns = new("Республики Республика Государства Государство Королевства Королевство Княжества Княжество");
    private static readonly string[] Adjectives = ["ой", "ого", "его", "ых", "их", "ая", "ый", "ий", "ое"];
    private static readonly string[] Inflected = ["ой", "ого", "его", "ых", "их"];
    private static readonly string[] Genitives = ["и", "ы", "а", "я"];
    private static readonly string[] Patronymics = ["ича", "вны", "ич", "вна"];

    /// <summary>The index of the name's first letter; -1 where none is found.</summary>
    internal static int BehindOffice(string text, Vocabulary vocabulary)
    {
        var run = new List<Word>();
        var (before, anchor) = (default(Word), default(Word));
        foreach (var word in Words.In(text))
        {
            var letters = text.AsSpan(word.Start, word.Length);
            if (char.IsUpper(letters[0]) && letters.Length > 1 && !IsAbbreviation(letters) && !IsOfOffice(letters, vocabulary))
            {
                run.Add(word);
                continue;
            }

            before = run.Count > 0 ? run[^1] : anchor;
            anchor = word;
            run.Clear();
        }

        if (anchor.Length == 0 || run.Count is < FewestWords or > MostWords)
            return -1;
        var last = text.AsSpan(anchor.Start, anchor.Length);
        if (vocabulary.FunctionWords.Contains(last) || char.IsDigit(last[0]))
            return -1;
        var isState = StateNouns.Contains(last) && !EndsWithAny(text.AsSpan(before.Start, before.Length), Adjectives);
        var ofSomething = isState || ((vocabulary.Offices.Contains(last) || (IsAbbreviation(last) && EndsWithAny(Letters(text, run[0]), Genitives))) && run.Count > FewestWords && !EndsWithAny(Letters(text, run[1]), Patronymics));
        var from = ofSomething ? 1 : 0;
        return run.Count - from is 2 or 3 && !EndsWithAny(Letters(text, run[from]), Inflected) ? run[from].Start : -1;
    }

    private static bool IsOfOffice(ReadOnlySpan<char> letters, Vocabulary vocabulary) =>
        vocabulary.Offices.Contains(letters) || vocabulary.OfficeModifiers.Contains(letters) || vocabulary.OfficeFields.Contains(letters)
        || vocabulary.Bodies.Contains(letters) || vocabulary.OccasionWords.Contains(letters);

    private static ReadOnlySpan<char> Letters(string text, Word word) => text.AsSpan(word.Start, word.Length);

    private static bool EndsWithAny(ReadOnlySpan<char> word, string[] ends)
    {
        foreach (var end in ends)
        {
            if (word.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> letters)
    {
        if (letters.Length > 5)
            return false;
        foreach (var c in letters)
        {
            if (!char.IsUpper(c))
                return false;
        }

        return true;
    }
}
