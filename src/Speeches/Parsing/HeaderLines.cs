using System.Buffers;
using System.Text;

namespace Speeches.Parsing;

/// <summary>
/// The lines of a letterhead as its recognisers read them: without what belongs to the page, lines that cannot end joined, and lines
/// that tell two things cut in two.
/// </summary>
internal static class HeaderLines
{
    private const int ShortestInnerNote = 12;
    private const int MostWordsOfLead = 6;
    private const int ShortestRepeated = 12;
    private const int ShortestBroken = 15;
    private const int ShortestFullLine = 45;
    private const int ShortestFullLineOfTwo = 60;
    private static readonly char[] Around = [' ', '|', '*', '.', ',', ':', '-', '–', '—'];

    // Marks of direction, the stroke that stretches Arabic words, and spaces of other kinds.
    private static readonly SearchValues<char> Cosmetic = SearchValues.Create(
        "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u0640\u00A0\u2009\u202F\u3000\t\u200B");

    /// <summary>The first lines with words as they are compared; the same lines where nothing had to go.</summary>
    internal static ReadOnlySpan<SourceLine> Cleaned(ReadOnlySpan<SourceLine> lines, int most)
    {
        SourceLine[]? cleaned = null;
        for (var i = 0; i < Math.Min(lines.Length, most); i++)
        {
            if (lines[i].Text.AsSpan().IndexOfAny(Cosmetic) < 0 && !lines[i].Text.Contains("  ", StringComparison.Ordinal))
                continue;
            cleaned ??= lines.ToArray();
            cleaned[i] = lines[i] with { Text = Clean(lines[i].Text) };
        }

        return cleaned ?? lines;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var space = c is ' ' or '\t' or '\u00A0' or '\u2009' or '\u202F' or '\u3000';
            if (space ? clean.Length > 0 && clean[^1] != ' ' : !Cosmetic.Contains(c))
                clean.Append(space ? ' ' : c);
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Joins lines that cannot end where they end ("Statement by" / "Mr. …"), and cuts those that tell two things.</summary>
    internal static List<HeaderLine> Logical(ReadOnlySpan<SourceLine> lines, Vocabulary vocabulary)
    {
        var logical = new List<HeaderLine>(lines.Length);
        var (wrappedUntil, full) = (0, false);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsBlock && IsWrapped(lines[i..HeaderReader.BlockEnd(lines, i)], vocabulary))
                wrappedUntil = HeaderReader.BlockEnd(lines, i);
            var text = WithoutLeadIn(line.Text.Trim(), vocabulary);
            var left = full && (IsLeftOver(text, vocabulary) || (logical.Count > 0 && BreaksOff(logical[^1].Text, text, vocabulary)))
                || (logical.Count > 0 && logical[^1].Text is [.., var letter, '-' or '‐'] && char.IsLetter(letter));
            full = line.IsFull;
            if (logical.Count > 0 && ((line.StartsBlock ? EndsWithLead(logical[^1].Text, vocabulary)
                : left || IsOpen(logical[^1].Text, vocabulary) || GoesOn(text, vocabulary) || CutsDate(logical[^1].Text, text, vocabulary))
                || (i < wrappedUntil && !line.StartsBlock) || EndsWithHonorific(logical[^1].Text, vocabulary)))
            {
                // "by" alone on its line tells nothing: the words that a field is read from begin on the next.
                if (line.StartsBlock && !logical[^1].Text.Contains(' ', StringComparison.Ordinal))
                    logical[^1].Number = line.Number;
                logical[^1].Text = Met(logical[^1].Text, text);
            }
            else
            {
                AddParts(logical, text, line);
            }
        }

        for (var i = logical.Count - 1; i >= 0; i--)
        {
            CutAtDashes(logical, i, vocabulary);
            CutAtKind(logical, i, vocabulary);
            CutAtNote(logical, i, vocabulary);
        }

