namespace Speeches.Parsing;

/// <summary>The kind at the end of a Chinese line, and what stands before it ("外交部长王例在…上的发言").</summary>
internal static class ChineseKind
{
    private const int LongestKind = 6;
    private const int LongestModifier = 5;

    /// <summary>"的主旨演讲", or "发言" behind what leads to an occasion; null where a line ends with no kind.</summary>
    internal static string? EndingOf(string line, Vocabulary vocabulary)
    {
        if (vocabulary.KindsAtEnd.Length == 0 || line.Length <= LongestKind)
            return null;
        var text = WithoutMarks(line);
        foreach (var noun in vocabulary.KindsAtEnd)
        {
            if (!text.EndsWith(noun, StringComparison.Ordinal) || text.Length <= LongestKind)
                continue;
            var of = text.LastIndexOf('的');
            if (of > 0 && text.Length - of - noun.Length <= LongestModifier)
                return text[of..];
            if (text[..^noun.Length].EndsWith("当选", StringComparison.Ordinal))
                return $"当选{noun}";
            if (LeadOf(text, out _) >= 0 || CompactName.OfficeLength(text[..^noun.Length], vocabulary) > 0)
                return noun;
        }

        return null;
    }

    // "…上的讲话（全文）"
    internal static string WithoutMarks(string line)
    {
        var text = line.Trim(' ', '—', '-', '－', '–', '"', '“', '”', '|', '*');
        foreach (var tail in (ReadOnlySpan<string>)["全文", "（全文）", "(全文)", "（摘要）", "（译文）", "（节选）", "（中文译文）"])
        {
            if (text.EndsWith(tail, StringComparison.Ordinal))
                text = text[..^tail.Length];
        }

        return text.Trim(' ', '（', '）', '(', ')', ',', '，');
    }

    /// <summary>Where the occasion ("在", "于", "就", "向") or the subject ("关于") begins; -1 where neither does. A name may begin with "于".</summary>
    internal static int LeadOf(string text, out bool isSubject)
    {
        isSubject = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '关' && i + 1 < text.Length && text[i + 1] == '于')
            {
                isSubject = true;
                return i;
            }

            if (text[i] is '在' or '就' or '向' || (text[i] == '于' && i > 1))
                return i;
        }

        return -1;
    }

    internal static string WithoutBehind(string occasion)
    {
        foreach (var end in (ReadOnlySpan<string>)["期间", "议题下", "之际", "上", "中", "时", "下"])
        {
            if (occasion.EndsWith(end, StringComparison.Ordinal))
                return occasion[..^(end == "议题下" ? 1 : end.Length)].Trim();
        }

        return occasion.Trim();
    }
}
