namespace Speeches.Fuzzing;

/// <summary>Spoils bytes: changed, cut out, put in, doubled, repeated, cut off.</summary>
internal static class Mutation
{
    private const int MostRepeated = 60_000;
    private const int Longest = 400_000;
    private static readonly byte[] Interesting = [0, 1, 9, 10, 12, 13, 32, 0x22, 0x27, 0x28, 0x3C, 0x3E, 0x5B, 0x5D, 0x7F, 0x80, 0xC2, 0xD8, 0xE2, 0xED, 0xEF, 0xF0, 0xFE, 0xFF];

    /// <summary>Spoils a text in one to twelve places, letter by letter: what is no UTF-8 any more is soon refused.</summary>
    public static string Spoil(string source, string other, IReadOnlyList<string> tokens, Random random)
    {
        var text = new List<char>(source);
        Spoil(text, other.ToCharArray(), [.. tokens.Select(token => token.ToCharArray())], random, c => (char)(c ^ (1 << random.Next(14))));
        return string.Concat(text);
    }

    /// <summary>Spoils a file in one to twelve places.</summary>
    /// <param name="source">The file.</param>
    /// <param name="other">Another, whose pieces are put in.</param>
    /// <param name="tokens">Pieces that mean something in this format.</param>
    /// <param name="random">What decides.</param>
    public static byte[] Spoil(byte[] source, byte[] other, IReadOnlyList<byte[]> tokens, Random random)
    {
        var bytes = new List<byte>(source);
        Spoil(bytes, other, tokens, random, b => random.Next(2) == 0 ? (byte)(b ^ (1 << random.Next(8))) : Interesting[random.Next(Interesting.Length)]);
        return [.. bytes];
    }

    private static void Spoil<T>(List<T> all, T[] other, IReadOnlyList<T[]> tokens, Random random, Func<T, T> change)
    {
        for (var times = random.Next(3) == 0 ? random.Next(1, 13) : random.Next(1, 4); times > 0; times--)
            Once(all, other, tokens, random, change);
        if (all.Count > Longest)
            all.RemoveRange(Longest, all.Count - Longest);
    }

    private static void Once<T>(List<T> all, T[] other, IReadOnlyList<T[]> tokens, Random random, Func<T, T> change)
    {
        var at = random.Next(all.Count + 1);
        var length = Math.Min(all.Count - at, random.Next(4) == 0 ? random.Next(2_000) : random.Next(1, 40));
        switch (random.Next(11))
        {
            case 0 or 1 when at < all.Count:
                all[at] = change(all[at]);
                break;
            case 2:
                all.RemoveRange(at, length);
                break;
            case 3:
                all.InsertRange(random.Next(all.Count + 1), all.GetRange(at, length));
                break;
            case 4 or 5 or 6:
                all.InsertRange(at, tokens[random.Next(tokens.Count)]);
                break;
            case 7:
                all.InsertRange(at, Repeated(tokens[random.Next(tokens.Count)], random));
                break;
            case 8 when length > 0:
                all.InsertRange(at, Repeated([.. all.GetRange(at, length)], random));
                break;
            case 9 when other.Length > 0:
                var from = random.Next(other.Length);
                all.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(2_000))]);
                break;
            case 10 when random.Next(4) == 0:
                all.RemoveRange(at, all.Count - at);
                break;
            default:
                break;
        }
    }

    private static T[] Repeated<T>(T[] piece, Random random)
    {
        var times = Math.Max(1, Math.Min(MostRepeated / Math.Max(1, piece.Length), 1 << random.Next(15)));
        var all = new T[piece.Length * times];
        for (var i = 0; i < times; i++)
            piece.CopyTo(all, i * piece.Length);
        return all;
    }
}
