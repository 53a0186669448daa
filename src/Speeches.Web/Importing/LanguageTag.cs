using System.Text.RegularExpressions;

namespace Speeches.Web.Importing;

/// <summary>Language tags that people give.</summary>
internal static partial class LanguageTag
{
    /// <summary>Whether it has the form of a BCP 47 tag: a language of two or three letters, then subtags.</summary>
    public static bool IsValid(string tag) => Form().IsMatch(tag);

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,5}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
