using System.Net.Mime;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Speeches.Formats.Writing;
using Speeches.Web.Setup;

namespace Speeches.Web.Endpoints;

/// <summary>Annotated copies by suffix: <c>/speeches/{slug}.{format}</c>.</summary>
internal static class Exports
{
    // A build that writes a format differently must not be answered with 304.
    private static readonly string Build = $"{typeof(SpeechWriters).Module.ModuleVersionId:N}"[..6] + $"{typeof(Exports).Module.ModuleVersionId:N}"[..6];

    /// <summary>Maps the exports. The suffix begins at the first dot, which no slug holds, so that it may have dots itself.</summary>
    public static void MapExports(this WebApplication app) =>
        app.MapMethods("/speeches/{file:regex(^[a-z0-9-]+\\.[a-z0-9.]+$)}", Health.ReadMethods, Send);

    private static async Task Send(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var copies = context.RequestServices.GetRequiredService<AnnotatedCopies>();
        var file = (string)context.GetRouteValue("file")!;
        var dot = file.IndexOf('.', StringComparison.Ordinal);
        var speech = await copies.Find(file[..dot]);
        var writer = SpeechWriters.For(file[(dot + 1)..]) ?? throw UnknownFormat(file[(dot + 1)..]);
        var actor = context.User.Actor();
        var audience = AnnotatedCopies.Audience(request.Query.Text("audience"), actor);
        var version = request.Query.Number("version");

        var isPublic = audience == AnnotatedCopies.Public;
        var tag = $"\"{speech.Revision}-{version ?? speech.Version}-{writer.Format}-{Build}\"";
        response.Headers.CacheControl = isPublic ? "public, no-cache" : "private, no-store";
        if (isPublic)
        {
            response.Headers.ETag = tag;
            if (EntityTags.AnyMatches(request.Headers.IfNoneMatch, tag))
            {
                // The policy that came with the copy holds on; another here would take its place.
                response.Headers.Remove(HeaderNames.ContentSecurityPolicy);
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        var copy = await copies.Make(speech, version, audience, actor);
        // Kept in memory while small and in a temporary file when not: its length is known, and a failure is still an error page.
        await using var buffer = new FileBufferingWriteStream();
        writer.Write(copy, buffer);
        if (writer.Policy(copy) is { } policy) response.Headers.ContentSecurityPolicy = policy + "; frame-ancestors 'none'";
        response.ContentType = writer.MediaType;
        response.ContentLength = buffer.Length;
        response.Headers.ContentDisposition = Disposition(speech, writer, request.Query.Flag("download") ?? false);
        if (!HttpMethods.IsHead(request.Method)) await buffer.DrainBufferAsync(response.BodyWriter, context.RequestAborted);
    }

    private static string Disposition(Speech speech, ISpeechWriter writer, bool download)
    {
        var disposition = new ContentDispositionHeaderValue(download ? DispositionTypeNames.Attachment : DispositionTypeNames.Inline);
        disposition.FileName = $"{speech.Slug}.{writer.Format}";
        disposition.FileNameStar = $"{FileName(speech.DisplayTitle)}.{writer.Format}";
        return disposition.ToString();
    }

    // What file systems refuse becomes a space; 120 characters leave room for the suffix everywhere.
    private static string FileName(string title)
    {
        var name = string.Concat(title.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim(' ', '.');
        return name.Length <= 120 ? name : name[..(char.IsHighSurrogate(name[119]) ? 119 : 120)].TrimEnd();
    }

    private static SpeechesError UnknownFormat(string format) => new(
        ErrorKind.UnknownFormat,
        $"There is no format \"{format}\". A speech can be taken away as {string.Join(", ", SpeechWriters.All.Select(writer => writer.Format))}.");
}
