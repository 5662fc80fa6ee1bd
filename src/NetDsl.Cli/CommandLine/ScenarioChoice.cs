using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Simulation;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Scenarios;

namespace NetDsl.Cli.CommandLine;

/// <summary>The scenario that a command names.</summary>
internal static class ScenarioChoice
{
    private const long LargestFile = 16_000_000;

    /// <summary>Reads a scenario, and has a run follow it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The run.</param>
    /// <param name="network">The network.</param>
    /// <param name="topology">Its description.</param>
    /// <param name="saysFlows">Whether the command says how many flows there are, which traffic of a scenario says itself.</param>
    public static SimulationOptions Apply(string file, SimulationOptions options, CompiledNetwork network, Topology topology, bool saysFlows)
    {
        var scenario = Told(file, () => Scenario.Parse(Content(file)));
        if (saysFlows && scenario.Traffic.Count > 0)
        {
            throw new CommandException("--flows: the traffic of the scenario says how many flows there are; leave one of the two out");
        }

        return options with
        {
            Traffic = scenario.Traffic,
            Topology = topology,
            Allowances = scenario.Allowances,
            Tunnels = scenario.Tunnels,
            UsesBfd = scenario.UsesBfd,
            Failures = [.. scenario.Failures, .. RandomFailures.Draw(network, topology, scenario.RandomFailures, options.Duration, options.Seed)],
        };
    }

    /// <summary>Does something with a scenario, and tells what is wrong with it as a usage error.</summary>
    public static T Told<T>(string? file, Func<T> what)
    {
        try
        {
            return what();
        }
        catch (ScenarioException wrong)
        {
            throw new CommandException($"--scenario: {Printable.Whole(file ?? "")}: {Printable.Whole(wrong.Message)}");
        }
    }

    private static string Content(string file)
    {
        try
        {
            return new FileInfo(file).Length <= LargestFile
                ? File.ReadAllText(file)
                : throw new ScenarioException($"it has more than {LargestFile / 1_000_000} MB; a scenario is smaller");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ScenarioException(unreadable is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : unreadable.Message);
        }
    }
}
