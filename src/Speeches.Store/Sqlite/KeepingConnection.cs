using Microsoft.Data.Sqlite;

namespace Speeches.Store.Sqlite;

/// <summary>A connection that keeps the statements which were once prepared on it. Used by one thread at a time, as every connection here.</summary>
internal sealed class KeepingConnection(string connectionString) : SqliteConnection(connectionString)
{
    private readonly Dictionary<string, Statement> _statements = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(string, long)> _done = [];

    /// <summary>The statement, prepared at its first use.</summary>
    /// <param name="sql">Always the same string object for the same statement.</param>
    public Statement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = new(this, sql));
        return statement;
    }

    /// <summary>Whether this was not asked since <see cref="Begin"/>: so many writes that are committed together do it once.</summary>
    /// <param name="sql">A statement that needs no second run.</param>
    /// <param name="id">The row that it changes.</param>
    public bool IsFirst(string sql, long id) => _done.Add((sql, id));

    /// <summary>To be called where a transaction begins, and where what follows may be taken back alone.</summary>
    public void Begin() => _done.Clear();

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
