using System.Data.Common;

namespace Speeches.Store.Sqlite;

/// <summary>Settings of the SQLite engine; <c>Data</c> in the settings.</summary>
public sealed record SqliteOptions
{
    /// <summary>The folder that holds the database (<c>speeches.db</c>), the keys and nothing else; made where it is missing.</summary>
    public string Directory { get; init; } = "data";

    /// <summary>The most writes that one commit takes.</summary>
    public int MaximumGroup { get; init; } = 256;

    /// <summary>The most writes that may wait; one more is refused (<see cref="ErrorKind.Unavailable"/>).</summary>
    public int MaximumQueue { get; init; } = 4096;
}

/// <summary>SQLite: write-ahead log, full sync, one writer that commits waiting writes in groups, pooled read-only connections.</summary>
public sealed class SqliteDatabase : Database, IAsyncDisposable
{
    private SqliteDatabase()
    {
    }

    /// <summary>Opens the database in its folder, making and migrating it as needed.</summary>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.Unavailable"/> with one clear line for a folder that cannot be written, a full disk, a damaged file or a
    /// database from a newer version; nothing is overwritten.
    /// </exception>
    public static Task<SqliteDatabase> Open(SqliteOptions options) => throw new NotImplementedException();

    /// <inheritdoc />
    public override long Generation => throw new NotImplementedException();

    /// <inheritdoc />
    public override Task<T> Read<T>(Func<DbConnection, Task<T>> work) => throw new NotImplementedException();

    /// <inheritdoc />
    public override Task<T> Write<T>(Func<DbConnection, Task<T>> work) => throw new NotImplementedException();

    /// <summary>Finishes the writes that wait, then closes.</summary>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
