using System.CommandLine;
using System.CommandLine.Help;
using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;
using NetDsl.Cli.Tour;
using NetDsl.Cli.Verbs;
using NetDsl.Runtime;

namespace NetDsl.Cli.CommandLine;

/// <summary>
/// The command line, once: of the tool, which is told what to work on by SOURCE, and of a topology's own program, which has it.
/// Whatever goes wrong becomes a message and an exit code.
/// </summary>
internal sealed class CommandHost
{
    private readonly Terminal terminal;
    private readonly Command root;
    private readonly Option<string?> topologyName = new("--topology")
    {
        Description = "Which topology, where there are several",
        HelpName = "NAME",
        Recursive = true,
    };
    private readonly Argument<string>? source;
    private readonly IReadOnlyList<CompiledTopology> own;

    private CommandHost(
        Terminal terminal, string name, string description, Argument<string>? source, IReadOnlyList<CompiledTopology> own, params IReadOnlyList<IToolCommand> more)
    {
        this.terminal = terminal;
        this.source = source;
        this.own = own;

        // Not a RootCommand: that would name itself after the file that holds it.
        root = new Command(name, description) { topologyName, new HelpOption { Recursive = true }, new VersionOption { Action = new VersionAction() } };
        Verb[] verbs = [new CheckVerb(), new TraceVerb(), new WhyVerb(), new ReachVerb(), new DeadVerb(), new LoopsVerb(), new DiffVerb(), new ResolveVerb(), new SimulateVerb(), new CaptureVerb(), new FailoverVerb(), new GraphVerb(), new ExportVerb(), new LockVerb()];

        // A topology's own program has nothing to import.
        foreach (var verb in source is null ? verbs : [.. verbs, new ImportVerb()])
        {
            if (source is not null)
            {
                verb.Command.Arguments.Add(source);
            }

            verb.Command.SetAction(arguments => Run(verb, arguments));
            root.Subcommands.Add(verb.Command);
        }

        foreach (var each in more)
        {
            root.Subcommands.Add(each.Command(terminal));
        }

        if (source is null)
        {
            root.SetAction(ShowAround);
        }
    }

    /// <summary>The tool <c>netdsl</c>.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="more">What it can besides, without a topology.</param>
    public static CommandHost OfTool(Terminal terminal, params IReadOnlyList<IToolCommand> more) => new(
        terminal,
        "netdsl",
        "Checks, traces, simulates and draws cloud networks that are written in C# with NetDsl.",
        new Argument<string>("SOURCE") { Description = TopologySource.Description },
        [],
        more);

    /// <summary>The program that a project of topologies builds to.</summary>
    public static CommandHost OfProgram(Terminal terminal, IReadOnlyList<CompiledTopology> topologies) => new(
        terminal, RootCommand.ExecutableName.Replace(' ', '-'), $"Checks, traces, simulates and draws {string.Join(", ", topologies.Select(topology => topology.Name))}.", null, topologies);

    public int Run(string[] args)
    {
        try
        {
            var parsed = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0)
            {
                return UsageErrors.Report(parsed, root, terminal);
            }

            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Output,
                Error = terminal.ErrorOutput,
            });
        }
        catch (Exception exception)
        {
            terminal.Error(Explanation(exception));
            return ExitCode.BadInput;
        }
    }

    private int Run(Verb verb, ParseResult arguments)
    {
        try
        {
            var topology = Choose(Find(arguments, wantsDiagnostics: verb is CheckVerb), arguments.GetValue(topologyName)).Open();
            return verb.Run(new VerbRun(arguments, topology, terminal, CheckCommand(arguments)));
        }
        catch (BuildFailedException failure)
        {
            return BuildFailure.Report(failure, verb, arguments, terminal);
        }
    }

    private int ShowAround(ParseResult arguments)
    {
        var all = Find(arguments);
        var chosen = arguments.GetValue(topologyName) is { } name ? [Choose(all, name)] : all;
        var exitCode = ExitCode.Success;
        foreach (var topology in chosen.Select(each => each.Open()))
        {
            // Several tours must not write over each other.
            var folder = chosen.Count == 1 ? SimulateVerb.DefaultFolder : Path.Combine(SimulateVerb.DefaultFolder, OutputFile.NameFor(topology.Name, ""));
            exitCode = Math.Max(exitCode, new NetworkTour(topology, terminal, folder, CheckCommand(arguments)).Run());
        }

        return exitCode;
    }

    private IReadOnlyList<NamedTopology> Find(ParseResult arguments, bool wantsDiagnostics = false) => source is null
        ? [.. own.Select(topology => new NamedTopology(topology.Name, () => OpenTopology.Of(topology)))]
        : TopologySource.Open(arguments.GetRequiredValue(source), terminal, wantsDiagnostics);

    private string CheckCommand(ParseResult arguments) => source is null
        ? "dotnet run -- check"
        : $"netdsl check {arguments.GetRequiredValue(source)}";

    private static NamedTopology Choose(IReadOnlyList<NamedTopology> topologies, string? name)
    {
        var names = string.Join(", ", topologies.Select(topology => topology.Name));
        if (name is null)
        {
            return topologies.Count == 1
                ? topologies[0]
                : throw new CommandException($"there are several topologies; choose one with --topology: {names}");
        }

        return topologies.FirstOrDefault(topology => topology.Name == name)
            ?? throw new CommandException(
                $"--topology: there is no topology '{Printable.Text(name)}'{Nearest.Hint(name, topologies.Select(topology => topology.Name))}; there is {names}");
    }

    /// <summary>What to tell of an exception; every one has an answer, so that nobody sees a stack trace.</summary>
    private static string Explanation(Exception exception) => exception switch
    {
        CommandException or EndpointException or IOException or UnauthorizedAccessException => exception.Message,
        _ => $"this is a fault of NetDsl, please report it: {exception.GetType().Name}: {exception.Message}",
    };
}
