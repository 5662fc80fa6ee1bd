using NetDsl.Cli.Output;
using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Lowering;
using NetDsl.Interop.Snapshots;
using NetDsl.Model;
using NetDsl.Runtime;

namespace NetDsl.Cli.Sources;

/// <summary>A topology that a command works on, wherever it came from.</summary>
internal sealed class OpenTopology
{
    private static readonly Dictionary<string, IReadOnlyList<ElementId>> NoAliases = [];
    private readonly Func<CompiledNetwork> compile;
    private EquatableArray<Finding>? findings;
    private EquatableArray<Finding>? faults;

    /// <param name="topology">The description.</param>
    /// <param name="projectFolder">Source files inside are shown relative to it; empty to show them as they are.</param>
    /// <param name="compile">Gives the compiled network; lowers the description when left out.</param>
    public OpenTopology(Topology topology, string projectFolder = "", Func<CompiledNetwork>? compile = null)
    {
        Topology = topology;
        ProjectFolder = projectFolder;
        this.compile = compile ?? (() => new CompiledNetwork(TopologyLowering.Lower(topology, projectFolder)));
    }

    public Topology Topology { get; }

    /// <summary>The account's snapshot that it was read from; nothing when somebody wrote it.</summary>
    public AccountSnapshot? Snapshot { get; private init; }

    /// <summary>What the compiler told of its project, where it was asked.</summary>
    public IReadOnlyList<BuildDiagnostic> BuildDiagnostics { get; private set; } = [];

    public string Name => Topology.Name;

    /// <summary>What else elements are called.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ElementId>> Aliases => Snapshot?.Aliases ?? NoAliases;

    public string ProjectFolder { get; }

    /// <summary>What the checks find, intents included.</summary>
    public EquatableArray<Finding> Findings => findings ??= TopologyChecks.RunThoroughly(Topology);

    /// <summary>What the checks find that tell whether it can run: an intent that does not hold is what one wants to look into.</summary>
    private EquatableArray<Finding> Faults => faults ??= TopologyChecks.RunWithoutProofs(Topology);

    /// <summary>Whether it is whole and without errors, so that it can be run. What an account has is there, and runs, whatever is wrong with it.</summary>
    public bool IsSound => Topology.IsWhole && (Snapshot is not null || Errors == 0);

    private int Errors => Faults.Count(finding => finding.Rule.Severity == Severity.Error);

    /// <summary>What an account has.</summary>
    public static OpenTopology Of(AccountSnapshot snapshot, string folder) => new(snapshot.Topology, folder) { Snapshot = snapshot };

    /// <summary>The same, with what the compiler told of its project.</summary>
    public OpenTopology ToldBy(IReadOnlyList<BuildDiagnostic> diagnostics)
    {
        BuildDiagnostics = diagnostics;
        return this;
    }

    /// <summary>A trace as far as it can be told.</summary>
    public Trace Judge(Trace trace) => Snapshot?.Judge(trace) ?? trace;

    /// <summary>A topology of the user's program: built by running it, and compiled already.</summary>
    public static OpenTopology Of(CompiledTopology compiled)
    {
        var topology = RunGuarded(compiled.Name, compiled.Build);
        return new OpenTopology(topology, OriginNaming.ProjectFolder(topology, compiled.SourceFile), compiled.Network);
    }

    /// <summary>The network, if the topology is sound; else says to look at the findings.</summary>
    public CompiledNetwork RequireNetwork(string checkCommand)
    {
        RequireSound(checkCommand);
        return RunGuarded(Name, compile);
    }

    /// <summary>Refuses a topology with gaps or errors: what it does would be told of half a network.</summary>
    public void RequireSound(string checkCommand)
    {
        if (!IsSound)
        {
            throw new CommandException(
                $"'{Name}' has {Counted.Text(Math.Max(Errors, Topology.Problems.Count), "error")} and is not run; see them with '{checkCommand}'");
        }
    }

    /// <summary>How the user names the place: with the file relative to the project.</summary>
    public Origin Place(Origin origin) => origin.RelativeTo(ProjectFolder);

    // What runs here is the user's code; its exceptions are input, not bugs of ours.
    private static T RunGuarded<T>(string name, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (exception is not CommandException)
        {
            var cause = exception is System.Reflection.TargetInvocationException or TypeInitializationException
                ? exception.InnerException ?? exception
                : exception;
            throw new CommandException($"'{name}' cannot be built: {cause.GetType().Name}: {cause.Message}");
        }
    }
}

/// <summary>A topology that has a name and is opened when it is chosen.</summary>
internal sealed record NamedTopology(string Name, Func<OpenTopology> Open);
