using System.Runtime.InteropServices;

namespace Speeches.Store.Sqlite;

/// <summary>
/// SQLite's functions for values and rows, as https://sqlite.org/c3ref/funclist.html has them. SQLitePCL counts the users of a statement
/// at each call, which costs as much as the call; a <see cref="Statement"/> has one user at a time, who does not use it once disposed.
/// </summary>
internal static class Native
{
    private const string Library = "e_sqlite3"; // the one that SQLitePCL loads

    /// <summary>SQLITE_TRANSIENT: what is bound is copied at once.</summary>
    public const nint Copy = -1;

    [DllImport(Library, EntryPoint = "sqlite3_step")]
    public static extern int Step(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_reset")]
    public static extern int Reset(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_bind_null")]
    public static extern int BindNull(nint statement, int position);

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64")]
    public static extern int BindNumber(nint statement, int position, long number);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text")]
    public static extern int BindText(nint statement, int position, ref byte text, int length, nint copy);

    [DllImport(Library, EntryPoint = "sqlite3_column_type")]
    public static extern int ColumnType(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64")]
    public static extern long ColumnNumber(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_text")]
    public static extern nint ColumnText(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_bytes")]
    public static extern int ColumnBytes(nint statement, int column);
}
