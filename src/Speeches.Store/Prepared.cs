using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Speeches.Store;

/// <summary>
/// A statement that is run so often that each connection keeps it prepared: reading and planning SQL takes longer than running it.
/// </summary>
/// <param name="sql">The statement.</param>
/// <param name="parameters">The names of its parameters.</param>
internal sealed class Prepared(string sql, params string[] parameters)
{
    // A connection is used by one work at a time, so its command is too.
    private readonly ConditionalWeakTable<DbConnection, DbCommand> _commands = [];

    /// <summary>Runs a query with these values, in the order of the parameters.</summary>
    public Task<DbDataReader> Read(DbConnection connection, params ReadOnlySpan<object?> values) =>
        Command(connection, values).ExecuteReaderAsync();

    /// <summary>Runs a change with these values, in the order of the parameters.</summary>
    public Task<int> Run(DbConnection connection, params ReadOnlySpan<object?> values) =>
        Command(connection, values).ExecuteNonQueryAsync();

    private DbCommand Command(DbConnection connection, ReadOnlySpan<object?> values)
    {
        var command = _commands.GetValue(connection, Prepare);
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private DbCommand Prepare(DbConnection connection)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the SQL is a constant of this program
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
