using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Through regional NAT gateways.</content>
internal sealed partial class PathWalk
{
    // The regional NAT gateway whose elastic address the source of the packet is: only the internet gateway of its VPC takes that.
    private RegionalNatGateway? translatedBy;

    private PathEnd ToRegionalNatGateway(Subnet subnet, MergedRoute route, RegionalNatGateway gateway)
    {
        if (gateway.Vpc != subnet.Vpc)
        {
            return DropAtTarget(
                gateway,
                route,
                $"regional NAT gateway '{gateway.Name}' is of VPC '{index.Get<Vpc>(gateway.Vpc).Name}', not of '{index.Vpc(subnet).Name}'; route to one of the own VPC");
        }

        if (gateway.ServingZone(subnet.Zone.Value) is not { } zone)
        {
            return DropAtTarget(gateway, route, $"regional NAT gateway '{gateway.Name}' is in no zone, because VPC '{index.Vpc(subnet).Name}' has no interface in any");
        }

        if (address.IsIpv6)
        {
            return Drop(
                gateway,
                DropCode.NatUnsupportedProtocol,
                $"regional NAT gateway '{gateway.Name}' translates IPv4 only; route {Nat64.Prefix} to a NAT gateway of a zone, and the rest to an egress-only internet gateway");
        }

        steps.Add(new NatGatewayStep(nodes.Of(gateway), nodes.Holder(gateway, zone))
        {
            Note = zone.Zone == subnet.Zone.Value ? $"in zone {zone.Zone}" : $"in zone {zone.Zone}, across zones, because it is not in {subnet.Zone}",
        });
        SourceIsIn(home: null, isNatGateway: true, gateway);
        return Route(index.PlaceOf(gateway, zone));
    }

    /// <summary>The node of the network in which the source has the public address that an internet gateway looks for, once it is paired there.</summary>
    private int PairedVpcNode() => translatedBy is { } regional ? nodes.Of(regional) : SourceVpcNode();

    private bool IsPairedAt(InternetGateway gateway) => translatedBy is { } regional ? gateway.Vpc == regional.Vpc : IsSourceOf(gateway.Vpc!);
}
