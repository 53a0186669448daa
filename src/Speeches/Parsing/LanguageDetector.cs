namespace Speeches.Parsing;

/// <summary>
/// Tells the language of a text by its commonest small words. A language is one more line of data. Null where the text is too
/// short or two languages are close: a wrong language is worse than none.
/// </summary>
internal static class LanguageDetector
{
    private const int EnoughWords = 120;
    private const int FewestHits = 3;

    private static readonly (string Tag, WordSet Words)[] Languages =
    [
        ("en", new("the of and to that is we for this with are has have which by it be on was")),
        ("fr", new("le les des et du que dans pour une est qui sur au aux nous ce cette par il avec")),
        ("es", new("el los las del y que en por una es con para se al su lo como este esta nos")),
        ("ru", new("и в не на что с по к из для мы это как от его за о")),
        ("ar", new("في من على إلى أن التي هذا هذه الذي عن مع ما لا كما بين و")),
    ];

    /// <summary>The BCP 47 tag of the language of the longest lines' words, or null.</summary>
    internal static string? Detect(ReadOnlySpan<SourceLine> lines)
    {
        Span<int> hits = stackalloc int[Languages.Length];
        var words = Count(lines, hits, proseOnly: true);
        if (words < EnoughWords / 4)
        {
            hits.Clear();
            words = Count(lines, hits, proseOnly: false);
        }

        var (best, second) = (0, 0);
        for (var i = 1; i < hits.Length; i++)
        {
            if (hits[i] > hits[best])
                (best, second) = (i, hits[best]);
            else
                second = Math.Max(second, hits[i]);
        }

        var sure = hits[best] >= FewestHits && hits[best] * 10 >= words && hits[best] >= 2 * second;
        return sure ? Languages[best].Tag : null;
    }

    private static int Count(ReadOnlySpan<SourceLine> lines, Span<int> hits, bool proseOnly)
    {
        var words = 0;
        foreach (var line in lines)
        {
            // Letterheads are names and titles; a long line is running text.
            if (proseOnly && line.Text.Length < 60)
                continue;
            foreach (var word in Words.In(line.Text))
            {
                for (var i = 0; i < hits.Length; i++)
                {
                    if (Languages[i].Words.Contains(line.Text.AsSpan(word.Start, word.Length)))
                        hits[i]++;
                }

                if (++words == EnoughWords)
                    return words;
            }
        }

        return words;
    }
}
