using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Regional NAT gateways .</summary>
sealed partial class Walk
{
    /// <summary>The regional NAT gateway that gave the packet its source.</summary>
    RegionalNatGateway? regional;

    /// <summary>Route, target regional NAT gateway.</summary>
    void ToRegionalNatGateway(RegionalNatGateway gateway, Subnet from)
    {
        var zones = gateway.Zones.Select(zone => zone.Zone).ToList();
        if (gateway.Vpc != from.Vpc || zones.Count == 0)
        {
            Refuse(DropCode.BadStateRoute, gateway, gateway.Vpc == from.Vpc ? "in no zone" : $"not of {from.Vpc}");
            return;
        }

        // There is no NAT64 [M].
        if (Packet.Destination.IsIpv6)
        {
            Refuse(DropCode.NatUnsupportedProtocol, gateway, "translates IPv4 only");
            return;
        }

        // In the zone that the packet comes from, or in the first where the gateway is.
        var zone = zones.Contains(from.Zone.Value) ? from.Zone.Value : zones[0];
        var presence = topology.HoldersOf(gateway).First(holder => holder.Subnet.Zone.Value == zone);
        if (Translate(presence))
        {
            sourceVpc = null;
            regional = gateway;
            Route(presence.Subnet);
        }
    }
}

/// <summary>Regional NAT gateways in the model.</summary>
static class RegionalNatReading
{
    /// <summary>One holder an address; its place in a zone is read as a subnet of its own that only its route table says anything of.</summary>
    public static IEnumerable<Holder> HoldersOf(this Topology topology, RegionalNatGateway gateway) => gateway.Zones.SelectMany(
        (zone, number) => zone.Addresses.Select(address => new Holder(gateway, Place(gateway, zone, number), address, address)));

    static Subnet Place(RegionalNatGateway gateway, RegionalNatZone zone, int number) => new(
        new ElementId(ElementKind.Subnet, $"{gateway.Id.Path} #{number}"),
        Origin.None,
        gateway.Vpc,
        new Sourced<IpPrefix>(IpPrefix.Parse("0.0.0.0/32"), Origin.None),
        new Sourced<string>(zone.Zone, Origin.None),
        gateway.RouteTable,
        new ElementId(ElementKind.NetworkAcl, ""), // It has none.
        null);
}
