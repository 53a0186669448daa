using System.Globalization;
using System.Text;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Citing;

/// <summary>
/// The speech as an entry of a bibliography for LaTeX: <c>@misc</c>, which BibTeX and BibLaTeX both know. In UTF-8, as BibLaTeX and
/// every LaTeX since 2018 take it.
/// </summary>
internal sealed class BibTexSpeechWriter : ISpeechWriter
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public string Format => "bib";

    public string MediaType => "application/x-bibtex; charset=utf-8";

    public string Label => "Citation (BibTeX)";

    public string Description => "An entry for a bibliography in LaTeX; leaves out the text and all annotations.";

    public bool HoldsAnnotations => false;

    public void Write(AnnotatedCopy copy, Stream output)
    {
        var speech = new CitedSpeech(copy);
        // The inner braces keep the letters of the title as they are: styles would lower its capitals.
        (string Name, string? Value)[] fields =
        [
            ("title", $"{{{{{Escaped(speech.Title)}}}}}"),
            ("author", InBraces(CitedSpeech.Joined(" and ", speech.Authors.Select(Author)))),
            ("organization", InBraces(Escaped(speech.Publisher))),
            ("howpublished", InBraces(Escaped(CitedSpeech.Joined(", ", speech.Kind, speech.Event, speech.Place)))),
            ("date", InBraces(speech.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
            // BibTeX does not know "date"; BibLaTeX prefers it.
            ("year", InBraces(speech.Date?.ToString("yyyy", CultureInfo.InvariantCulture))),
            ("month", speech.Date is { } date ? Months[date.Month - 1] : null),
            ("langid", InBraces(Babel(speech.Language))),
            // Taken as it stands; an address has no braces (RFC 3986).
            ("url", InBraces(speech.Address)),
            ("note", InBraces(Escaped(speech.Note))),
        ];
        var entry = new StringBuilder("@misc{").Append(copy.Speech.Slug).Append(",\n");
        foreach (var (name, value) in fields)
            if (value is not null) entry.Append("  ").Append(name.PadRight(12)).Append(" = ").Append(value).Append(",\n");
        output.Write(Encoding.UTF8.GetBytes(entry.Append("}\n").ToString()));
    }

    private static string? InBraces(string? value) => value is null ? null : $"{{{value}}}";

    /// <summary>
    /// A name in the order in which it is printed, which BibTeX takes apart at the spaces. It is kept whole where that would go wrong:
    /// with a comma or an "and" in it, and in scripts without capitals, by which BibTeX tells the parts.
    /// </summary>
    private static string Author(string name) =>
        name.Contains(',', StringComparison.Ordinal)
        || name.Split(' ').Any(word => word.Equals("and", StringComparison.OrdinalIgnoreCase) || word.Equals("others", StringComparison.OrdinalIgnoreCase))
        || name.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter)
            ? $"{{{Escaped(name)}}}" : Escaped(name)!;

    /// <summary>
    /// The words without signs that TeX obeys. Braces have names instead of a backslash: BibTeX counts them before TeX reads them, and
    /// one without its partner would end the entry.
    /// </summary>
    private static string? Escaped(string? words)
    {
        if (words is null) return null;
        var result = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            _ = c switch
            {
                '\\' => result.Append(@"\textbackslash{}"),
                '{' => result.Append(@"\textbraceleft{}"),
                '}' => result.Append(@"\textbraceright{}"),
                '~' => result.Append(@"\textasciitilde{}"),
                '^' => result.Append(@"\textasciicircum{}"),
                '$' or '&' or '#' or '%' or '_' => result.Append('\\').Append(c),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    /// <summary>The name that the babel package has for a language of the United Nations; null for others.</summary>
    private static string? Babel(string? language) => language?.Split('-')[0].ToLowerInvariant() switch
    {
        "ar" => "arabic",
        "zh" => "chinese",
        "en" => "english",
        "fr" => "french",
        "ru" => "russian",
        "es" => "spanish",
        _ => null,
    };
}
