using System.Globalization;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A network whose paths are too many to compile. The bound is ours: past it lowering takes seconds, and generated text more than ten megabytes, see docs/benchmarks.md.
/// </summary>
public static class TooManyPaths
{
    /// <summary>How many paths are compiled of a large network.</summary>
    public const long Most = 250_000;

    // Counting takes as long as lowering, which is too long at each keystroke for what builds in seconds all the same.
    private const long MostUncounted = 1_000_000;

    /// <summary>ND4001.</summary>
    public static Rule Rule { get; } = new(
        "ND4001", "Network has more paths than are compiled", RuleCategory.Availability, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    /// <summary>How many paths may be compiled of a network; any number where there are no more than 1,000,000 from end to end.</summary>
    /// <param name="topology">The network.</param>
    public static long MostOf(Topology topology) => TopologyLowering.MayHaveMorePathsThan(topology, MostUncounted) ? Most : long.MaxValue;

    /// <summary>What is said of a network that has too many.</summary>
    /// <param name="topology">The network.</param>
    public static Finding FindingOf(Topology topology) => new(
        Rule,
        string.Format(
            CultureInfo.InvariantCulture,
            "Topology '{0}' has more than {1:N0} paths from {2:N0} subnets of {3:N0} VPCs, which is the most that are compiled; describe its parts in topologies of their own.",
            topology.Name,
            Most,
            topology.Subnets.Count,
            topology.Vpcs.Count),
        topology.Vpcs.Count > 0 ? topology.Vpcs[0].Origin : Origin.None);

    private static IEnumerable<Finding> Find(NetworkIndex network)
    {
        if (MostOf(network.Topology) == Most && TopologyLowering.HasMorePathsThan(network.Topology, Most, network.Cancellation))
        {
            yield return FindingOf(network.Topology);
        }
    }
}
