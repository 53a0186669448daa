using System.Buffers;
using System.Runtime.InteropServices;
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
    private nint _handle; // of the same, for what is called for each value and row; 0 once disposed
    private object?[] _bound = []; // what the parameters hold

    /// <exception cref="SqliteException">As SQLite reports it.</exception>
    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _handle = _statement.DangerousGetHandle();
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
                null => Native.BindNull(_handle, i + 1),
                string text => BindText(i + 1, text),
                int number => Native.BindNumber(_handle, i + 1, number),
                long number => Native.BindNumber(_handle, i + 1, number),
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
        ObjectDisposedException.ThrowIf(_handle == 0, this);
        var outcome = Native.Step(_handle);
        if (outcome is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            Check(outcome);
        return outcome == raw.SQLITE_ROW;
    }

    /// <summary>Whether a column of the current row holds nothing.</summary>
    public bool IsNull(int column) => Native.ColumnType(_handle, column) == raw.SQLITE_NULL;

    /// <summary>A column of the current row.</summary>
    public long Number(int column) => Native.ColumnNumber(_handle, column);

    /// <summary>A column of the current row; empty where it holds nothing.</summary>
    public string Text(int column) => Native.ColumnText(_handle, column) is var text and not 0
        ? Marshal.PtrToStringUTF8(text, Native.ColumnBytes(_handle, column))
        : "";

    /// <summary>Ends a run; what went wrong in it has been told by <see cref="Step"/>.</summary>
    public void Reset() => _ = Native.Reset(_handle);

    public void Dispose()
    {
        _handle = 0;
        _statement.Dispose();
    }

    private int BindText(int position, string text)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = longest > 1024 ? ArrayPool<byte>.Shared.Rent(longest) : null;
        var bytes = rented ?? stackalloc byte[1024];
        var outcome = Native.BindText(_handle, position, ref MemoryMarshal.GetReference(bytes), Encoding.UTF8.GetBytes(text, bytes), Native.Copy);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return outcome;
    }

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, _database);
}
