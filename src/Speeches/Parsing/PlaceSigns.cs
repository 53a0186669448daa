namespace Speeches.Parsing;

/// <summary>What the words of a place look like: a known town or house, a room, a town and its state beside a date.</summary>
internal static class PlaceSigns
{
    private const int FurthestPlace = 60;
    private const int MostWordsOfRoom = 12;
    private const int MostWordsOfState = 4;
    private const int MostWordsBehindPlace = 3;

    /// <summary>"Assemblée générale, 4 mai 2018": a body is no place.</summary>
    internal static bool NamesBody(string text, Vocabulary vocabulary) => Holds(text, vocabulary.Bodies) && !Holds(text, vocabulary.Rooms);

    internal static bool IsRoom(string text, Vocabulary vocabulary) =>
        Words.Count(text, MostWordsOfRoom + 1) <= MostWordsOfRoom && Holds(text, vocabulary.Rooms) && !Holds(text, vocabulary.Kinds)
        && !PersonName.IsNamed(text, vocabulary) && !TitleReader.IsOccasion(text, vocabulary) && Words.IsCapital(text[0]);

    /// <summary>"Yaoundé (Cameroun)" / "14 mars 2018": a town and its state, in the block of a date that stands alone.</summary>
    internal static bool IsTownBeside(HeaderDraft draft, int index, int lower)
    {
        if (index < 0 || lower >= draft.Lines.Count || draft.Lines[lower].StartsBlock || draft.Lines[index] is not { IsTaken: false } line || draft.Has("place"))
            return false;
        var (vocabulary, text) = (draft.Vocabulary, line.Text);
        var parts = text.TrimEnd(')', '.').Split([',', '(', '،', '，', '（'], StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Words.IsCapital(text[0]) && Words.Count(parts[0]) <= 2 && Words.Count(parts[1]) is >= 1 and <= MostWordsOfState
            && text.Length <= FurthestPlace && !text.Any(char.IsDigit) && KindWords.Length(text, vocabulary) == 0 && !KindReader.IsAtEnd(text, vocabulary)
            && !PersonName.IsNamed(text, vocabulary) && !Capacities.Begins(text, vocabulary) && !Capacities.Begins(parts[1], vocabulary)
            && !Holds(text, vocabulary.Bodies) && !TitleReader.IsOccasion(text, vocabulary) && !KindWords.OfState(text, vocabulary)
            && !NoteReader.IsNote(text, vocabulary) && CompactName.Split(text, vocabulary) is null;
    }

    /// <summary>"General Assembly of the United Nations, New York": the part behind the last comma is a place.</summary>
    internal static bool EndsWithPlace(string text, Vocabulary vocabulary) =>
        text.AsSpan().LastIndexOfAny(',', '،', '，') is > 0 and var comma && KindReader.Length(text, vocabulary) == 0
        && vocabulary.Places.Contains(text[(comma + 1)..].Trim(' ', '.', ')'), StringComparer.OrdinalIgnoreCase)
        && !PersonName.IsNamed(text, vocabulary) && !Capacities.Begins(text, vocabulary);

    /// <summary>Whether a word may begin here: Arabic joins small words to it, Chinese has no spaces.</summary>
    internal static bool BeginsWord(string text, int at) => at == 0 || !char.IsLetter(text[at - 1]) || text[at] >= '\u0590';

    internal static bool NamesPlace(string text, Vocabulary vocabulary)
    {
        if (!text.AsSpan().ContainsAny(vocabulary.AnyPlace))
            return false;
        foreach (var place in vocabulary.Places)
        {
            if (text.IndexOf(place, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && BeginsWord(text, at))
                return true;
        }

        return false;
    }

    /// <summary>"Geneva, Switzerland", "New York City"; but "Rome Statute" and "Geneva and the law" are titles.</summary>
    private static bool GoesOnAsPlace(string text, int end, Vocabulary vocabulary)
    {
        var rest = text.AsSpan(end).TrimStart();
        if (rest.IsEmpty || !char.IsLetter(rest[0]) || text[end - 1] == ' ' || Holds(text, vocabulary.Rooms))
            return true;
        var count = 0;
        foreach (var word in Words.In(rest))
        {
            var letters = rest[word.Start..word.End];
            if (vocabulary.DateEdges.Contains(letters) || vocabulary.Weekdays.Contains(letters) || char.IsDigit(letters[0]))
                return true;
            if (++count > MostWordsBehindPlace || !Words.IsCapital(letters[0]) || vocabulary.NamedAfterPlaces.Contains(letters) || vocabulary.Bodies.Contains(letters)
                || vocabulary.OccasionWords.Contains(letters) || vocabulary.Events.Contains(letters) || vocabulary.Offices.Contains(letters))
                return false;
        }

        return true;
    }

    internal static bool BeginsWithPlace(string text, Vocabulary vocabulary)
    {
        if (text.AsSpan().IndexOfAny(vocabulary.AnyPlace) != 0)
            return false;
        foreach (var place in vocabulary.Places)
        {
            if (text.StartsWith(place, StringComparison.OrdinalIgnoreCase)
                && (text.Length == place.Length || (!char.IsLetter(text[place.Length]) && GoesOnAsPlace(text, place.Length, vocabulary))))
                return true;
        }

        return false;
    }

    /// <summary>Whether any word of a line is in a set.</summary>
    internal static bool Holds(string text, WordSet words)
    {
        foreach (var word in Words.In(text))
        {
            if (words.Contains(text.AsSpan(word.Start, word.Length)))
                return true;
        }

        return false;
    }
}
