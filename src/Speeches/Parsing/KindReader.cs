namespace Speeches.Parsing;

/// <summary>
/// Takes the kind of address as printed ("Opening remarks"), and hands on what the same line says around it: who speaks ("by", or
/// before an apostrophe), the occasion ("at", "to", "before") or the subject ("on"). Where several lines name a kind, the one that
/// tells who speaks counts, and the others are titles.
/// </summary>
internal static class KindReader
{
    private const int MostWordsOfOwner = 8;
    private const int LongestState = 50;

    private enum Shape
    {
        None,
        AboutSomething,
        Alone,
        OfOwner,
        AboveSpeaker,
        AtEnd,
        WithSpeaker,
    }

    internal static void Read(HeaderDraft draft)
    {
        var (best, shape) = (-1, Shape.None);
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var found = draft.Lines[i].IsTaken ? Shape.None : ShapeOf(draft, i);
            if (Rank(found) > Rank(shape))
                (best, shape) = (i, found);
        }

        if (best < 0)
            return;
        var line = draft.Lines[best];
        switch (shape)
        {
            case Shape.AtEnd:
                ReadAtEnd(draft, line, best);
                break;
            case Shape.OfOwner:
                var (owner, from) = Owner(line.Text, draft.Vocabulary);
                var by = (line.Text[..owner].Trim(), best);
                Keep(draft, line, line.Text.Substring(from, KindWords.Length(line.Text[from..], draft.Vocabulary)));
                HandOn(draft, line, best, line.Text.AsSpan(from + draft.Header.Kind!.Length).Trim(" :,–—-"));
                draft.SpeakerWords = by;
                break;
            case Shape.AboveSpeaker:
                var kind = KindWords.AtEnd(line.Text, draft.Vocabulary);
                Keep(draft, line, line.Text[kind..]);
                draft.Header = draft.Header with { Occasion = line.Text };
                draft.Keep("occasion", line.Text, line.Number);
                break;
            default:
                var length = Length(line.Text, draft.Vocabulary);
                Keep(draft, line, line.Text[..length]);
                HandOn(draft, line, best, line.Text.AsSpan(length).Trim(" :,–—-"));
                break;
        }
    }

    /// <summary>How many code units at the start of a line are a kind; 0 where it does not begin with one.</summary>
    internal static int Length(string line, Vocabulary vocabulary)
    {
        var end = KindWords.Length(line, vocabulary);
        return end > 0 && KindWords.IsWhole(line, end, vocabulary) ? end : 0;
    }

    private static int Rank(Shape shape) => shape switch
    {
        Shape.None => 0,
        Shape.AboutSomething => 1,
        Shape.Alone => 2,
        _ => 3,
    };

    private static Shape ShapeOf(HeaderDraft draft, int i)
    {
        var (text, vocabulary) = (draft.Lines[i].Text, draft.Vocabulary);
        if (ChineseKind.EndingOf(text, vocabulary) is not null)
            return Shape.AtEnd;
        if (Length(text, vocabulary) is > 0 and var length)
        {
            var rest = text.AsSpan(length).Trim(" :,–—-");
            if (rest.IsEmpty)
                return SpeakerFollows(draft, i) ? Shape.WithSpeaker : Shape.Alone;
            var lead = Words.First(rest);
            return vocabulary.LeadsToSpeaker.Contains(lead) || SpeakerReader.BeginsBehalf(rest, vocabulary) || KindWords.LeadsToPerson(rest, vocabulary) || KindWords.IsParty(rest, vocabulary)
                ? Shape.WithSpeaker : Shape.AboutSomething;
        }

        if (Owner(text, vocabulary).Kind > 0)
            return Shape.OfOwner;
        return SpeakerFollows(draft, i) && KindWords.AtEnd(text, vocabulary) > 0 ? Shape.AboveSpeaker : Shape.None;
    }

    /// <summary>Whether the next line that no field has taken begins with what leads to who speaks.</summary>
    private static bool SpeakerFollows(HeaderDraft draft, int i)
    {
        for (var next = i + 1; next < draft.Lines.Count; next++)
        {
            if (!draft.Lines[next].IsTaken)
                return draft.Vocabulary.LeadsToSpeaker.Contains(Words.First(draft.Lines[next].Text));
        }

        return false;
    }

    private static void Keep(HeaderDraft draft, HeaderLine line, string kind)
    {
        draft.Header = draft.Header with { Kind = kind };
        draft.Keep("kind", kind, line.Number);
        line.IsTaken = true;
    }

    /// <summary>"Secretary-General's remarks at …": where the owner ends and the kind begins.</summary>
    private static (int Owner, int Kind) Owner(string text, Vocabulary vocabulary)
    {
        for (var at = text.AsSpan().IndexOfAny('\'', '’'); at > 0 && at + 3 < text.Length; at = Next(text, at))
        {
            // "Guterres’ remarks"
            var length = text[at - 1] is 's' or 'S' && text[at + 1] == ' ' ? 2 : 3;
            if ((length == 3 && (text[at + 1] is not ('s' or 'S') || text[at + 2] != ' ')) || Words.Count(text.AsSpan(0, at)) > MostWordsOfOwner)
                continue;
            if (char.IsUpper(text[0]) && Length(text[(at + length)..], vocabulary) > 0)
                return (at, at + length);
        }

        // "EU Statement – …", "SINGAPORE STATEMENT ON …"
        foreach (var word in text.Length > 0 && char.IsAsciiLetterUpper(text[0]) ? Words.In(text, 0, Math.Min(text.Length, LongestState)) : default)
        {
            if (vocabulary.StateNames.Contains(text.AsSpan(0, word.End)) && word.End + 1 < text.Length && Length(text[(word.End + 1)..], vocabulary) > 0)
                return (word.End, word.End + 1);
        }

        return (0, 0);
    }

    private static int Next(string text, int at) =>
        text.AsSpan(at + 1).IndexOfAny('\'', '’') is >= 0 and var next ? at + 1 + next : -1;

    /// <summary>Whether a kind stands where one may in a line: at its start, behind its owner, or, in Chinese, at its end.</summary>
    internal static bool IsTold(string line, Vocabulary vocabulary) =>
        Length(line, vocabulary) > 0 || Owner(line, vocabulary).Kind > 0 || IsAtEnd(line, vocabulary);

    /// <summary>Whether a line ends with a kind ("…上的发言"), as Chinese ones do.</summary>
    internal static bool IsAtEnd(string line, Vocabulary vocabulary) => ChineseKind.EndingOf(line, vocabulary) is not null;

    /// <summary>"外交部长王例在…上的发言": who, where, and the kind last.</summary>
    private static void ReadAtEnd(HeaderDraft draft, HeaderLine line, int index)
    {
        var ending = ChineseKind.EndingOf(line.Text, draft.Vocabulary)!;
        var text = ChineseKind.WithoutMarks(line.Text);
        Keep(draft, line, ending.TrimStart('的'));
        var words = text[..^ending.Length];
        var lead = ChineseKind.LeadOf(words, out var isSubject);
        // "王例当选致辞": the occasion of two characters stands before the kind.
        if (lead < 0 && words.EndsWith("当选", StringComparison.Ordinal))
            words = words[..^2];
        // "秘书长世界环境日致辞"
        if (lead < 0 && CompactName.OfficeLength(words, draft.Vocabulary) is > 0 and var office && office < words.Length && words[^1] is '日' or '年' or '周' or '会' or '式')
        {
            draft.SpeakerWords = (words[..office], index);
            KeepAbout(draft, line, words[office..].Trim(), isOccasion: true);
            return;
        }

        // "王例先生当选主席时的致辞"
        if (lead < 0 && CompactName.HonorificEnd(words, draft.Vocabulary) is > 0 and var honoured && words.Length - honoured > 2)
        {
            draft.SpeakerWords = (words[..honoured], index);
            KeepAbout(draft, line, ChineseKind.WithoutBehind(words[honoured..]), isOccasion: true);
            return;
        }

        if (lead != 0)
            draft.SpeakerWords = ((lead < 0 ? words : words[..lead]).Trim(), index);
        if (lead >= 0 && ChineseKind.WithoutBehind(words[(lead + (isSubject ? 2 : 1))..]) is { Length: > 0 } about)
            KeepAbout(draft, line, about, isOccasion: !isSubject);
    }

    private static void HandOn(HeaderDraft draft, HeaderLine line, int index, ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return;
        var vocabulary = draft.Vocabulary;
        if (SpeakerReader.BeginsBehalf(rest, vocabulary) || (!char.IsAscii(line.Text[0]) && KindWords.LeadsToPerson(rest, vocabulary)))
        {
            draft.SpeakerWords = (rest.ToString(), index);
            return;
        }

        if (!char.IsAscii(line.Text[0]) && KindWords.IsParty(rest, vocabulary))
        {
            // "كلمة المملكة … في …": a state speaks.
            draft.SpeakerWords = (rest.ToString(), index);
            return;
        }

        var lead = Words.First(rest);
        var words = vocabulary.WithoutTails(rest[lead.Length..].TrimStart(" ,:"));
        if (vocabulary.LeadsToSpeaker.Contains(lead))
        {
            if (vocabulary.LeadsToSpeaker.Contains(Words.First(words)))
                words = vocabulary.WithoutTails(words[Words.First(words).Length..].TrimStart());
            // "Discours de la séance commémorative": nobody's, but the occasion's.
            if (!KindWords.IsAgent(lead, words, vocabulary))
                KeepAbout(draft, line, TitleReader.WithoutLead(words.ToString(), vocabulary), vocabulary.LeadsToOccasion.Contains(Words.First(words))
                    || TitleReader.IsOccasion(words.ToString(), vocabulary));
            else
                draft.SpeakerWords = (words.ToString(), index);
            return;
        }

        // "Remarks at the opening of the session by Ms. …"
        var by = SpeakerReader.IndexOfBy(words, vocabulary);
        if (by >= 0)
        {
            draft.SpeakerWords = (words[(by + 4)..].TrimStart().ToString(), index);
            words = words[..by].TrimEnd(" ,");
        }

        if (TitleReader.KeepsItsLead(rest.ToString(), vocabulary))
            KeepAbout(draft, line, by >= 0 ? rest[..^(rest.Length - rest.IndexOf(" by ", StringComparison.OrdinalIgnoreCase))].ToString() : rest.ToString(), true);
        else if (vocabulary.LeadsToSubject.Contains(lead) || vocabulary.LeadsToOccasion.Contains(lead))
            KeepAbout(draft, line, words.ToString(), isOccasion: vocabulary.LeadsToOccasion.Contains(lead) && !vocabulary.LeadsToSubject.Contains(lead));
        else
            (line.Text, line.IsTaken) = (rest.Trim("()").ToString(), false);
    }

    private static void KeepAbout(HeaderDraft draft, HeaderLine line, string words, bool isOccasion)
    {
        if (isOccasion)
        {
            OccasionReader.Keep(draft, words, line.Text, line.Number);
            return;
        }

        draft.Header = draft.Header with { Title = words };
        draft.Keep("title", line.Text, line.Number);
    }
}
