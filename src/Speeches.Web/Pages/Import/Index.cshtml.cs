using Microsoft.AspNetCore.Mvc;
using Speeches.Store;
using Speeches.Web.Importing;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Import;

/// <summary>Uploading files in the browser, which makes drafts, and the list of one's drafts.</summary>
[UploadLimits]
internal sealed class ImportModel(Drafting drafting, DraftStore drafts, ImportOptions limits, DraftLimits draftLimits) : EditorPage
{
    /// <summary>What came of each file, in the order sent.</summary>
    public IReadOnlyList<Upload> Uploads { get; private set; } = [];

    /// <summary>The editor's drafts, last changed first.</summary>
    public IReadOnlyList<DraftItem> Drafts { get; private set; } = [];

    /// <summary>Why the form was not accepted, or null.</summary>
    public SpeechesError? Refusal { get; private set; }

    /// <summary>The language as typed.</summary>
    public string? Language { get; private set; }

    /// <summary>The largest file, in megabytes.</summary>
    public int MaximumMegabytes => limits.MaximumFileBytes / (1024 * 1024);

    /// <summary>Days for which a draft is kept.</summary>
    public int Days => draftLimits.Days;

    /// <summary>Shows the form and the drafts.</summary>
    public async Task OnGet() => Drafts = await drafts.List(Actor);

    /// <summary>Makes a draft of each file that can be read. Script sends each file by itself and gets what came of it as a fragment.</summary>
    public async Task<IActionResult> OnPost(List<IFormFile> files, string? language)
    {
        Language = language;
        try
        {
            var given = HeaderEdits.Language(language);
            if (files.Count == 0)
                throw new SpeechesError(ErrorKind.Refused, "Choose at least one file. Nothing was stored.", "files");
            List<Upload> uploads = [];
            foreach (var file in files)
                uploads.Add(await drafting.Add(Actor, file, given, HttpContext.RequestAborted));
            Uploads = uploads;
        }
        catch (SpeechesError error) when (error.Kind == ErrorKind.Refused && !IsQuiet)
        {
            Refusal = error;
            Response.StatusCode = ErrorTable.StatusOf(error.Kind);
        }

        await OnGet();
        return IsQuiet ? Partial("_Uploaded", this) : Page();
    }
}
