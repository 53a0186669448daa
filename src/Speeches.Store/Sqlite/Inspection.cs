using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>Looks through a database for problems: first the file, then what its rows say of each other.</summary>
internal static class Inspection
{
    private const int MostLines = 200;

    // A check opens no Database, which tells Dapper otherwise.
    static Inspection() => Columns.Register();

    /// <summary>One line a problem, at most 200; none where all is well. Changes nothing.</summary>
    public static IReadOnlyList<string> Run(string file)
    {
        using var connection = SqliteFiles.Open(file, SqliteOpenMode.ReadWrite);
        var problems = new List<string>();
        try
        {
            if (!Schema.IsCurrent(connection, file))
                return ["The database has not been brought to the shape of this version yet: start the server once."];
            problems.AddRange(FileProblems(connection));
            if (problems.Count > 0)
                return problems; // rows of a damaged file say nothing reliable
            using (connection.BeginTransaction(IsolationLevel.Serializable, deferred: true)) // one moment, though others write
            {
                problems.AddRange(TextInspection.Run(connection));
                problems.AddRange(AnnotationInspection.Run(connection));
                problems.AddRange(AnchorInspection.Run(connection));
                problems.AddRange(DraftInspection.Run(connection));
                problems.AddRange(SearchInspection.Rows(connection));
            }

            problems.AddRange(SearchInspection.Index(connection));
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            problems.Add("The database file is damaged: restore a backup.");
        }

        return problems.Count <= MostLines ? problems : [.. problems.Take(MostLines), $"… and {problems.Count - MostLines} more."];
    }

    private static IEnumerable<string> FileProblems(SqliteConnection connection)
    {
        foreach (var line in connection.Query<string>("PRAGMA integrity_check"))
        {
            if (line != "ok")
                yield return $"Integrity: {line}.";
        }

        foreach (var row in connection.Query<(string Table, long? RowId, string Parent)>("""
            SELECT "table", rowid, parent FROM pragma_foreign_key_check
            """))
        {
            yield return $"Foreign keys: row {row.RowId} of {row.Table} names a row of {row.Parent} that does not exist.";
        }
    }
}
