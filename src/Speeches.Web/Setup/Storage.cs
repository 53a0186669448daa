using Speeches.Store;
using Speeches.Store.Sqlite;

namespace Speeches.Web.Setup;

/// <summary>The database and the stores.</summary>
internal static class Storage
{
    /// <summary>Registers the database (opened on first use) and the stores as singletons.</summary>
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        var sqlite = builder.Configuration.GetSection("Data").Get<SqliteOptions>() ?? new SqliteOptions();
        var limits = builder.Configuration.GetSection("Annotations").Get<AnnotationLimits>() ?? new AnnotationLimits();
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(sqlite)
            .AddSingleton(limits)
            .AddSingleton<Database>(_ => SqliteDatabase.Open(sqlite).GetAwaiter().GetResult())
            .AddSingleton<SpeechStore>()
            .AddSingleton<AnnotationStore>()
            .AddSingleton<SearchStore>()
            .AddSingleton<AccountStore>()
            .AddSingleton<TokenStore>();
    }
}
