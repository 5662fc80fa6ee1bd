using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>Which records of interfaces somebody asked for: where, and of which traffic.</summary>
internal sealed class FlowLogSelection
{
    private readonly ForwardingGraph graph;
    private readonly FlowLogTraffic traffic;
    private readonly HashSet<int>? monitored;
    private readonly HashSet<int>? vpcs;

    /// <exception cref="ArgumentException">A resource to monitor is not in the network.</exception>
    public FlowLogSelection(ForwardingGraph graph, FlowLogOptions options)
    {
        this.graph = graph;
        traffic = options.Traffic;
        monitored = options.Resources.Count == 0 ? null : Monitored(options.Resources);
        vpcs = monitored?.Select(holder => graph.Holders[holder].Vpc).ToHashSet();
    }

    /// <summary>Whether there is any interface to monitor.</summary>
    public bool HasInterfaces => monitored is null || monitored.Count > 0;

    /// <summary>Whether anything of a VPC is monitored.</summary>
    public bool HasVpc(int vpc) => vpcs?.Contains(vpc) != false;

    public bool Has(int holder, in FlowLogRecord record) =>
        monitored?.Contains(holder) != false
        && (traffic == FlowLogTraffic.All || record.Flow is not { } flow || flow.Action == (traffic == FlowLogTraffic.Accept ? FlowAction.Accept : FlowAction.Reject));

    /// <summary>The interfaces of the resources. Transit gateways and their attachments have none that is monitored.</summary>
    private HashSet<int> Monitored(IReadOnlyList<string> resources)
    {
        var gateways = TransitGatewayLogs.Resources(graph).ToHashSet();
        var vpcNodes = graph.Vpcs.Select(vpc => vpc.Node).ToHashSet();
        var found = new HashSet<int>();
        foreach (var resource in resources.Where(resource => !gateways.Contains(resource)))
        {
            // What is in no VPC, such as a host of a site, is not monitored.
            List<int> there = [.. Enumerable.Range(0, graph.Holders.Count).Where(holder => vpcNodes.Contains(graph.Holders[holder].Vpc)
                && new[] { graph.Holders[holder].Node, graph.Holders[holder].Subnet, graph.Holders[holder].Vpc }.Any(node => graph.Nodes[node].Path == resource))];
            if (there.Count == 0)
            {
                var example = graph.Vpcs.Count > 0 ? $"; name one by its path, such as {graph.Nodes[graph.Vpcs[0].Node].Path}" : "";
                throw new ArgumentException($"'{resource}' is no VPC, subnet or interface of network '{graph.Name}', and no transit gateway or attachment{example}", nameof(resources));
            }

            found.UnionWith(there);
        }

        return found;
    }
}
