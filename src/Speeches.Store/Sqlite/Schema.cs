using System.Reflection;
using DbUp;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>How a database stands to this build's migrations.</summary>
internal enum SchemaState
{
    /// <summary>Not one that this program made.</summary>
    Foreign,

    /// <summary>Some have not run yet.</summary>
    Older,

    /// <summary>All have run, and no others.</summary>
    Current,

    /// <summary>Some have run that this build does not know.</summary>
    Newer,
}

/// <summary>Brings a database to the shape that this build knows: numbered scripts, forward only, run by DbUp.</summary>
internal static class Schema
{
    private const string Folder = "Speeches.Store.Sqlite.Migrations.";

    // Up to this size a start looks through the whole file for damage (about a millisecond a megabyte); `check` does it for any size.
    private const long LookedThrough = 64 << 20;

    /// <summary>The names of the scripts in the order of their numbers, as the journal keeps them.</summary>
    public static IReadOnlyList<string> Scripts { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Whether every script of this build has run. One query where all is well: DbUp itself would cost a start far more.</summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.Unavailable"/> where the file is not one of ours or comes from a newer version; it is left as it is.
    /// </exception>
    /// <exception cref="SqliteException">Where the file is no database at all or damaged.</exception>
    public static bool IsCurrent(SqliteConnection connection, string file) => Compare(connection) switch
    {
        SchemaState.Current => true,
        SchemaState.Older => false,
        SchemaState.Newer => throw new SpeechesError(
            ErrorKind.Unavailable,
            $"The database {file} is from a newer version of this program: it was left as it is. Use that version, or restore an older backup."),
        _ when new FileInfo(file).Length == 0 => throw new SpeechesError(
            ErrorKind.Unavailable,
            $"The database {file} is empty: it was left as it is. Restore a backup, or move the file away to begin anew."),
        _ => throw new SpeechesError(
            ErrorKind.Unavailable, $"The file {file} is a database, but not a library of speeches: it was left as it is."),
    };

    /// <summary>Compares the journal with the scripts of this build.</summary>
    public static SchemaState Compare(SqliteConnection connection)
    {
        if (SqliteFiles.Value(connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'SchemaVersions'") is null)
            return SchemaState.Foreign;
        var done = new HashSet<string>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT ScriptName FROM SchemaVersions";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            done.Add(reader.GetString(0));
        return !done.IsSubsetOf(Scripts) ? SchemaState.Newer : done.Count == Scripts.Count ? SchemaState.Current : SchemaState.Older;
    }

    /// <summary>Looks for damage, within reason for a start.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Unavailable"/> where there is any.</exception>
    /// <exception cref="SqliteException">Where the damage is such that SQLite cannot even look.</exception>
    public static void Inspect(SqliteConnection connection, string file)
    {
        if (new FileInfo(file).Length <= LookedThrough && SqliteFiles.Value(connection, "PRAGMA quick_check(1)") is not "ok")
            throw new SpeechesError(ErrorKind.Unavailable, $"The database {file} is damaged: it was left as it is. Restore a backup.");
    }

    /// <summary>Makes a database: in a file of another name first, so that one that was begun and not finished is never mistaken for one.</summary>
    public static void Create(string file)
    {
        var unfinished = file + ".new";
        foreach (var leftOver in (string[])[unfinished, unfinished + "-wal", unfinished + "-shm"])
            File.Delete(leftOver);
        using (var connection = SqliteFiles.Open(unfinished, SqliteOpenMode.ReadWriteCreate))
            SqliteFiles.Run(connection, "PRAGMA journal_mode = WAL");
        Migrate(unfinished);
        // Closing brings the log into the file too, but keeps a full disk to itself; the file would be renamed without it, damaged.
        using (var connection = SqliteFiles.Open(unfinished, SqliteOpenMode.ReadWrite))
            SqliteFiles.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        Durable.Move(unfinished, file);
    }

    /// <summary>Runs the scripts that have not run yet, each in a transaction.</summary>
    public static void Migrate(string file)
    {
        var outcome = DeployChanges.To
            .SqliteDatabase(SqliteFiles.ConnectionString(file, SqliteOpenMode.ReadWrite))
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.StartsWith(Folder, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!outcome.Successful)
            throw outcome.Error;
    }
}
