using System.Data.Common;
using System.Text.Json;
using DuckDB.NET.Data;
using NetDsl.Runtime.FlowLogs;

namespace NetDsl.LogQueries;

/// <summary>
/// Answers questions in SQL about the flow logs of a folder, by a database in this process. A question reads those files and nothing else: it changes nothing, and
/// reaches neither other files nor the network.
/// </summary>
public sealed class FlowLogDatabase : IDisposable
{
    /// <summary>The name of the view that has every record.</summary>
    public const string View = "flow_logs";

    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    private FlowLogDatabase()
    {
    }

    /// <summary>Opens the flow logs of a folder and of those below: text (<c>.log.gz</c>) of any fields, and Parquet (<c>.log.parquet</c>).</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="LogQueryException">There are no logs, one cannot be read, or this kind of machine has no database.</exception>
    public static FlowLogDatabase Open(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (folder.Length == 0)
        {
            throw new LogQueryException("no folder is named; name the one that simulate wrote to, such as netdsl-output");
        }

        var files = LogFiles.In(folder);
        var database = new FlowLogDatabase();
        try
        {
            database.connection.Open();
            database.Execute(FlowLogView.Sql(files));

            // In this order: what is locked cannot be opened again.
            database.Execute($"SET allowed_paths = {FlowLogView.List(files.All)}");
            database.Execute("SET autoinstall_known_extensions = false");
            database.Execute("SET autoload_known_extensions = false");
            database.Execute("SET enable_external_access = false");
            database.Execute("SET lock_configuration = true");
            return database;
        }
        catch (Exception failure) when (failure is DllNotFoundException or TypeInitializationException)
        {
            database.Dispose();
            throw new LogQueryException("the database that answers queries is not there for this kind of machine; it is for Linux and Windows on x64, and for macOS");
        }
        catch (DuckDBException failure)
        {
            database.Dispose();
            throw new LogQueryException($"the flow logs in '{folder}' cannot be read: {Summary(failure.Message)}");
        }
    }

    /// <summary>Answers a question.</summary>
    /// <param name="sql">One <c>SELECT</c>.</param>
    /// <exception cref="LogQueryException">It is no <c>SELECT</c>, or the database cannot answer it.</exception>
    public LogQueryResult Ask(string sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        try
        {
            RequireOneSelect(sql);
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            return Read(reader);
        }
        catch (Exception failure) when (failure is DuckDBException or OverflowException or InvalidOperationException or InvalidCastException or ArgumentException)
        {
            // What the database answers may be more than the library can hold.
            throw new LogQueryException($"the query cannot be answered: {Summary(failure.Message)}");
        }
    }

    /// <summary>Answers a question that somebody often asks.</summary>
    /// <param name="query">The question.</param>
    /// <exception cref="LogQueryException">No log has a field that it asks for, or the database cannot answer it.</exception>
    public LogQueryResult Ask(ReadyQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var there = Ask($"SELECT * FROM {View} LIMIT 0").Columns;
        return query.Fields.FirstOrDefault(field => !there.Contains(field.Replace('-', '_'))) is { } missing
            ? throw new LogQueryException($"the query '{query.Name}' asks for the field {missing}, which none of the logs has; record it, {Recorded(missing)}")
            : Ask(query.Sql);

        static string Recorded(string field) => FlowLogFields.Find(field) is null
            ? "with simulate --log-at and the name of a transit gateway"
            : "with simulate, and --log-format where it is not in the default format";
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    /// <summary>The files may be read, so that they could be written over as well, by statements that are no question. The database itself says what a statement is.</summary>
    private void RequireOneSelect(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT json_serialize_sql($1::VARCHAR)";
        command.Parameters.Add(new DuckDBParameter(sql));
        using var parsed = JsonDocument.Parse((string)command.ExecuteScalar()!);
        if (parsed.RootElement.TryGetProperty("statements", out var statements) && statements.GetArrayLength() == 1)
        {
            return;
        }

        throw new LogQueryException(parsed.RootElement.TryGetProperty("error_type", out var type) && type.GetString() == "parser"
            ? $"the query cannot be answered: {Summary(parsed.RootElement.GetProperty("error_message").GetString()!)}"
            : "the query is not one SELECT; nothing else is answered, because a query changes nothing");
    }

    private static LogQueryResult Read(DbDataReader reader)
    {
        var rows = new List<IReadOnlyList<object?>>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        }

        return new LogQueryResult([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], rows);
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>What the database says, and of which file, without its advice on settings and its drawing of the query.</summary>
    private static string Summary(string message)
    {
        const string File = "file = ";
        var lines = message.Split('\n', StringSplitOptions.TrimEntries);
        var summary = string.Join("; ", lines.TakeWhile(line => line.Length > 0).Select(line => line.TrimEnd('.', '!')));
        return lines.FirstOrDefault(line => line.StartsWith(File, StringComparison.Ordinal)) is { } file ? $"{summary}; in '{file[File.Length..]}'" : summary;
    }
}
