namespace Speeches.Store.Sqlite;

/// <summary>Backup, restore and check.</summary>
public static class Maintenance
{
    /// <summary>Copies a database while it may be in use, to a new file, and verifies the copy.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Conflict"/> where the file exists.</exception>
    public static Task Backup(SqliteOptions options, string file) => throw new NotImplementedException();

    /// <summary>
    /// Puts a backup in place of the database. The backup is verified first; the database it replaces is kept beside it until the new
    /// one has been opened and checked.
    /// </summary>
    /// <returns>The path under which the replaced database is kept, or null where there was none.</returns>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.Unavailable"/> for a damaged backup, one from a newer version, or a database that is in use.
    /// </exception>
    public static Task<string?> Restore(SqliteOptions options, string file) => throw new NotImplementedException();

    /// <summary>Looks for problems: integrity, foreign keys, search index in step, anchors valid, state in step with the event log.</summary>
    /// <returns>One line a problem; none where all is well.</returns>
    public static Task<IReadOnlyList<string>> Check(SqliteOptions options) => throw new NotImplementedException();
}
