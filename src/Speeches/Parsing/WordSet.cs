namespace Speeches.Parsing;

/// <summary>
/// A set of words that is asked without allocating and without regard to case. Most words asked for are not in it, so the
/// length and the first letter are looked at before anything is hashed.
/// </summary>
internal sealed class WordSet
{
    private readonly HashSet<string> _set = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly ulong _lengths;
    private readonly uint _initials;
    private readonly bool _otherInitials;

    /// <summary>Words separated by spaces or line ends; entries of several words are separated by vertical bars instead.</summary>
    /// <param name="words">The words.</param>
    /// <param name="others">A set whose words are also in this one.</param>
    internal WordSet(string words, WordSet? others = null)
    {
        var separators = words.Contains('|', StringComparison.Ordinal) ? "|\n" : " \n";
        _set.UnionWith(words.Split(separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        _set.UnionWith(_set.Select(Accents.Plain).OfType<string>().ToArray());
        if (others is not null)
            _set.UnionWith(others._set);
        foreach (var word in _set)
        {
            _lengths |= 1UL << Math.Min(word.Length, 63);
            if (char.IsAsciiLetter(word[0]))
                _initials |= 1U << (word[0] & 31);
            else
                _otherInitials = true;
        }

        _words = _set.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>This set with more words, separated as in the constructor.</summary>
    internal WordSet And(string words) => new(words, this);

    /// <summary>Whether the word is in the set, in any case.</summary>
    internal bool Contains(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || (_lengths & (1UL << Math.Min(word.Length, 63))) == 0)
            return false;
        var possible = char.IsAsciiLetter(word[0]) ? (_initials & (1U << (word[0] & 31))) != 0 : _otherInitials;
        return possible && _words.Contains(word);
    }
}
