namespace Speeches.Annotations;

/// <summary>
/// How alike two texts are: twice what they share over all that they have (Lee Dice, "Measures of the amount of ecologic
/// association between species", 1945). Short ones are compared by pairs of neighbouring characters (after George Adamson and
/// Jillian Boreham, 1974), by which a misspelt word is nearly the same; longer ones by words, because all texts of a language
/// have most of its pairs.
/// </summary>
internal static class Likeness
{
    private const int Short = 64;

    /// <summary>0 (nothing shared) to 1 (all, in whatever order). Takes time linear in the texts.</summary>
    internal static double Of(string one, string other) => one == other ? 1
        : Math.Min(one.Length, other.Length) <= Short ? Dice(Pairs(one), Pairs(other)) : Dice(Words(one), Words(other));

    private static double Dice<T>(List<T> one, List<T> other)
        where T : notnull
    {
        if (one.Count + other.Count == 0)
            return 0;
        var counts = one.CountBy(item => item).ToDictionary();
        var shared = 0;
        foreach (var item in other)
        {
            if (counts.TryGetValue(item, out var left) && left > 0)
            {
                counts[item] = left - 1;
                shared++;
            }
        }

        return 2.0 * shared / (one.Count + other.Count);
    }

    private static List<(char, char)> Pairs(string text) => [.. text.Zip(text.Skip(1))];

    private static List<string> Words(string text) => [.. RunningText.WordsOf(text).Select(word => text[word.Start..word.End])];
}
