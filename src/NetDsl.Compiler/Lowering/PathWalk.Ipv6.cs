using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>What IPv6 does otherwise: no translation at internet gateways, egress-only gateways, and NAT64.</content>
internal sealed partial class PathWalk
{
    // Who sends, when internet gateways carry none of its IPv6.
    private NetworkInterface? sendingDenier;

    /// <summary>R-6.16: an internet gateway carries no IPv6 to or from the interfaces of internal load balancers and of endpoints.</summary>
    private DropEnd DeniedAt(InternetGateway gateway, NetworkInterface denier) => Drop(
        gateway,
        DropCode.EniDeniesIgwTraffic,
        $"internet gateway '{gateway.Name}' carries no IPv6 of '{denier.ManagedBy!.Path}', which is for private clients; {(denier.ManagedBy.Kind == ElementKind.LoadBalancer ? "call DenyAllIgwTraffic(false) on it" : "reach it over a peering, transit gateway, VPN or Direct Connect")}");

    private PathEnd ToEgressOnlyGateway(Subnet subnet, MergedRoute route, EgressOnlyInternetGateway gateway)
    {
        var vpc = index.Vpc(subnet);
        if (gateway.Vpc != vpc.Id)
        {
            return DropAtTarget(
                gateway,
                route,
                $"egress-only internet gateway '{gateway.Name}' is of VPC '{gateway.Vpc.Name}', not of '{vpc.Name}'; route to one of the own VPC");
        }

        if (!IsSourceOf(vpc.Id) || address.IsIpv4)
        {
            return Drop(
                gateway,
                DropCode.IgwPublicIpAssociationForEgress,
                address.IsIpv4
                    ? $"egress-only internet gateway '{gateway.Name}' carries IPv6 only; route IPv4 to an internet gateway or a NAT gateway"
                    : $"the source is not of VPC '{vpc.Name}', and egress-only internet gateway '{gateway.Name}' carries what its own VPC sends");
        }

        if (index.BlocksPublicAccess(subnet, byEgressGateway: true))
        {
            return PublicAccessIsBlocked(gateway, subnet);
        }

        steps.Add(new EgressOnlyGatewayStep(nodes.Of(gateway), nodes.Of(vpc), Inbound: false));
        (sourceVpc, leftRegion) = (null, vpc.Region);
        return AtJunction(vpc.Region) ?? Internet(InternetSender.Vendor);
    }

    /// <summary>Comes to a VPC of the network from the internet; nothing when the destination is of none, or none that the internet knows a way to.</summary>
    private PathEnd? EnterFromInternet()
    {
        if (address.IsIpv4 || index.VpcWithIpv6(Destination) is not { } vpc)
        {
            return null;
        }

        var subnet = index.SubnetOf(vpc, Destination);
        var gateway = index.GatewayOf(vpc.Id);
        var egressOnly = index.EgressOnlyGatewayOf(vpc.Id);
        if (egressOnly is not null && (gateway is null || IsBehindEgressOnly(subnet)))
        {
            if (subnet is not null && index.BlocksPublicAccess(subnet, byEgressGateway: true))
            {
                return PublicAccessIsBlocked(egressOnly, subnet);
            }

            steps.Add(new EgressOnlyGatewayStep(nodes.Of(egressOnly), nodes.Of(vpc), Inbound: true));
            return Enter(vpc, from: null);
        }

        if (gateway is null)
        {
            return null;
        }

        if (subnet is not null && index.BlocksPublicAccess(subnet, byEgressGateway: false))
        {
            return PublicAccessIsBlocked(gateway, subnet);
        }

        if (index.DenierWith(Destination) is { } denier)
        {
            return DeniedAt(gateway, denier);
        }

        steps.Add(new InternetGatewayInStep(nodes.Of(gateway), -1));
        return gateway.RouteTable is { } table ? FromGateway(vpc, index.Named(table)) : Enter(vpc, from: null);
    }

    /// <summary>Whether the subnet sends IPv6 to an egress-only gateway, and none to an internet gateway.</summary>
    private bool IsBehindEgressOnly(Subnet? subnet)
    {
        if (subnet is null)
        {
            return false;
        }

        var targets = index.Get<RouteTable>(subnet.RouteTable).Routes
            .Where(route => route.Destination.Value.IsIpv6)
            .Select(route => route.Target.Value.Kind)
            .ToList();
        return targets.Contains(ElementKind.EgressOnlyInternetGateway) && !targets.Contains(ElementKind.InternetGateway);
    }

    /// <summary>A route leads an IPv6 packet to a NAT gateway, past the ACL of its subnet.</summary>
    private PathEnd ToNat64(NatGateway gateway) => Nat64.Prefix.Contains(Destination)
        ? new Nat64End(nodes.Of(gateway), nodes.Holder(gateway), nodes.Nat64Source(gateway))
        : Drop(
            gateway,
            DropCode.NatUnsupportedProtocol,
            $"a NAT gateway translates IPv6 for {Nat64.Prefix} only; route the rest to an egress-only internet gateway");

    /// <summary>A NAT gateway sends on what it translated to IPv4.</summary>
    private PathEnd LeaveNat64(Subnet home)
    {
        SourceIsIn(home, isNatGateway: true);
        return Leave(home);
    }
}
