using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Runtime.Tests.Networks;

/// <summary>What to ask of a network: every pair of ends, with traffic of several kinds.</summary>
static class Questions
{
    static readonly TrafficSelector[] Kinds = [Traffic.Tcp(443), Traffic.Udp(53), Traffic.Icmp, Traffic.IpProtocol(50)];

    public static IEnumerable<(Endpoint From, Endpoint To, TrafficSelector Traffic)> About(Topology topology)
    {
        Endpoint[] senders = [Endpoint.Internet, .. topology.NetworkInterfaces.Select(Of)];
        Endpoint[] receivers =
        [
            .. senders,
            .. topology.NatGateways.Select(gateway => Endpoint.Of(gateway.PrivateAddress)),
            .. new[] { "169.254.169.253", "169.254.168.9", "10.1.0.99", "10.9.0.1", "192.168.1.1", "8.8.8.8", "203.0.113.77" }
                .Select(address => Endpoint.Of(Ipv4Address.Parse(address))),
            .. topology.NetworkInterfaces.Select(part => part.PublicAddress).OfType<Ipv4Address>().Select(Endpoint.Of),
        ];
        return
            from sender in senders
            from receiver in receivers
            from kind in Kinds
            select (sender, receiver, kind);
    }

    static Endpoint Of(Element element) => Endpoint.Of(element.Id);
}
