using System.CommandLine;
using Microsoft.AspNetCore.WebUtilities;
using Speeches.Annotations;
using Speeches.Formats.Writing;
using Speeches.Store;
using Speeches.Web.Endpoints;
using Speeches.Web.Setup;

namespace Speeches.Web.Commands;

/// <summary>
/// <c>export SLUG --format F [--version N] [--audience A [--user EMAIL]] [--output FILE]</c>: an annotated copy, byte for byte what the
/// site gives.
/// </summary>
internal static class ExportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Library library)
    {
        var slug = new Argument<string>("slug") { Description = "The speech's name in addresses" };
        var format = new Option<string>("--format") { Description = "One of " + string.Join(", ", SpeechWriters.All.Select(writer => writer.Format)), Required = true };
        format.AcceptOnlyFromAmong([.. SpeechWriters.All.Select(writer => writer.Format)]);
        var version = new Option<int?>("--text-version") { Description = "A version of the text; the current one where absent" };
        var audience = new Option<string?>("--audience") { Description = "public (the default), or together with --user mine or group:NAME" };
        var user = new Option<string?>("--user") { Description = "The e-mail address of the account whose private notes are mine, or that belongs to the group" };
        var output = new Option<FileInfo?>("--output") { Description = "The file to write; standard output where absent" };
        var command = new Command("export", "Write an annotated copy of a speech") { slug, format, version, audience, user, output };
        command.SetAction((parsed, stop) => library.With(async services =>
        {
            var copies = new AnnotatedCopies(
                services.GetRequiredService<SpeechStore>(),
                services.GetRequiredService<AnnotationStore>(),
                services.GetRequiredService<GroupStore>(),
                new SiteAddress(services.GetRequiredService<Settings>()));
            var actor = await Actor(services, parsed.GetValue(user));
            var asked = parsed.GetValue(audience);
            if (asked == AnnotatedCopies.Mine && actor is null)
                throw new SpeechesError(ErrorKind.Refused, "Say with --user whose private notes to include. Nothing was written.", "user");
            var copy = await copies.Make(
                await copies.Find(parsed.GetRequiredValue(slug)), parsed.GetValue(version), AnnotatedCopies.Audience(asked, actor), actor);
            await using var buffer = new FileBufferingWriteStream();
            SpeechWriters.For(parsed.GetRequiredValue(format))!.Write(copy, buffer);
            await Write(buffer, parsed.GetValue(output), stop);
            return 0;
        }));
        return command;
    }

    private static async Task<Actor?> Actor(IServiceProvider services, string? email)
    {
        if (email is null) return null;
        var account = await services.Account(email);
        return new Actor(account.Id, account.Name, account.Role);
    }

    // Made whole before the file is opened: a copy that cannot be made leaves what was there before.
    private static async Task Write(FileBufferingWriteStream copy, FileInfo? file, CancellationToken stop)
    {
        try
        {
            await using var target = file?.Create() ?? Console.OpenStandardOutput();
            await copy.DrainBufferAsync(target, stop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SpeechesError(
                ErrorKind.Unavailable, $"The copy could not be written to {file?.FullName ?? "standard output"}. Nothing else was changed.", inner: failure);
        }
    }
}
