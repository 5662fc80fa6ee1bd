using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Compiler.Lowering;
using NetDsl.Interop;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

/// <summary>One run of the command line inside the test process.</summary>
sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>The program of a topology.</summary>
    public static CommandRun Program(Topology topology, params string[] args) => Program([topology], args);

    public static CommandRun Program(IEnumerable<Topology> topologies, params string[] args) =>
        Run(terminal => CommandHost.OfProgram(terminal, [.. topologies.Select(Compiled)]), args);

    /// <summary>The tool <c>netdsl</c>.</summary>
    public static CommandRun Tool(params string[] args) => Run(terminal => CommandHost.OfTool(terminal), args);

    /// <summary>The tool, with a serialised topology as SOURCE behind the verb.</summary>
    public static CommandRun ToolOn(Topology topology, string verb, params string[] args)
    {
        using var scratch = new ScratchFolder();
        var file = Path.Combine(scratch.Path, "topology.json");
        File.WriteAllText(file, TopologyJson.Write(topology));
        return Tool([verb, file, .. args]);
    }

    static CommandRun Run(Func<Terminal, CommandHost> host, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = host(new Terminal(output, error)).Run(args);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output.ToString());
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }

    static CompiledTopology Compiled(Topology topology) => new(
        topology.Name, "NetDsl.Testing/ExampleNetworks.cs", () => topology, () => new CompiledNetwork(TopologyLowering.Lower(topology)));
}
