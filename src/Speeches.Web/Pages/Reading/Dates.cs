using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Speeches.Web.Pages.Reading;

/// <summary>Dates and times as the pages write them: never relative, so that a page can be kept and sent to everybody.</summary>
internal static class Dates
{
    /// <summary>"14 November 2026" in a <c>time</c> element, with the exact time on hover; script may make it relative.</summary>
    public static IHtmlContent Html(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        return new HtmlString(string.Create(
            CultureInfo.InvariantCulture,
            $"<time datetime=\"{utc:yyyy-MM-ddTHH:mm:ssZ}\" title=\"{utc:d MMMM yyyy, HH:mm} UTC\">{utc:d MMMM yyyy}</time>"));
    }

    /// <summary>"14 December 2021".</summary>
    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"13:15 – 14:45", "13:15", or null.</summary>
    public static string? Hours(SpeechHeader header) => (header.StartTime, header.EndTime) switch
    {
        ({ } start, { } end) => string.Create(CultureInfo.InvariantCulture, $"{start:HH:mm} – {end:HH:mm}"),
        ({ } start, null) => start.ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => null,
    };
}
