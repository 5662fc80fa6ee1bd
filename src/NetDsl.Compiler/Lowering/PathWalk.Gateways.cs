using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Through internet gateways and NAT gateways.</content>
internal sealed partial class PathWalk
{
    private PathEnd ToInternetGateway(Subnet subnet, MergedRoute route, InternetGateway gateway)
    {
        var vpc = index.Vpc(subnet);
        if (gateway.Vpc != vpc.Id)
        {
            return DropAtTarget(
                gateway,
                route,
                $"internet gateway '{gateway.Name}' is not attached to VPC '{vpc.Name}'; attach it or route to the VPC's own");
        }

        if (!IsPairedAt(gateway))
        {
            return Drop(
                gateway,
                DropCode.IgwPublicIpAssociationForEgress,
                address.IsIpv4
                    ? $"the source is not of VPC '{vpc.Name}', and internet gateway '{gateway.Name}' knows public addresses of its own VPC only; send it through a NAT gateway"
                    : $"the source is not of VPC '{vpc.Name}', and internet gateway '{gateway.Name}' carries IPv6 of its own VPC only; give the sender's VPC a gateway");
        }

        if (index.BlocksPublicAccess(subnet, isFromNatGateway))
        {
            return PublicAccessIsBlocked(gateway, subnet);
        }

        if (address.IsIpv6 && sendingDenier is { } denier)
        {
            return DeniedAt(gateway, denier);
        }

        steps.Add(new InternetGatewayOutStep(nodes.Of(gateway), PairedVpcNode()));
        (sourceVpc, translatedBy, leftRegion) = (null, null, vpc.Region);
        return AtJunction(vpc.Region) ?? Internet(InternetSender.Vendor);
    }

    private PathEnd ToNatGateway(Subnet subnet, MergedRoute route, NatGateway gateway)
    {
        var home = index.Get<Subnet>(gateway.Subnet);
        if (home.Vpc != subnet.Vpc)
        {
            return DropAtTarget(
                gateway,
                route,
                $"NAT gateway '{gateway.Name}' is of VPC '{index.Vpc(home).Name}', not of '{index.Vpc(subnet).Name}'; route to one of the own VPC");
        }

        if (home.Id != subnet.Id)
        {
            AskAcl(home, inbound: true);
        }

        if (address.IsIpv6)
        {
            return ToNat64(gateway);
        }

        steps.Add(new NatGatewayStep(nodes.Of(gateway), nodes.Holder(gateway)));
        SourceIsIn(home, isNatGateway: true);
        return Leave(home);
    }

    /// <summary>A packet enters the VPC by a gateway, for a private address, and a table of the gateway's own routes it on.</summary>
    /// <param name="vpc">The VPC.</param>
    /// <param name="table">The table.</param>
    /// <param name="needsPublicAddress">Whether interfaces take it only when the internet can reach them: those behind an internet gateway.</param>
    private PathEnd FromGateway(Vpc vpc, Element table, bool needsPublicAddress = true)
    {
        if (!IsNew(table))
        {
            return Loop(table);
        }

        // The local routes are in every table; a subnet outside of the blocks of its VPC, which is told of elsewhere, is in none of them.
        if (index.Lookup(table, address, scope) is not { } route)
        {
            return NoRoute(table);
        }

        AddRoute(table, route);
        return route.Target switch
        {
            null => Enter(vpc, from: null),
            { Kind: ElementKind.RouteTable } => Blackhole(table, route),
            { } target when index.Get<Element>(target) is NetworkInterface each => needsPublicAddress && (address.IsIpv4 ? each.PublicAddress is null : each.Ipv6Addresses.Count == 0)
                ? DropAtTarget(each, route, $"interface '{each.Name}' has no {(address.IsIpv4 ? "public" : "IPv6")} address, and takes nothing from a gateway without one; give it {(address.IsIpv4 ? "PublicIp() or ElasticIp(…)" : "Ipv6Address()")}")
                : ToInterface(vpc, from: null, route, each),
            { } target when index.Get<Element>(target) is VpcEndpoint { Kind: VpcEndpointKind.GatewayLoadBalancer } endpoint =>
                ToGatewayLoadBalancerEndpoint(vpc, from: null, route, endpoint),
            { } target => DropAtTarget(
                index.Get<Element>(target), route, "a gateway route table leads to interfaces and Gateway Load Balancer endpoints only"),
        };
    }

    /// <summary>On the internet: back in by a public address of the network, or out of sight.</summary>
    private PathEnd Internet(InternetSender sender)
    {
        // All that is asked here of IPv4 is asked of public addresses and prefixes.
        if (address.IsIpv4 && index.PublicRangeOf(address) is var range)
        {
            scope.Narrow(range.First, range.Last);
        }
        else
        {
            index.NarrowToRange(scope);
        }

        if (index.AcceleratorWith(address) is { } accelerator)
        {
            return new DeliverEnd(nodes.Of(accelerator), -1);
        }

        if (index.HolderOfLive(address) is { } live)
        {
            index.NarrowToRange(scope);
            var gateway = index.GatewayOf(live.Subnet.Vpc)!;
            if (index.BlocksPublicAccess(live.Subnet, live.IsNatGateway))
            {
                return PublicAccessIsBlocked(gateway, live.Subnet);
            }

            steps.Add(new InternetGatewayInStep(nodes.Of(gateway), nodes.Holder(live.Key)));
            if (live.Subnet.Id.Kind == ElementKind.RegionalNatGateway)
            {
                // It is in no subnet: neither a table nor an ACL stands between.
                return new DeliverEnd(nodes.Of(index.Named(live.Key.Element)), -1);
            }

            if (gateway.RouteTable is { } table)
            {
                (address, isRewritten) = (live.Address, true);
                return FromGateway(index.Vpc(live.Subnet), index.Named(table));
            }

            AskAcl(live.Subnet, inbound: true);
            return Arrive(index.Vpc(live.Subnet));
        }

        if (EnterFromInternet() is { } entered)
        {
            return entered;
        }

        if (sender is InternetSender.Vendor or InternetSender.Site && index.ServiceAt(address) is { } service)
        {
            return new ServiceEnd(nodes.Of(service), index.ReplySourceOf(service));
        }

        if (ToPublicVirtualInterface(sender) is { } back)
        {
            return back;
        }

        if (!InternetRanges.Carries(address))
        {
            return new DropEnd(
                nodes.Internet,
                DropCode.NotRoutableOnInternet,
                "the internet does not carry private, special and multicast addresses; route them to the peering connection or transit gateway that leads to them",
                Origin.None);
        }

        return sender != InternetSender.Vendor || index.IsOwnPublicAddress(address)
            ? new DropEnd(
                nodes.Internet,
                DropCode.IgwNoMapping,
                address.IsIpv4
                    ? "no attached internet gateway of the network pairs that address with a private one"
                    : "no VPC of the network has that address and a gateway to the internet, which knows no way there",
                Origin.None)
            : new ExitEnd(nodes.Internet);
    }
}
