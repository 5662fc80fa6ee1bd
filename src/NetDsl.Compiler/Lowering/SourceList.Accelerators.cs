using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>What accelerators send, and what goes back to them.</content>
internal sealed partial class SourceList
{
    private readonly Dictionary<ElementId, int> acceleratorEntries = [];
    private readonly Dictionary<(ElementId Subnet, bool IsOfHost), int> acceleratorReturns = [];

    /// <summary>The source class of an accelerator's flows that come into a VPC beside their endpoint.</summary>
    public int AcceleratorEntry(ElementId vpc) => acceleratorEntries[vpc];

    /// <summary>The source class of an endpoint's replies to accelerators.</summary>
    public int AcceleratorReturn(NetworkInterface endpoint) => acceleratorReturns[(endpoint.Subnet, endpoint.ManagedBy is null)];

    private static int CountOfAccelerators(Topology topology)
    {
        // Asked at every edit, and most networks have none.
        if (topology.Accelerators.Count == 0)
        {
            return 0;
        }

        var inside = AcceleratedEndpoints.Inside(topology);
        var subnets = topology.Subnets.ToDictionary(subnet => subnet.Id);
        return topology.Accelerators.Count
            + inside.Select(each => subnets[each.Subnet].Vpc).Distinct().Count()
            + inside.Select(each => (each.Subnet, each.ManagedBy is null)).Distinct().Count();
    }

    private void AddAccelerators(TopologyIndex index, NodeTable nodes)
    {
        foreach (var accelerator in index.Topology.Accelerators)
        {
            Add(accelerator.Id, new Source(nodes.Of(accelerator), null, SourceKind.Accelerator) { By = accelerator.Id });
        }

        foreach (var each in AcceleratedEndpoints.Inside(index.Topology))
        {
            var subnet = index.Get<Subnet>(each.Subnet);
            if (!acceleratorEntries.ContainsKey(subnet.Vpc))
            {
                var vpc = index.Vpc(subnet);
                acceleratorEntries.Add(vpc.Id, all.Count);
                all.Add(new Source(nodes.Of(vpc), null, SourceKind.AcceleratorEntry) { Vpc = vpc });
            }

            var isOfHost = each.ManagedBy is null;
            if (!acceleratorReturns.ContainsKey((subnet.Id, isOfHost)))
            {
                acceleratorReturns.Add((subnet.Id, isOfHost), all.Count);
                all.Add(new Source(nodes.Of(subnet), subnet, SourceKind.AcceleratorReturn) { Of = isOfHost ? null : each });
            }
        }
    }
}
