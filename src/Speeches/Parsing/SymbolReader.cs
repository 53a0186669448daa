namespace Speeches.Parsing;

/// <summary>
/// Finds a United Nations document symbol: parts in capitals, digits and full stops between slashes, a digit among them
/// ("A/C.6/79/SR.1", "S/PV.9000", "A/RES/76/19"). A line that holds nothing else is taken whole.
/// </summary>
internal static class SymbolReader
{
    private const int MostParts = 4;

    internal static void Read(HeaderDraft draft)
    {
        foreach (var line in draft.Lines)
        {
            if (line.IsTaken || !line.Text.Contains('/', StringComparison.Ordinal))
                continue;
            // "CJI/doc. 580/19"
            if (Words.Count(line.Text, MostParts + 1) <= MostParts && IsSeries(line.Text))
            {
                draft.Header = draft.Header with { Symbol = line.Text };
                draft.Keep("symbol", line.Text, line.Number);
                line.IsTaken = true;
                continue;
            }

            foreach (var range in line.Text.AsSpan().Split(' '))
            {
                var word = line.Text.AsSpan(range).Trim("()[],;:");
                if (!IsSymbol(word))
                    continue;
                if (!draft.Has("symbol"))
                    draft.Header = draft.Header with { Symbol = word.ToString() };
                draft.Keep("symbol", draft.Header.Symbol, line.Number);
                var rest = line.Text.Length - word.Length;
                line.IsTaken = rest <= 4 || line.Text.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase);
                break;
            }
        }
    }

    /// <summary>Parts with a slash or a digit in each, the first in capitals up to its slash.</summary>
    private static bool IsSeries(string line)
    {
        var digits = false;
        foreach (var range in line.AsSpan().Split(' '))
        {
            var part = line.AsSpan(range).Trim("()[],;:");
            var slash = part.IndexOf('/');
            if (range.Start.Value == 0 && (slash is < 2 or > 6 || part[..slash].IndexOfAnyExceptInRange('A', 'Z') >= 0))
                return false;
            digits |= part.ContainsAnyInRange('0', '9');
            if ((slash < 0 && !part.ContainsAnyInRange('0', '9')) || part.IndexOfAnyExceptInRange(' ', '~') >= 0)
                return false;
        }

        return digits;
    }

    private static bool IsSymbol(ReadOnlySpan<char> word)
    {
        if (word.Length < 5 || !char.IsAsciiLetterUpper(word[0]) || !word.Contains('/') || !word.ContainsAnyInRange('0', '9'))
            return false;
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c is not ('/' or '.' or '-' or '(' or ')'))
                return false;
        }

        return word.IndexOf('/') is >= 1 and <= 6 && word[^1] != '/';
    }
}
