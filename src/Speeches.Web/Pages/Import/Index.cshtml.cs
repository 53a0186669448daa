using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Annotations;
using Speeches.Formats.Writing.Json;
using Speeches.Web.Importing;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Import;

/// <summary>Importing files in the browser: a form, then what came of each file.</summary>
[Authorize(Roles = $"{nameof(Role.Editor)},{nameof(Role.Administrator)}")]
[EnableRateLimiting(RateLimits.Posting)]
[UploadLimits]
internal sealed class IndexModel(SourceReader reader, Importer importer, ImportOptions limits) : PageModel
{
    /// <summary>What came of each file, in the order sent.</summary>
    public IReadOnlyList<ImportResult> Results { get; private set; } = [];

    /// <summary>Whether nothing was to be stored.</summary>
    public bool IsPreview { get; private set; }

    /// <summary>Why the form was not accepted, or null.</summary>
    public SpeechesError? Refusal { get; private set; }

    /// <summary>The largest file, in megabytes.</summary>
    public int MaximumMegabytes => limits.MaximumFileBytes / (1024 * 1024);

    /// <summary>Reads the files and, unless only a look was asked for, stores those that could be read.</summary>
    public async Task<IActionResult> OnPost(List<IFormFile> files, string? language, bool preview)
    {
        try
        {
            IsPreview = preview;
            var given = HeaderEdits.Language(language);
            if (files.Count == 0)
                throw new SpeechesError(ErrorKind.Refused, "Choose at least one file. Nothing was stored.", "files");
            List<ImportResult> results = [];
            foreach (var file in files)
            {
                var read = await reader.Read(file, given, HttpContext.RequestAborted);
                results.Add(preview ? read.Preview() : await importer.Store(read));
            }

            Results = results;
        }
        catch (SpeechesError error) when (error.Kind == ErrorKind.Refused)
        {
            Refusal = error;
            Response.StatusCode = ErrorTable.StatusOf(error.Kind);
        }

        return Page();
    }

    /// <summary>The fields of a header that have a value: name for people, value, and where it comes from.</summary>
    public static IEnumerable<(string Name, string Value, string Origin)> Fields(ImportResult result)
    {
        if (result.Header is not { } header)
            yield break;
        (string Key, string Name, string? Value)[] fields =
        [
            ("organization", "Organization", header.Organization), ("office", "Office", header.Office), ("title", "Title", header.Title),
            ("occasion", "Occasion", header.Occasion), ("kind", "Kind", header.Kind),
            ("speakers", "Speaker", string.Join("; ", header.Speakers.Select(Words))), ("deliveredBy", "Delivered by", header.DeliveredBy),
            ("place", "Place", header.Place), ("date", "Date", header.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("startTime", "From", header.StartTime?.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("endTime", "To", header.EndTime?.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("language", "Language", header.Language), ("symbol", "Symbol", header.Symbol), ("notes", "Notes", string.Join("; ", header.Notes)),
        ];
        foreach (var (key, name, value) in fields)
        {
            if (!string.IsNullOrEmpty(value))
                yield return (name, value, Origin(header.Provenance.GetValueOrDefault(key)));
        }
    }

    private static string Words(SpeakerJson speaker)
    {
        string?[] parts = [$"{speaker.Honorific} {speaker.Name}".Trim(), .. speaker.Capacities, speaker.OnBehalfOf is { } whom ? "on behalf of " + whom : null];
        return string.Join(", ", parts.Where(part => part is not null));
    }

    private static string Origin(ProvenanceJson? provenance) => provenance switch
    {
        null => "",
        { Origin: FieldOrigin.Edited } => "given",
        { Line: > 0 and var line } => string.Create(CultureInfo.InvariantCulture, $"line {line}"),
        _ => "from the words",
    };
}
