using System.Globalization;

namespace Speeches.Web.Pages.Library;

/// <summary>Names of languages, each in its own language.</summary>
internal static class LanguageNames
{
    /// <summary>"français" for "fr"; the tag itself where the system does not know it.</summary>
    public static string Of(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
