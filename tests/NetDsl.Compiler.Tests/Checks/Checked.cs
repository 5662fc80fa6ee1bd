using NetDsl.Compiler.Checks;

namespace NetDsl.Compiler.Tests.Checks;

/// <summary>What the checks say of a network that real builders made.</summary>
static class Checked
{
    public static IReadOnlyList<Finding> Findings(Action<NetworkBuilder> define)
    {
        var network = new NetworkBuilder("test");
        define(network);
        return TopologyChecks.Run(network.Build());
    }

    /// <summary>Each finding as its id and message.</summary>
    public static IEnumerable<string> Messages(Action<NetworkBuilder> define) =>
        Findings(define).Select(finding => $"{finding.Rule.Id}: {finding.Message}");
}
