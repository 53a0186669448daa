using System.Text.Encodings.Web;
using System.Text.Unicode;
using Speeches.Web.Commands;
using Speeches.Web.Endpoints;
using Speeches.Web.Mailing;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

// With a command it carries that out; without one it serves. Settings can stand among the arguments either way.
var arguments = Arguments.Split(args);
if (arguments.Command.Count > 0)
    return await CommandLine.Run(arguments);

return await Failures.Tell(async () =>
{
    var settings = Settings.Read(arguments.Settings);
    var builder = Server.CreateBuilder(settings);
    builder.AddLog(settings.Log);
    builder.Services.AddStorage(settings);
    builder.Services.AddMail(settings.Mail);
    builder.Services.AddFrontDoor(settings);
    builder.Services.AddKeys(settings);
    builder.Services.AddSessions(settings);
    builder.Services.AddRateLimits(settings.RateLimits);
    builder.Services.AddPageCache(settings.PageCache);
    builder.Services.AddCompression();
    builder.Services.AddEndpoints(settings);
    builder.Services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new PageVerbs()))
        // Parts of pages that are the same for everybody; a much discussed speech leaves many of past revisions behind.
        .AddCacheTagHelperLimits(cache => cache.SizeLimit = 16 * 1024 * 1024);
    // Letters of every script as themselves: an Arabic page would otherwise be six times as long.
    builder.Services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

    await using var app = builder.Build();
    if (settings.Log.Requests) app.UseMiddleware<RequestLog>();
    app.UseSecurityHeaders();
    app.UseMiddleware<ErrorHandling>();
    app.UseFrontDoor();
    app.UsePageCache();
    app.UseCompression();
    app.UseRouting();
    BearerTokens.Use(app);
    app.UseAuthorization();
    app.UseRateLimiter();
    app.MapStaticAssets();
    app.MapRazorPages().WithStaticAssets();
    app.MapEndpoints();

    await app.Open(settings);
    await app.WaitForShutdownAsync();
    return 0;
});

/// <summary>The host. Public so that the tests can start it.</summary>
public partial class Program;
