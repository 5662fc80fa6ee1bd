using System.Globalization;
using NetDsl.Compiler.Lowering;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A network whose paths are too many to compile. The bound is ours: past it a build takes minutes and gigabytes, see docs/benchmarks.md.
/// </summary>
public static class TooManyPaths
{
    /// <summary>How many paths are compiled.</summary>
    public const long Most = 1_000_000;

    /// <summary>ND4001.</summary>
    public static Rule Rule { get; } = new(
        "ND4001", "Network has more paths than are compiled", RuleCategory.Availability, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network)
    {
        // At every keystroke: counting exactly costs more, and is for networks that are near the bound.
        if (TopologyLowering.MayHaveMorePathsThan(network.Topology, Most) && TopologyLowering.CompiledPathsOf(network.Topology) is var paths and > Most)
        {
            yield return new Finding(
                Rule,
                string.Format(
                    CultureInfo.InvariantCulture,
                    "Topology '{0}' has {1:N0} paths from {2:N0} subnets of {3:N0} VPCs, and {4:N0} are compiled; describe its parts in topologies of their own.",
                    network.Topology.Name,
                    paths,
                    network.Topology.Subnets.Count,
                    network.Topology.Vpcs.Count,
                    Most),
                network.Topology.Vpcs[0].Origin);
        }
    }
}
