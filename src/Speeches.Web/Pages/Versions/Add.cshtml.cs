using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Importing;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Versions;

/// <summary>The form that brings another version.</summary>
/// <param name="Slug">Of which speech.</param>
/// <param name="MaximumMegabytes">The largest file.</param>
internal sealed record AddForm(string Slug, int MaximumMegabytes)
{
    /// <summary>As it was typed.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the comments of the file are brought in, as it was chosen.</summary>
    public CommentsChoice Comments { get; init; } = new();
}

/// <summary>Adds a version of a speech from a file.</summary>
[Authorize(Roles = $"{nameof(Role.Editor)},{nameof(Role.Administrator)}")]
[EnableRateLimiting(RateLimits.Posting)]
[UploadLimits]
internal sealed class AddModel(SpeechStore speeches, SourceReader reader, Importer importer, ImportOptions limits) : PageModel
{
    /// <summary>The speech.</summary>
    public Speech Speech { get; private set; } = null!;

    /// <summary>The form.</summary>
    public AddForm Form { get; private set; } = null!;

    /// <summary>Why nothing was stored, or null.</summary>
    public ImportErrorJson? Failure { get; private set; }

    /// <summary>The form alone.</summary>
    public Task<IActionResult> OnGet(string slug) => Show(slug, null, new());

    /// <summary>Reads the file and stores it as the next version.</summary>
    public async Task<IActionResult> OnPost(string slug, IFormFile? file, string? language, CommentsChoice choice)
    {
        if (file is null)
            return await Show(slug, language, choice, new("file", "Choose a file. Nothing was stored."));
        try
        {
            var read = await reader.Read(file, HeaderEdits.Language(language), HttpContext.RequestAborted);
            return await importer.StoreVersion(read, slug, commentsFor: choice.Taken() is null ? null : User.Actor(), audience: choice.Taken(), by: User.Actor()) switch
            {
                { Error: { } error } => await Show(slug, language, choice, error),
                { Status: ImportStatus.Unchanged } same => await Show(slug, language, choice, new("unchanged", $"This very file is version {same.Version} already. {Taken(same.Comments.Imported)}")),
                var stored => RedirectToPage("Index", new { slug, added = stored.Version }),
            };
        }
        catch (SpeechesError refusal) when (refusal.Kind is ErrorKind.Refused or ErrorKind.Conflict)
        {
            return await Show(slug, language, choice, ImportErrorJson.From(refusal));
        }
    }

    private static string Taken(int comments) => comments switch
    {
        0 => "Nothing was stored.",
        1 => "One comment of it was added.",
        _ => $"{comments} comments of it were added.",
    };

    private async Task<IActionResult> Show(string slug, string? language, CommentsChoice choice, ImportErrorJson? failure = null)
    {
        if (await speeches.Find(slug) is not { } speech)
            return NotFound();
        (Speech, Failure) = (speech, failure);
        Form = new(slug, limits.MaximumFileBytes / (1024 * 1024)) { Language = language, Comments = choice };
        Response.StatusCode = failure is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
