using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>Which records somebody asked for: where, and of which traffic.</summary>
internal sealed class FlowLogSelection
{
    private readonly FlowLogTraffic traffic;
    private readonly HashSet<int>? monitored;

    /// <exception cref="ArgumentException">A resource to monitor is not in the network.</exception>
    public FlowLogSelection(ForwardingGraph graph, FlowLogOptions options)
    {
        traffic = options.Traffic;
        monitored = Monitored(graph, options.Resources);
    }

    public bool Has(int holder, in FlowLogRecord record) =>
        monitored?.Contains(holder) != false
        && (traffic == FlowLogTraffic.All || record.Flow is not { } flow || flow.Action == (traffic == FlowLogTraffic.Accept ? FlowAction.Accept : FlowAction.Reject));

    /// <summary>The interfaces of the resources; nothing for all.</summary>
    private static HashSet<int>? Monitored(ForwardingGraph graph, IReadOnlyList<string> resources)
    {
        if (resources.Count == 0)
        {
            return null;
        }

        var found = new HashSet<int>();
        foreach (var resource in resources)
        {
            List<int> there = [.. Enumerable.Range(0, graph.Holders.Count).Where(holder =>
                new[] { graph.Holders[holder].Node, graph.Holders[holder].Subnet, graph.Holders[holder].Vpc }.Any(node => graph.Nodes[node].Path == resource))];
            if (there.Count == 0)
            {
                throw new ArgumentException($"'{resource}' is no VPC, subnet or interface of network '{graph.Name}'; name one by its path, such as {graph.Nodes[graph.Vpcs[0].Node].Path}", nameof(resources));
            }

            found.UnionWith(there);
        }

        return found;
    }
}
