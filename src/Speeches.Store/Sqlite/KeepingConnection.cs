using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>A connection that keeps the statements which were once prepared on it. Used by one thread at a time, as every connection here.</summary>
internal sealed class KeepingConnection(string connectionString) : SqliteConnection(connectionString)
{
    private readonly Dictionary<string, Statement> _statements = new(ReferenceEqualityComparer.Instance);

    /// <summary>The statement, prepared at its first use.</summary>
    /// <param name="sql">Always the same string object for the same statement.</param>
    public Statement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = new(this, sql));
        return statement;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        // First, since SQLite keeps a file open as long as a statement on it is left.
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
        base.Dispose(disposing);
    }
}
