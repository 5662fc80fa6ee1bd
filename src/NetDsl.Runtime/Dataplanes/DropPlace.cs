using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Dataplanes;

/// <summary>Where a packet was dropped: the same element that a trace names.</summary>
internal static class DropPlace
{
    /// <summary>The holder that turned it away, the step that did not let it pass, or what its path ends at; as a node of the graph.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="tables">Its tables.</param>
    /// <param name="sender">Who sent it; below 0 the internet.</param>
    /// <param name="end">How its walk ended.</param>
    public static int NodeOf(ForwardingGraph graph, ForwardingTables tables, int sender, in WalkEnd end)
    {
        if (end.Holder >= 0)
        {
            return NodeOf(graph, tables, end.Holder, end.Code!.Value);
        }

        // What no source class takes up has no path.
        if (end.Holder == ForwardingTables.Unplaced)
        {
            return graph.Sources[^1].Node;
        }

        var program = graph.Programs[end.At.Program];
        var node = end.At.Step < program.Steps.Count ? NodeOf(graph, tables, program.Steps[end.At.Step], end) : program.End switch
        {
            DropEnd drop => drop.Node,
            DeliverEnd deliver => deliver.Vpc,
            _ => -1,
        };

        // The sender's own groups.
        return node >= 0 ? node
            : sender >= 0 ? graph.Holders[sender].Node
            : graph.Sources[^1].Node;
    }

    /// <summary>What a node of a load balancer or an interface of an endpoint refuses, the whole of it refuses.</summary>
    private static int NodeOf(ForwardingGraph graph, ForwardingTables tables, int holder, DropCode code) => code switch
    {
        DropCode.Elbv2ListenersMismatch or DropCode.Elbv2ListenerHasNoTg or DropCode.Elbv2NoTargetsInAz or DropCode.LbHairpin => tables.Distributions[holder].Node,
        DropCode.EndpointNotAccepted or DropCode.VpceServiceNotInstalledInAz or DropCode.ProtocolRestriction => tables.Endpoints[holder].Node,
        _ => graph.Holders[holder].Node,
    };

    private static int NodeOf(ForwardingGraph graph, ForwardingTables tables, PathStep step, in WalkEnd end)
    {
        if (step is not InspectionStep { Inspection: var index } || end.Code == DropCode.Elbv2SourceAddressPreservation)
        {
            return step.Node;
        }

        var inspection = tables.InspectionAt(index);
        var appliance = ForwardingTables.ApplianceFor(inspection, graph, end.Packet);
        return end.Code == DropCode.SubnetAclRestriction && tables.StoppingAcl(inspection, appliance) is { } acl
            ? acl.Node
            : graph.Holders[appliance.Holder].Node;
    }
}
