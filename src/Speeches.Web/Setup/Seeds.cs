using Speeches.Formats.Reading;
using Speeches.Parsing;
using Speeches.Store;

namespace Speeches.Web.Setup;

/// <summary>What a new library starts with.</summary>
internal static partial class Seeds
{
    /// <summary>Loads the seed documents into a library that holds no speech; one that cannot be read is logged and left out.</summary>
    public static async Task Load(IServiceProvider services)
    {
        var speeches = services.GetRequiredService<SpeechStore>();
        if (services.GetRequiredService<Settings>().Seeds.Directory is not { Length: > 0 } folder || !await speeches.IsEmpty())
            return;
        folder = Path.Combine(AppContext.BaseDirectory, folder);
        if (!Directory.Exists(folder))
            return;
        var log = services.GetRequiredService<ILogger<Program>>();
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            try
            {
                var source = await File.ReadAllBytesAsync(file);
                var document = SpeechReaders.Read(source);
                await speeches.Add(SpeechParser.Parse(document), Path.GetFileName(file), document.MediaType, source);
            }
            catch (SpeechesError error) when (error.Kind != ErrorKind.Unavailable)
            {
                LogUnread(log, Path.GetFileName(file), error.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The seed {File} was not loaded: {Reason}")]
    private static partial void LogUnread(ILogger log, string file, string reason);
}
