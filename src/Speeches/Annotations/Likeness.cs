namespace Speeches.Annotations;

/// <summary>
/// How alike two texts are: twice the pairs of neighbouring characters that they share over all that they have (Dice's
/// coefficient on bigrams: George Adamson and Jillian Boreham, "The use of an association measure based on character structure
/// to identify semantically related pairs of words and document titles", 1974). It sees a misspelt word as nearly the same,
/// needs no language, and takes time linear in the texts.
/// </summary>
internal static class Likeness
{
    /// <summary>0 (nothing shared) to 1 (the same pairs).</summary>
    internal static double Of(string one, string other)
    {
        if (one == other)
            return 1;
        if (one.Length < 2 || other.Length < 2)
            return 0;
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 1; i < one.Length; i++)
            pairs[(one[i - 1], one[i])] = pairs.GetValueOrDefault((one[i - 1], one[i])) + 1;

        var shared = 0;
        for (var i = 1; i < other.Length; i++)
        {
            if (pairs.TryGetValue((other[i - 1], other[i]), out var left) && left > 0)
            {
                pairs[(other[i - 1], other[i])] = left - 1;
                shared++;
            }
        }

        return 2.0 * shared / (one.Length + other.Length - 2);
    }
}
