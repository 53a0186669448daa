using System.Reflection;
using DbUp;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

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
    public static bool IsCurrent(SqliteConnection connection, string file)
    {
        if (new FileInfo(file).Length == 0)
            throw new SpeechesError(ErrorKind.Unavailable, $"The database {file} is empty: it was left as it is. Restore a backup, or move the file away to begin anew.");
        if (SqliteFiles.Value(connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'SchemaVersions'") is null)
            throw new SpeechesError(ErrorKind.Unavailable, $"The file {file} is a database, but not a library of speeches: it was left as it is.");

        var done = new HashSet<string>(StringComparer.Ordinal);
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT ScriptName FROM SchemaVersions";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                done.Add(reader.GetString(0));
        }

        if (!done.IsSubsetOf(Scripts))
            throw new SpeechesError(ErrorKind.Unavailable, $"The database {file} is from a newer version of this program: it was left as it is. Use that version, or restore an older backup.");
        return done.Count == Scripts.Count;
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
        File.Move(unfinished, file, overwrite: false);
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
