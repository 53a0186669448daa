using System.Buffers;

namespace Speeches.Parsing;

/// <summary>
/// Decides what becomes of a hyphen at the end of a line. It stays where the word has one of its own: before a capital or a digit
/// ("COVID-/19"), after a known prefix ("non-/binding"), in a word that already has a hyphen ("state-of-the-/art"), and where the
/// source prints the compound elsewhere on one line. Else it only broke the line, and goes ("inter-/national"). Limit: a compound
/// printed once, with an unknown first part, loses its hyphen.
/// </summary>
/// <param name="lines">The whole source, for the words that it prints elsewhere.</param>
/// <param name="vocabulary">The words of its language.</param>
internal sealed class LineEndHyphens(SourceLine[] lines, Vocabulary vocabulary)
{
    private static readonly SearchValues<char> BeforeWords = SearchValues.Create(" \t(\"“‘«—–");
    private HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? _compounds;

    /// <summary>How two lines meet.</summary>
    internal enum Join
    {
        /// <summary>With a space between them.</summary>
        Space,

        /// <summary>With nothing between them; a hyphen at the end stays.</summary>
        Nothing,

        /// <summary>With nothing between them, and without the hyphen at the end.</summary>
        DropHyphen,
    }

    /// <summary>How a line goes on in the next.</summary>
    internal Join Between(ReadOnlySpan<char> line, ReadOnlySpan<char> next)
    {
        if (line.IsEmpty || next.IsEmpty)
            return Join.Nothing;
        var last = line[^1];
        if (last == '\u00AD')
            return Join.DropHyphen;
        if (last is not ('-' or '‐') || line.Length < 2 || !char.IsLetterOrDigit(line[^2]))
            return IsIdeograph(last) && IsUnspaced(next[0]) || IsUnspaced(last) && IsIdeograph(next[0]) ? Join.Nothing : Join.Space;

        var left = line[(line.LastIndexOfAny(BeforeWords) + 1)..^1];
        var right = next[..LettersOf(next)];
        if (right.IsEmpty || vocabulary.SuspendedBy.Contains(right))
            return Join.Space;
        var keeps = !char.IsLower(right[0]) || char.IsDigit(left[^1]) || left.ContainsAny('-', '‐')
            || vocabulary.HyphenPrefixes.Contains(left) || vocabulary.Honorifics.Contains($"{left}-{right}") || IsPrintedElsewhere(left, right);
        return keeps ? Join.Nothing : Join.DropHyphen;
    }

    private bool IsPrintedElsewhere(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        // Read once and only when a hyphen is in doubt: a source with a broken word on every line stays linear.
        _compounds ??= Compounds().GetAlternateLookup<ReadOnlySpan<char>>();
        return left.Length + right.Length < 100 && _compounds.Value.Contains($"{left}-{right}");
    }

    private HashSet<string> Compounds()
    {
        var compounds = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var known = compounds.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in lines)
        {
            if (!line.Text.Contains('-', StringComparison.Ordinal))
                continue;
            foreach (var word in Words.In(line.Text))
            {
                var letters = line.Text.AsSpan(word.Start, word.Length);
                if (letters.Contains('-'))
                    known.Add(letters);
            }
        }

        return compounds;
    }

    private static int LettersOf(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '’' or '\''))
            length++;
        return length;
    }

    // Chinese and Japanese print no spaces, so a line end is none either.
    // "400" / "多起": no space stands around numbers in Chinese.
    private static bool IsUnspaced(char c) => IsIdeograph(c) || char.IsAsciiDigit(c);

    private static bool IsIdeograph(char c) => c is >= '\u3000' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60';
}