        for (var i = logical.Count - 1; i >= 0; i--)
        {
            if (DateReader.Find(logical[i].Text, vocabulary) is { Start: 0 } date && KindReader.IsTold(logical[i].Text[date.End..].TrimStart(' ', ',', '，', '|', '-', '–', '—', ':'), vocabulary))
            {
                // "17 July 2017 | Remarks by …"
                Cut(logical, i, date.End);
                logical[i + 1].Text = logical[i + 1].Text.TrimStart(' ', ',', '，', '|', ':');
            }
            else if (WhenAndWhereReader.Behind(logical[i].Text, vocabulary) is > 0 and var cut)
            {
                Cut(logical, i, cut);
                logical[i].Text = WithoutOpenEnd(logical[i].Text, vocabulary);
            }
        }

        DropRepeated(logical);
        return logical;
    }

    /// <summary>"General Assembly | 65th session | President | …": each part of a path is a line.</summary>
    private static void AddParts(List<HeaderLine> logical, string text, SourceLine line)
    {
        var parts = text.Contains('|', StringComparison.Ordinal) ? text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
        if (parts.Length < 3 && !Array.Exists(parts, part => FurnitureReader.IsOfPage(part)))
        {
            logical.Add(new HeaderLine(text, line.Number, line.StartsBlock));
            return;
        }

        foreach (var part in parts)
            logical.Add(new HeaderLine(part, line.Number, startsBlock: true));
    }

    /// <summary>Who gives what, in lines as long as the page is wide: one paragraph.</summary>
    private static bool IsWrapped(ReadOnlySpan<SourceLine> block, Vocabulary vocabulary)
    {
        if (block.Length < 2 || KindReader.Length(block[0].Text, vocabulary) is not (> 0 and var length) || length == block[0].Text.Length)
            return false;
        var longest = 0;
        foreach (var line in block)
            longest = Math.Max(longest, line.Text.Length);
        // "… de la señora María Ejemplo" / "Embajadora, …": the name ends with its line.
        if (char.IsLetter(block[0].Text[^1]) && vocabulary.Offices.Contains(Words.First(block[1].Text)) && !IsOpen(block[0].Text, vocabulary)
            && !Capacities.Begins(block[0].Text.AsSpan(block[0].Text.LastIndexOf(' ') + 1), vocabulary))
            return false;
        foreach (var line in block[..^1])
        {
            if (line.Text.Length < (block.Length > 2 ? ShortestFullLine : ShortestFullLineOfTwo) || line.Text.Length * 5 < longest * 4 || line.HardBreakAfter)
                return false;
        }

        return true;
    }

    /// <summary>"Following is the text of remarks by …": what a press service prints before the kind.</summary>
    private static string WithoutLeadIn(string text, Vocabulary vocabulary) =>
        vocabulary.LeadInLength(text) is > 0 and var length && length < text.Length && KindReader.IsTold(text[length..], vocabulary) ? text[length..] : text;

    /// <summary>Web pages print the title again above the letterhead: a line that is told once.</summary>
    private static void DropRepeated(List<HeaderLine> logical)
    {
        for (var i = logical.Count - 1; i > 0; i--)
        {
            var words = logical[i].Text.Trim(Around);
            if (words.Length >= ShortestRepeated && logical.FindIndex(0, i, above => above.Text.Trim(Around).Equals(words, StringComparison.OrdinalIgnoreCase)) >= 0)
                logical.RemoveAt(i);
        }
    }

    /// <summary>"… of the Court, in" before "New York, 9 May 2018".</summary>
    private static string WithoutOpenEnd(string text, Vocabulary vocabulary)
    {
        while (text.LastIndexOf(' ') is > 0 and var space && !char.IsUpper(text[space + 1]) && vocabulary.OpenEnded.Contains(text.AsSpan(space + 1)))
            text = text[..space].TrimEnd(' ', ',', ';', '،', '，');
        return text;
    }

    private static void Cut(List<HeaderLine> logical, int i, int at)
    {
        logical.Insert(i + 1, new HeaderLine(logical[i].Text[at..].TrimStart(' ', '-', '–', '—'), logical[i].Number, startsBlock: true));
        logical[i].Text = logical[i].Text[..at].TrimEnd(' ', ',', ';', '-', '–', '—', '(', '[', '،', '，');
    }

    /// <summary>"Informal dialogue – Statement by Mr. … – General Assembly": parts of their own, where one of them tells the kind.</summary>
    private static void CutAtDashes(List<HeaderLine> logical, int i, Vocabulary vocabulary)
    {
        var text = logical[i].Text;
        for (var at = text.AsSpan().LastIndexOfAny('-', '–', '—'); at > 0; at = text.AsSpan(0, at).LastIndexOfAny('-', '–', '—'))
        {
            if (text[at - 1] != ' ' || at + 2 >= text.Length || text[at + 1] != ' ')
                continue;
            var rest = text[(at + 2)..];
            if (KindReader.Length(rest, vocabulary) is not (> 0 and var length) || !char.IsUpper(rest[0])
                || !(vocabulary.LeadsToSpeaker.Contains(Words.First(rest.AsSpan(length))) || SpeakerReader.BeginsBehalf(rest.AsSpan(length).TrimStart(), vocabulary)))
                continue;
            var next = rest.AsSpan().IndexOf(" - ") is > 0 and var hyphen ? hyphen : rest.AsSpan().IndexOf(" – ");
            Cut(logical, i, at);
            if (next > 0)
                Cut(logical, i + 1, next + 1);
            return;
        }
    }

    /// <summary>"79th session of the General Assembly Statement by …": a kind behind a body or a session, and who gives it.</summary>
    private static void CutAtKind(List<HeaderLine> logical, int i, Vocabulary vocabulary)
    {
        var text = logical[i].Text;
        var body = false;
        foreach (var word in Words.In(text))
        {
            var letters = text.AsSpan(word.Start, word.Length);
            if (body && char.IsUpper(letters[0]) && vocabulary.Kinds.Contains(letters) && text[word.Start..] is var rest
                && KindReader.Length(rest, vocabulary) is > 0 and var length && Words.First(rest.AsSpan(length)) is var lead && vocabulary.LeadsToSpeaker.Contains(lead)
                && vocabulary.WithoutTails(rest.AsSpan(length).TrimStart()[lead.Length..].TrimStart()).ToString() is var agent
                && (PersonName.IsNamed(agent, vocabulary) || Capacities.Begins(agent, vocabulary)))
            {
                Cut(logical, i, word.Start);
                return;
            }

            body |= vocabulary.Bodies.Contains(letters) || vocabulary.OccasionWords.Contains(letters);
        }
    }

    /// <summary>"… OF THE GENERAL ASSEMBLY AS DELIVERED 28 OCTOBER 2021": a note is a line of its own.</summary>
    private static void CutAtNote(List<HeaderLine> logical, int i, Vocabulary vocabulary)
    {
        var text = logical[i].Text;
        foreach (var note in vocabulary.Notes)
        {
            if (note.Length < ShortestInnerNote || text.IndexOf(note, StringComparison.OrdinalIgnoreCase) is not (> 1 and var at)
                || text[at - 1] is not (' ' or '(' or '[' or '*') || !char.IsUpper(text[at]))
                continue;
            var end = at + note.Length;
            var rest = text[end..].TrimStart(' ', ')', ']', '*', '.', ',', '/');
            if (rest.Length > 0 && (end == text.Length || text[end] is ' ' or ')' or ']'))
            {
                Cut(logical, i, text.Length - rest.Length);
                Cut(logical, i, at);
            }
            else
            {
                Cut(logical, i, at);
            }

            return;
        }
    }

    /// <summary>A line that begins in lower case with no word that leads to another field goes on with the line above.</summary>
    private static bool GoesOn(string text, Vocabulary vocabulary) =>
        (vocabulary.AboveBeginnings.Length > 0 && vocabulary.AboveBeginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal)))
        || (text.Length > 0 && char.IsLower(text[0]) && Words.First(text) is var first && !vocabulary.FunctionWords.Contains(first)
        && !vocabulary.LeadsToOccasion.Contains(first) && !vocabulary.LeadsToSubject.Contains(first) && !vocabulary.LeadsToSpeaker.Contains(first)
        && !vocabulary.Honorifics.Contains(first) && KindReader.Length(text, vocabulary) == 0 && !vocabulary.Weekdays.Contains(first));

    /// <summary>"on the occasion of the", "devant la": a short line of a page where each line stands alone.</summary>
    private static bool EndsWithLead(string text, Vocabulary vocabulary) =>
        vocabulary.OpenEnded.Contains(text.AsSpan(text.LastIndexOf(' ') + 1)) && Words.Count(text, MostWordsOfLead + 1) <= MostWordsOfLead;

    /// <summary>"Statement by His Excellency" / "Dr. …": a name follows, however the lines are set.</summary>
    private static bool EndsWithHonorific(string text, Vocabulary vocabulary)
    {
        var last = text.AsSpan(text.LastIndexOf(' ') + 1);
        return last.Length > 1 && vocabulary.Honorifics.Contains(last) && !vocabulary.Offices.Contains(last) && Words.IsCapital(last[0]);
    }

    /// <summary>"…, Nueva York, 28" / "de septiembre de 2024": the end of a line stands in a date.</summary>
    private static bool CutsDate(string above, string text, Vocabulary vocabulary) =>
        above.Length > 0 && (char.IsDigit(above[^1]) || vocabulary.Months.ContainsKey(Words.First(text).ToString()) || (text.Length > 3 && char.IsDigit(text[0])))
        && DateReader.Find($"{above} {text}", vocabulary) is { } date && date.Start < above.Length && date.End > above.Length + 1
        && DateReader.Find(above, vocabulary) is null;

    /// <summary>"… Trade, г-" / "на …": a word broken at its own hyphen, and Chinese, which has no spaces, go on at once.</summary>
    private static string Met(string above, string text) =>
        above is [.., var letter, '-' or '‐'] && char.IsLetter(letter) || IsUnspaced(above[^1]) && IsUnspaced(text[0]) ? above + text : $"{above} {text}";

    private static bool IsUnspaced(char c) => c is >= '\u2E80' and <= '\u9FFF' || char.IsAsciiDigit(c);

    /// <summary>A line that breaks off inside a number's unit or a word: only a Chinese one, which no kind ends, does so when it is full.</summary>
    private static bool BreaksOff(string above, string text, Vocabulary vocabulary) => text.Length > 0 && above.Length >= ShortestBroken && text[0] is >= '\u4E00' and <= '\u9FFF'
        && IsUnspaced(above[^1]) && !KindReader.IsAtEnd(above, vocabulary) && KindReader.IsAtEnd(text, vocabulary) && ChineseDate.Find(text) is null;

    /// <summary>"… and International" / "Trade": a word or two that had no room on the full line above.</summary>
    private static bool IsLeftOver(string text, Vocabulary vocabulary) => text.Length > 0 && Words.Count(text, 3) is 1 or 2 && char.IsLetter(text[0]) && text[0] < '\u2E80'
        && !text.Any(char.IsDigit) && KindReader.Length(text, vocabulary) == 0 && !PersonName.IsNamed(text, vocabulary) && !Capacities.Begins(text, vocabulary)
        && !vocabulary.Places.Contains(text.Trim(Around), StringComparer.OrdinalIgnoreCase) && !vocabulary.SalutationBeginnings.Contains(Words.First(text));

    private static bool IsOpen(string text, Vocabulary vocabulary) =>
        vocabulary.OpenEnded.Contains(text.AsSpan(text.LastIndexOf(' ') + 1))
        || (text.StartsWith('(') && text.Length < 120 && !text.Contains(')', StringComparison.Ordinal));
}
