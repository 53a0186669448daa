namespace Speeches.Parsing;

/// <summary>
/// Reads the letterhead above a speech. Each field has a recogniser that takes the lines it knows; they are asked in the order
/// below, the most certain first, and the title is what remains. Where none is certain the text has no header, and every line
/// goes to the body.
/// </summary>
internal static class HeaderReader
{
    private const int MostLines = 60;
    private const int MostWordsWithDate = 16;
    private const int LongestBlock = 320;
    private const int LongestStack = 900;
    private const int LongestCapitals = 400;
    private const int MostWordsOfDate = 14;
    private const int LongestQuestion = 120;
    private const int MostWordsOfGreeting = 12;
    private const int LinesBelowGreeting = 6;

    /// <summary>Reads the header at the top of the lines.</summary>
    /// <param name="lines">The whole source.</param>
    /// <param name="vocabulary">The words of its language.</param>
    /// <param name="diagnostics">Takes lines that no field would have.</param>
    /// <returns>The header, and how many lines it took.</returns>
    internal static (SpeechHeader Header, int Lines) Read(
        ReadOnlySpan<SourceLine> lines, Vocabulary vocabulary, List<ParseDiagnostic> diagnostics)
    {
        lines = HeaderLines.Cleaned(lines, MostLines);
        var count = Extent(lines, vocabulary);
        if (count == 0)
            return (new SpeechHeader(), 0);

        var draft = new HeaderDraft(HeaderLines.Logical(lines[..count], vocabulary), vocabulary, []);
        draft.Lines[0].IsTaken = Greets(lines, BlockEnd(lines, 0), vocabulary);
        FurnitureReader.Read(draft);
        NoteReader.Read(draft);
        SymbolReader.Read(draft);
        LetterheadReader.Read(draft);
        WhenAndWhereReader.Read(draft);
        KindReader.Read(draft);
        SpeakerReader.Read(draft);
        if (!draft.IsCertain && !IsTitled(lines))
            return (new SpeechHeader(), 0);
        if (!draft.IsCertain)
            draft.Lines.RemoveRange(1, draft.Lines.Count - 1);

        var taken = draft.IsCertain ? count : 1;
        TitleReader.Read(draft);
        HeaderDoubts.Speaker(draft);
        HeaderDoubts.OfficeWithoutName(draft);
        if (draft.IsCertain)
            diagnostics.AddRange(draft.Diagnostics);
        return (draft.Header with { Provenance = draft.Provenance }, taken);
    }

    /// <summary>Up to the first salutation, the first block of prose, and whatever no letterhead holds.</summary>
    private static int Extent(ReadOnlySpan<SourceLine> lines, Vocabulary vocabulary)
    {
        for (var i = 0; i < lines.Length && i < MostLines;)
        {
            var end = BlockEnd(lines, i);
            var block = lines[i..end];
            if (block[0].Role is not (SourceRole.Text or SourceRole.Heading))
                return i;
            for (var j = 0; j < block.Length; j++)
            {
                // "Lecture by" / "Professor Example,"
                if ((i + j > 0 && EndsWithLead(lines[i + j - 1].Text, vocabulary)) || (i + j == 0 && vocabulary.Invocations.Contains(lines[0].Text)))
                    continue;
                if (Salutations.Lines(lines[(i + j)..], end - i - j, afterAnother: false, vocabulary) > 0)
                    return i + j;
            }

            if ((IsProse(block, vocabulary) && !IsQuestionAbove(block, i) && !(i == 0 && Greets(lines, end, vocabulary))) || (block[0].Role == SourceRole.Heading && i > 0 && block[0].Level > 1 && !TellsField(block[0].Text, vocabulary)))
                return i;
            i = end;
        }

        return Math.Min(lines.Length, MostLines);
    }

    private static bool EndsWithLead(string text, Vocabulary vocabulary) => vocabulary.OpenEnded.Contains(text.AsSpan(text.LastIndexOf(' ') + 1));

    /// <summary>One past the last line of the block that begins here.</summary>
    internal static int BlockEnd(ReadOnlySpan<SourceLine> lines, int start)
    {
        var end = start + 1;
        while (end < lines.Length && !lines[end].StartsBlock && lines[end].Role == lines[start].Role)
            end++;
        return end;
    }

    /// <summary>A title may be a question: a heading, or the first line of all.</summary>
    private static bool IsQuestionAbove(ReadOnlySpan<SourceLine> block, int index) =>
        block[0].Role == SourceRole.Heading || (index == 0 && block.Length == 1 && block[0].Text is [.., '?' or '؟' or '？'] && block[0].Text.Length <= LongestQuestion);

    /// <summary>"Welcome. It's your world!": a site greets in a short line above a letterhead; what tells of one stands close below.</summary>
    private static bool Greets(ReadOnlySpan<SourceLine> lines, int end, Vocabulary vocabulary)
    {
        var block = lines[..end];
        if (block.Length > 1 || block[0].Text.Length > LongestQuestion || Words.Count(block[0].Text, MostWordsOfGreeting + 1) > MostWordsOfGreeting
            || IsQuestionAbove(block, 0) || !IsProse(block, vocabulary))
            return false;
        foreach (var line in lines[end..Math.Min(lines.Length, end + LinesBelowGreeting)])
        {
            if (line.Text.Length > LongestBlock)
                return false;
            if (KindReader.IsTold(line.Text, vocabulary) || (DateReader.Find(line.Text, vocabulary) is not null && Words.Count(line.Text, MostWordsOfDate + 1) <= MostWordsOfDate))
                return true;
        }

        return false;
    }

