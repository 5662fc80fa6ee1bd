using System.CommandLine;
using NetDsl.Cli;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.LogQueries;

namespace NetDsl.Tool.Logs;

/// <summary>Answers questions about the flow logs that a simulation, or the vendor, has written.</summary>
internal sealed class LogsCommand : IToolCommand
{
    private readonly Argument<string> folder = new("FOLDER") { Description = "Where the flow logs are: .log.gz of any fields and .log.parquet, in the folder and below" };

    private readonly Argument<string?> sql = new("SQL")
    {
        Description = $"One SELECT of DuckDB's SQL from the view {FlowLogDatabase.View}, whose columns are the fields with _ for -; write \"start\" and \"end\" with quotes",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> ready = new("--ready")
    {
        HelpName = "NAME",
        Description = $"A query that is there already: {string.Join("; ", ReadyQuery.All.Select(query => $"{query.Name}: {query.Description}"))}",
    };

    private readonly Option<bool> json = new("--json") { Description = "Print JSON for machines" };

    /// <inheritdoc/>
    public Command Command(Terminal terminal)
    {
        var query = new Command("query", "Answer a question in SQL about flow logs; the logs are only read") { folder, sql, ready, json };
        query.SetAction(arguments => Run(arguments, terminal));
        return new Command("logs", "Look into flow logs") { query };
    }

    private int Run(ParseResult arguments, Terminal terminal)
    {
        var (own, known) = Question(arguments.GetValue(sql), arguments.GetValue(ready));
        LogQueryResult answer;
        try
        {
            using var database = FlowLogDatabase.Open(arguments.GetRequiredValue(folder));
            answer = known is null ? database.Ask(own!) : database.Ask(known);
        }
        catch (LogQueryException failure)
        {
            throw new CommandException(failure.Message);
        }

        if (arguments.GetValue(json))
        {
            terminal.Raw(MachineText.Of(AnswerText.Machine(answer)));
        }
        else
        {
            terminal.Table([.. answer.Columns], AnswerText.Rows(answer));
        }

        return ExitCode.Success;
    }

    /// <summary>The question: SQL, or a query that is there already.</summary>
    private static (string? Sql, ReadyQuery? Known) Question(string? sql, string? ready) => (sql, ready) switch
    {
        (null, null) => throw new CommandException($"name a query: SQL such as \"SELECT count(*) FROM {FlowLogDatabase.View}\", or --ready {string.Join("|", ReadyQuery.All.Select(query => query.Name))}"),
        ({ }, { }) => throw new CommandException("there are two queries; leave the SQL or --ready out"),
        ({ } own, null) => (own, null),
        (null, { } name) => ReadyQuery.All.FirstOrDefault(query => query.Name == name) is { } known
            ? (null, known)
            : throw new CommandException($"--ready: there is no query '{Printable.Text(name)}'{Nearest.Hint(name, ReadyQuery.All.Select(query => query.Name))}; there is {string.Join(", ", ReadyQuery.All.Select(query => query.Name))}"),
    };
}
