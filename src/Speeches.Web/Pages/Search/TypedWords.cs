using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Speeches.Web.Pages.Search;

/// <summary>What people type into a search field, made fit to be searched for and shown again.</summary>
internal static class TypedWords
{
    /// <summary>Nobody types more than this, in UTF-16 code units; what is pasted beyond it is left out.</summary>
    public const int MaximumLength = 300;

    /// <summary>Trims, turns line ends and other control characters into spaces, mends lone surrogates and cuts to the limit.</summary>
    /// <param name="parameter">A query parameter; the first counts where it is given more than once.</param>
    /// <returns>Null where nothing is left.</returns>
    public static string? Read(StringValues parameter)
    {
        if (parameter is not [var typed, ..] || string.IsNullOrWhiteSpace(typed))
            return null;

        var words = new StringBuilder(Math.Min(typed.Length, MaximumLength));
        foreach (var rune in typed.EnumerateRunes())
        {
            if (words.Length + rune.Utf16SequenceLength > MaximumLength)
                break;
            words.Append((Rune.IsControl(rune) ? new Rune(' ') : rune).ToString());
        }

        var read = words.ToString().Trim();
        return read.Length == 0 ? null : read;
    }

    /// <summary>A page number from a query string: 1 for anything that is not one.</summary>
    public static int Page(StringValues parameter) =>
        parameter is [var typed, ..] && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= 1_000_000 ? page : 1;
}
