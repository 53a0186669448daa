using Speeches.Store;
using Speeches.Store.Sqlite;
using Speeches.Web.Importing;

namespace Speeches.Web.Setup;

/// <summary>The database and the stores.</summary>
internal static class Storage
{
    /// <summary>Registers the database (opened on first use) and the stores as singletons.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, Settings settings) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(settings.Data)
        .AddSingleton(settings.Annotations)
        .AddSingleton(settings.Groups)
        .AddSingleton(settings.Import)
        .AddSingleton(settings.Drafts)
        .AddSingleton<Database>(_ => Open(settings.Data))
        .AddSingleton<SpeechStore>()
        .AddSingleton<AnnotationStore>()
        .AddSingleton<AnchorStore>()
        .AddSingleton<TagStore>()
        .AddSingleton<GroupStore>()
        .AddSingleton<AssignmentStore>()
        .AddSingleton<FollowStore>()
        .AddSingleton<InboxStore>()
        .AddSingleton<People>()
        .AddSingleton<CommentStore>()
        .AddSingleton<SearchStore>()
        .AddSingleton<DraftStore>()
        .AddSingleton<PublishingStore>()
        .AddSingleton<HeaderStore>()
        .AddSingleton<ReadingWorkers>()
        .AddSingleton<SourceReader>()
        .AddSingleton<Importer>()
        .AddSingleton<Drafting>()
        .AddSingleton<AccountStore>()
        .AddSingleton<TokenStore>()
        .AddSingleton<SessionStore>();

    private static SqliteDatabase Open(SqliteOptions options)
    {
        try
        {
            PrivateFolder.Make(options.Directory);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SpeechesError(ErrorKind.Unavailable,
                $"The data folder {options.Directory} cannot be made or used. Nothing was changed; choose another with Data:Directory, or give this user the right to write there.", inner: failure);
        }
        return SqliteDatabase.Open(options).GetAwaiter().GetResult();
    }
}
