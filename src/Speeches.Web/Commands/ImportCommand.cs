using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Spectre.Console;
using Speeches.Annotations;
using Speeches.Web.Endpoints;
using Speeches.Web.Importing;

namespace Speeches.Web.Commands;

/// <summary>
/// <c>import PATH… [--dry-run] [--json] [--language xx] [--as-version-of SLUG] [--with-comments --user EMAIL]</c>: speeches from files and folders.
/// </summary>
internal static class ImportCommand
{
    // While one file is read, the ones before it are stored together in one commit.
    private const int MostUnstored = 256;
    private const int MostRead = 8;

    /// <summary>Makes the command.</summary>
    public static Command Create(Library library)
    {
        var paths = new Argument<string[]>("path") { Description = "Files, or folders with all that is in them", Arity = ArgumentArity.OneOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read, tell, and store nothing" };
        var json = new Option<bool>("--json") { Description = "One JSON object a line for each file" };
        var language = new Option<string?>("--language") { Description = "The language of the texts, such as fr; told from the words where absent" };
        var asVersionOf = new Option<string?>("--as-version-of") { Description = "The speech that the file is a new version of, by its name in addresses", HelpName = "SLUG" };
        var withComments = new Option<bool>("--with-comments") { Description = "Add the comments that the files bring along as annotations of --user" };
        var user = new Option<string?>("--user") { Description = "The e-mail address of the account that takes the comments over" };
        var command = new Command("import", "Import speeches from files") { paths, dryRun, json, language, asVersionOf, withComments, user };
        command.Validators.Add(given =>
        {
            if (given.GetValue(withComments) != given.GetValue(user) is not null)
                given.AddError("--with-comments and --user EMAIL go together: the comments become annotations of that person");
        });
        command.SetAction((parsed, stop) => library.With(async services =>
        {
            var tag = parsed.GetValue(language);
            if (tag is not null && !LanguageTag.IsValid(tag))
                throw new SpeechesError(ErrorKind.Refused, $"\"{SourceName.Visible(tag)}\" is no language tag such as en or pt-BR. Nothing was imported.", "language");
            var files = SourceFiles.Find(parsed.GetRequiredValue(paths));
            var (isTrial, slug) = (parsed.GetValue(dryRun), parsed.GetValue(asVersionOf));
            if (slug is not null && files.Count != 1)
                throw new SpeechesError(ErrorKind.Refused, $"--as-version-of takes one file, and there are {files.Count}. Nothing was imported.", "path");
            var commentsFor = isTrial || parsed.GetValue(user) is not { } email ? null : await CommentsFor(services, email);
            var reader = services.GetRequiredService<SourceReader>();
            // A dry run never asks for the store, so it neither makes nor opens a library; but for a version, which needs what came before.
            var results = slug is not null
                ? Version(files[0], tag, slug, isTrial, reader, services.GetRequiredService<Importer>(), commentsFor)
                // The library is opened, and made where it is missing, while the first files are read.
                : Results(files, tag, reader, isTrial ? null : Task.Run(services.GetRequiredService<Importer>, stop), commentsFor, stop);
            return await Show(results, files.Count, parsed.GetValue(json), isTrial ? "could be imported" : "imported");
        }));
        return command;
    }

    private static async Task<Actor> CommentsFor(IServiceProvider services, string email)
    {
        var account = await services.Account(email);
        var actor = new Actor(account.Id, account.Name, account.Role);
        return account.Disabled is null && AnnotationRules.MayAnnotate(actor)
            ? actor : throw new SpeechesError(ErrorKind.Forbidden, $"The account {email} may not annotate. Nothing was imported.", "user");
    }

    private static async Task<int> Show(IAsyncEnumerable<ImportResult> results, int files, bool json, string done)
    {
        var counts = new Dictionary<ImportStatus, int>();
        if (!json && !Console.IsOutputRedirected)
        {
            await AnsiConsole.Progress().StartAsync(async progress =>
            {
                var bar = progress.AddTask("Importing", maxValue: files);
                await foreach (var result in results)
                {
                    Count(result);
                    bar.Increment(1);
                    if (result.Error is not null)
                        AnsiConsole.WriteLine(Line(result));
                }
            });
        }
        else
        {
            await foreach (var result in results)
            {
                Count(result);
                Console.WriteLine(json ? JsonSerializer.Serialize(result, ApiJson.Compact.ImportResult) : Line(result));
            }
        }

        await Console.Error.WriteLineAsync(
            $"{Of(ImportStatus.Imported)} {done}, {Of(ImportStatus.Unchanged)} unchanged, {Of(ImportStatus.Failed)} failed.");
        return Of(ImportStatus.Failed) > 0 ? 1 : 0;

        void Count(ImportResult result) => counts[result.Status] = Of(result.Status) + 1;
        int Of(ImportStatus status) => counts.GetValueOrDefault(status);
    }

    private static string Line(ImportResult result) => SourceName.Visible(result.File) + ": " + (result.Status switch
    {
        ImportStatus.Failed => result.Error!.Message,
        ImportStatus.Unchanged => $"unchanged, it is {Name(result)}{Comments(result.Comments)}",
        _ => $"{Name(result)}, {result.Paragraphs} paragraphs, {result.Quotations} quotations, {result.Diagnostics.Count} remarks{Annotations(result)}{Comments(result.Comments)}",
    });

    private static string Name(ImportResult result) =>
        result.Slug is null ? "readable" : result.Version > 1 ? $"{result.Slug} version {result.Version}" : result.Slug;

    private static string Annotations(ImportResult result) => result.Annotations is not { } carried ? ""
        : $"; annotations: {carried.Exact} exact, {carried.Moved} moved, {carried.Changed} changed, {carried.Orphan} orphan";

    private static async IAsyncEnumerable<ImportResult> Version(
        string file, string? language, string slug, bool isTrial, SourceReader reader, Importer importer, Actor? commentsFor)
    {
        var read = await reader.Read(file, language);
        ImportResult result;
        try
        {
            result = await importer.StoreVersion(read, slug, isTrial, commentsFor);
        }
        catch (SpeechesError error) when (error.Code is not null)
        {
            result = read.Preview() with { Status = ImportStatus.Failed, Error = ImportErrorJson.From(error) };
        }

        yield return result;
    }

    private static string Comments(CommentsJson comments) => comments.Count == 0 ? "" : $", {comments.Imported} of {comments.Count} comments taken over";

    /// <summary>The results in the order of the files. Reading runs ahead, storing runs behind, and each keeps that order.</summary>
    private static async IAsyncEnumerable<ImportResult> Results(
        IReadOnlyList<string> files, string? language, SourceReader reader, Task<Importer>? opening, Actor? commentsFor,
        [EnumeratorCancellation] CancellationToken stop)
    {
        Queue<Task<ReadSource>> reading = new();
        Queue<Task<ImportResult>> storing = new();
        var next = 0;
        while (next < files.Count || reading.Count > 0)
        {
            stop.ThrowIfCancellationRequested();
            while (next < files.Count && reading.Count < MostRead)
                reading.Enqueue(reader.Read(files[next++], language));
            var importer = opening is null ? null : await opening;
            var read = await reading.Dequeue();
            storing.Enqueue(importer is null ? Task.FromResult(read.Preview()) : importer.Store(read, commentsFor));
            while (storing.TryPeek(out var done) && (done.IsCompleted || storing.Count > MostUnstored))
                yield return await storing.Dequeue();
        }

        while (storing.TryDequeue(out var rest))
            yield return await rest;
    }
}
