using System.Globalization;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Importing;
using Speeches.Web.Setup;

namespace Speeches.Web.Endpoints;

/// <summary>Importing in the API: <c>multipart/form-data</c> with a <c>file</c> and header fields that a person knows better.</summary>
internal static class ImportResources
{
    private const string FileField = "file";

    /// <summary><c>POST /api/v1/speeches</c>: 201 with the result, or 200 where the same bytes are there already.</summary>
    public static async Task Add(HttpContext context)
    {
        var read = await Read(context);
        var result = await context.Get<Importer>().Store(read, by: context.User.Actor());
        await Answer(context, result, "/api/v1/speeches/" + result.Slug);
    }

    /// <summary><c>POST /api/v1/speeches/{slug}/versions</c>: the same for the next version of a speech's text.</summary>
    public static async Task AddVersion(HttpContext context)
    {
        var slug = context.Route("slug");
        var read = await Read(context, async () =>
        {
            if (await context.Get<SpeechStore>().Find(slug) is null)
                throw SpeechResources.Unknown();
        });
        var result = await context.Get<Importer>().StoreVersion(read, slug, by: context.User.Actor());
        await Answer(context, result, string.Create(CultureInfo.InvariantCulture, $"/api/v1/speeches/{slug}/text?version={result.Version}"));
    }

    private static Task Answer(HttpContext context, ImportResult result, string location)
    {
        context.Response.Headers.Location = location;
        return context.Json(result, ApiJson.Compact.ImportResult,
            result.Status == ImportStatus.Imported ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    // Who may not import, and what cannot be stored whatever the file, is refused before the body is read.
    private static async Task<ReadSource> Read(HttpContext context, Func<Task>? before = null)
    {
        if (context.User.Actor() is { Role: < Role.Editor })
            throw new SpeechesError(ErrorKind.Forbidden, "Importing speeches needs the role of an editor; nothing was stored.");
        if (context.User.Actor() is not null && context.User.MayWrite())
            UploadLimitsAttribute.Apply(context);
        await context.Writer();
        if (before is not null) await before();
        var form = await Form(context);
        var file = form.Files.Count == 1 && form.Files[0].Name == FileField ? form.Files[0]
            : throw new SpeechesError(ErrorKind.Refused, "Send one file, in the field file; nothing was stored.", FileField);
        var given = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).ToArray();
        if (given.FirstOrDefault(field => !HeaderEdits.Knows(field.Key)) is { Key: { } unknown })
            throw RequestBody.CannotBeSet(unknown);
        // Bad values are refused before the file is read.
        HeaderEdits.Apply(new SpeechHeader(), given);
        var read = await context.Get<SourceReader>().Read(file, HeaderEdits.Language(form["language"]), context.RequestAborted);
        return read is { Failure: null, Speech: { } speech }
            ? read with { Speech = speech with { Header = HeaderEdits.Apply(speech.Header, given) } }
            : throw read.Failure!;
    }

    private static async Task<IFormCollection> Form(HttpContext context)
    {
        if (context.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) is not true)
            throw new SpeechesError(ErrorKind.UnknownFormat, "Send the file as multipart/form-data; nothing was stored.");
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw UploadLimitsAttribute.TooLarge(context.Get<ImportOptions>());
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            throw new SpeechesError(ErrorKind.Malformed, "The form could not be read; nothing was stored.", null, failure);
        }
    }
}
