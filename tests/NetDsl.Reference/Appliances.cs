using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Gateway Load Balancers, section "Gateway Load Balancers" of docs/semantics.md: which appliances an endpoint leads to, and which one a flow gets.</summary>
static class Appliances
{
    /// <summary>The node of the endpoint's zone, of the first load balancer of the service that has one.</summary>
    public static (GatewayLoadBalancer Balancer, Holder Node)? NodeFor(Topology topology, VpcEndpoint endpoint, string zone)
    {
        var service = topology.EndpointServices.First(each => each.Id == endpoint.Service.Value);
        foreach (var balancer in service.GatewayLoadBalancers.Select(id => topology.GatewayLoadBalancers.First(each => each.Id == id)))
        {
            foreach (var node in balancer.Nodes.Select(id => topology.Holders().First(each => each.Element.Id == id)))
            {
                if (topology.ZoneId(node.Subnet) == zone)
                {
                    return (balancer, node);
                }
            }
        }

        return null;
    }

    /// <summary>Healthy ones; of the node's own zone, unless cross-zone.</summary>
    public static List<Holder> Eligible(Topology topology, GatewayLoadBalancer balancer, string zone) =>
    [
        .. balancer.Targets
            .Where(target => target.IsHealthy)
            .Select(target => topology.Holders().First(each => each.Element.Id == target.Interface))
            .Where(appliance => balancer.CrossZone || topology.ZoneId(appliance.Subnet) == zone),
    ];

    /// <summary>
    /// [M]: the highest SipHash-2-4 of the lower and the higher end of the flow (address in 16 bytes, port), the protocol, and the appliance's address; what the
    /// stickiness leaves out is 0.
    /// </summary>
    public static Holder Choose(Packet packet, FlowStickiness stickiness, List<Holder> appliances)
    {
        var speaksPorts = stickiness == FlowStickiness.FiveTuple && packet.Protocol.HasPorts;
        List<byte[]> ends =
        [
            [.. Balancing.Bytes(packet.Source), .. Balancing.Bytes(speaksPorts ? packet.SourcePort : 0u, 2)],
            [.. Balancing.Bytes(packet.Destination), .. Balancing.Bytes(speaksPorts ? packet.DestinationPort : 0u, 2)],
        ];
        if (ends[0].AsSpan().SequenceCompareTo(ends[1]) > 0)
        {
            ends.Reverse();
        }

        var protocol = stickiness == FlowStickiness.TwoTuple ? (byte)0 : (byte)packet.Protocol.Number;
        return appliances
            .Select((appliance, place) => (
                Appliance: appliance,
                Place: place,
                Hash: Balancing.SipHash([.. ends[0], .. ends[1], protocol, .. Balancing.Bytes((uint)appliance.PrivateAddress.Low, 4)])))
            .OrderByDescending(each => each.Hash)
            .ThenBy(each => each.Place)
            .First()
            .Appliance;
    }
}
