using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Tracing;

/// <summary>What becomes of packets behind a Gateway Load Balancer endpoint, in words.</summary>
internal static class ApplianceText
{
    /// <summary>What drops a packet there, and why.</summary>
    public static (GraphNode Element, string Text) Reason(DropCode code, Inspection inspection, in Packet packet, GraphNames names, ForwardingGraph graph)
    {
        var appliance = ForwardingTables.ApplianceFor(inspection, graph, packet);
        var node = graph.Holders[appliance.Holder].Node;
        return code switch
        {
            DropCode.Elbv2SourceAddressPreservation => (
                names.Node(inspection.Node),
                $"{packet} comes from a load balancer that kept its client's address, which such an endpoint does not carry; call PreserveClientAddress(false) on the target group, or route targets past the endpoint"),
            DropCode.HostDoesNotForward => (
                names.Node(node),
                $"{names.Path(appliance.Host)} gives back nothing of what the Gateway Load Balancer sends it; say ForwardsTraffic() if it does"),
            _ => (
                names.Node(node),
                $"{names.Path(node)} gets the reply of a connection that its host has not seen begin; route both ways through one endpoint, or call CrossZone()"),
        };
    }
}
