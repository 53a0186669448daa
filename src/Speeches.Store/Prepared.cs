using System.Data.Common;
using Speeches.Store.Sqlite;

namespace Speeches.Store;

/// <summary>
/// A statement that is run so often that each connection keeps it prepared: reading and planning SQL takes longer than running it.
/// </summary>
/// <param name="sql">One statement; its parameters (<c>@name</c>) are numbered in the order in which they first stand in it.</param>
internal sealed class Prepared(string sql)
{
    /// <summary>Starts a query with these values, in the order of the parameters. To be disposed before the statement is run again.</summary>
    public Rows Read(DbConnection connection, params ReadOnlySpan<object?> values)
    {
        var statement = Statement(connection);
        statement.Bind(values);
        return new(statement);
    }

    /// <summary>Makes a change with these values, in the order of the parameters.</summary>
    public void Run(DbConnection connection, params ReadOnlySpan<object?> values)
    {
        var statement = Statement(connection);
        statement.Bind(values);
        statement.Run();
    }

    /// <summary>Makes a change to one row that is the same whether it is made once in a transaction or more often.</summary>
    public void RunOnce(DbConnection connection, long id)
    {
        if (((KeepingConnection)connection).IsFirst(sql, id))
            Run(connection, id);
    }

    private Statement Statement(DbConnection connection) => ((KeepingConnection)connection).Statement(sql);
}

/// <summary>The rows of a query, one at a time; columns count from 0.</summary>
internal readonly struct Rows(Statement statement) : IDisposable
{
    /// <summary>Goes to the first row, then to the next.</summary>
    public bool Next() => statement.Step();

    /// <summary>Whether a column holds nothing.</summary>
    public bool IsNull(int column) => statement.IsNull(column);

    /// <summary>A column that holds a whole number.</summary>
    public long Number(int column) => statement.Number(column);

    /// <summary>A column that holds text.</summary>
    public string Text(int column) => statement.Text(column);

    /// <summary>Ends the query.</summary>
    public void Dispose() => statement.Reset();
}