    /// <summary>A heading below the first is of the letterhead where it tells a kind, a date or a person.</summary>
    private static bool TellsField(string text, Vocabulary vocabulary) =>
        KindReader.Length(text, vocabulary) > 0 || KindReader.IsAtEnd(text, vocabulary) || DateReader.Find(text, vocabulary) is not null || PersonName.IsNamed(text, vocabulary);

    /// <summary>Whether a block is running text: long, or a sentence that no field of a letterhead begins like.</summary>
    private static bool IsProse(ReadOnlySpan<SourceLine> block, Vocabulary vocabulary)
    {
        var length = 0;
        foreach (var line in block)
            length += line.Text.Length + 1;
        if (length <= LongestStack && ((IsInCapitals(block) && length <= LongestCapitals) || IsAnnouncement(block, vocabulary)))
            return false;
        if (length > LongestBlock)
            return length > LongestStack || !IsStack(block, vocabulary);

        var last = block[^1].Text.AsSpan().TrimEnd().TrimEnd("”\"’'»)");
        if (last.IsEmpty || last[^1] is not ('.' or '!' or '?' or ';' or ':' or '…' or '。' or '！' or '？' or '؟'))
            return false;
        if (block.Length == 1 && last[^1] == '.' && Words.Count(last, MostWordsOfDate + 1) <= MostWordsOfDate && DateReader.Find(block[0].Text, vocabulary) is { } date
            && (TimeReader.Find(block[0].Text, date.End) is not null || date.End + 3 >= last.Length))
            return false;
        if (block.Length > 1 && vocabulary.LeadsToSubject.Contains(Words.First(block[^1].Text)))
            return false;
        var first = block[0].Text;
        var field = vocabulary.Honorifics.Contains(Words.First(first)) || PersonName.IsNamed(first, vocabulary) || KindReader.Length(first, vocabulary) > 0
            || NoteReader.IsNote(first, vocabulary);
        if (last[^1] is '。' or '！' or '？')
            return length > 12 && !field;
        var words = 0;
        foreach (var line in block)
            words += Words.Count(line.Text, 9);
        if (block.Length <= 3 && EndsWithDate(block, vocabulary))
            return false;
        if (words > 8 && (IsStack(block, vocabulary) || (block.Length > 1 && TimeReader.Find(block[^1].Text) is not null)))
            return false;
        return words >= 3 && (words > 8 || !field && DateReader.Find(first, vocabulary) is null);
    }

    /// <summary>Running text is not printed in capitals.</summary>
    private static bool IsInCapitals(ReadOnlySpan<SourceLine> block)
    {
        var capitals = 0;
        foreach (var line in block)
        {
            foreach (var c in line.Text)
            {
                if (char.IsLower(c))
                    return false;
                capitals += char.IsUpper(c) ? 1 : 0;
            }
        }

        return capitals > 3;
    }

    /// <summary>"Statement by the President of …, New York, 23 October 2023.": who gives what, and no sentence.</summary>
    private static bool IsAnnouncement(ReadOnlySpan<SourceLine> block, Vocabulary vocabulary)
    {
        var first = block[0].Text;
        if (vocabulary.BeginsLikeLeadIn(first))
            return true;
        if (KindReader.IsAtEnd(block.Length == 1 ? first : "", vocabulary))
            return true;
        if (KindReader.Length(first, vocabulary) is not (> 0 and var length) || !Words.IsCapital(first[0])
            || !vocabulary.LeadsToSpeaker.Contains(Words.First(first.AsSpan(length))) && !SpeakerReader.BeginsBehalf(first.AsSpan(length).TrimStart(), vocabulary) && !KindWords.LeadsToPerson(first.AsSpan(length).TrimStart(), vocabulary))
            return false;
        var text = first;
        foreach (var line in block[1..])
            text = $"{text} {line.Text}";
        var starts = new List<int>();
        Sentences.Starts(text, [], vocabulary, starts);
        return starts.Count == 1 || (starts.Count == 2 && DateReader.Find(text[starts[1]..], vocabulary) is not null);
    }

    /// <summary>"Plenary of the General Assembly, 12 noon" / "New York, 28 September 2024.": few words, and a date is the last.</summary>
    private static bool EndsWithDate(ReadOnlySpan<SourceLine> block, Vocabulary vocabulary)
    {
        var text = "";
        foreach (var line in block)
            text = $"{text} {line.Text}";
        return Words.Count(text, MostWordsWithDate + 1) <= MostWordsWithDate && DateReader.Find(text, vocabulary) is { } date && date.End >= text.TrimEnd('.').Length
            && (TimeReader.Find(text) is not null || PlaceSigns.NamesPlace(text, vocabulary));
    }

    /// <summary>Whether a long block is a letterhead set without empty lines: short lines, and one of them tells the kind.</summary>
    private static bool IsStack(ReadOnlySpan<SourceLine> block, Vocabulary vocabulary)
    {
        var kind = false;
        foreach (var line in block)
        {
            if (line.Text.Length > 160)
                return false;
            kind |= Words.IsCapital(line.Text.AsSpan().TrimStart() is [var c, ..] ? c : 'a') && KindReader.Length(line.Text, vocabulary) > 0;
        }

        return kind && block.Length > 2;
    }

    /// <summary>Markdown's own title: the first line is the one heading of the first level.</summary>
    private static bool IsTitled(ReadOnlySpan<SourceLine> lines)
    {
        if (lines is not [{ Role: SourceRole.Heading, Level: 1 }, ..])
            return false;
        foreach (var line in lines[1..])
        {
            if (line is { Role: SourceRole.Heading, Level: 1 })
                return false;
        }

        return true;
    }
}
