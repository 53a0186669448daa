using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Speeches.Store.Sqlite;

/// <summary>
/// A statement prepared once, its values bound by position. A command of Microsoft.Data.Sqlite prepares BEGIN and COMMIT anew each
/// time and looks each parameter up by its name, which costs more than running them.
/// </summary>
internal sealed class Statement : IDisposable
{
    private static readonly object Unknown = new();
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private object?[] _bound = []; // what the parameters hold

    /// <exception cref="SqliteException">As SQLite reports it.</exception>
    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Whether no transaction is open on the connection.</summary>
    public bool IsAutoCommit => raw.sqlite3_get_autocommit(_database) != 0;

    /// <summary>How many rows the connection has changed since it was opened, those of triggers too.</summary>
    public int Changes => raw.sqlite3_total_changes(_database);

    /// <summary>
    /// Gives all parameters their values: whole numbers, text, bytes or null. Those that they hold already, as many do in rows that are
    /// alike, are not given again.
    /// </summary>
    public void Bind(ReadOnlySpan<object?> values)
    {
        if (_bound.Length < values.Length)
            _bound = new object?[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is var value && (ReferenceEquals(value, _bound[i]) || value is long or int && value.Equals(_bound[i])))
                continue;
            _bound[i] = Unknown;
            Check(value switch
            {
                null => raw.sqlite3_bind_null(_statement, i + 1),
                string text => BindText(i + 1, text),
                int number => raw.sqlite3_bind_int64(_statement, i + 1, number),
                long number => raw.sqlite3_bind_int64(_statement, i + 1, number),
                byte[] bytes => raw.sqlite3_bind_blob(_statement, i + 1, bytes),
                var other => throw new NotSupportedException($"A parameter cannot be a {other.GetType()}."),
            });
            if (value is not byte[]) // which its owner may change
                _bound[i] = value;
        }
    }

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="SqliteException">As SQLite reports it.</exception>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Runs it and gives the first column of its one row.</summary>
    /// <exception cref="SqliteException">As SQLite reports it.</exception>
    public long Number()
    {
        try
        {
            return Step() ? Number(0) : 0;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Goes on to the next row, if there is one. Once done, <see cref="Reset"/> makes it ready to be run again.</summary>
    /// <exception cref="SqliteException">As SQLite reports it.</exception>
    public bool Step()
    {
        var outcome = raw.sqlite3_step(_statement);
        if (outcome is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            Check(outcome);
        return outcome == raw.SQLITE_ROW;
    }

    /// <summary>Whether a column of the current row holds nothing.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>A column of the current row.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A column of the current row.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    /// <summary>Ends a run; what went wrong in it has been told by <see cref="Step"/>.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private int BindText(int position, string text)
    {
        // An empty span would be bound as NULL.
        if (text.Length == 0)
            return raw.sqlite3_bind_text(_statement, position, "");
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = longest > 1024 ? ArrayPool<byte>.Shared.Rent(longest) : null;
        var bytes = rented ?? stackalloc byte[1024];
        var outcome = raw.sqlite3_bind_text(_statement, position, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return outcome;
    }

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, _database);
}
