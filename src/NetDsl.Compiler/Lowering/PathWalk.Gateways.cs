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

        if (sourceVpc != vpc.Id)
        {
            return Drop(
                gateway,
                DropCode.IgwPublicIpAssociationForEgress,
                $"the source is not of VPC '{vpc.Name}', and internet gateway '{gateway.Name}' knows public addresses of its own VPC only; send it through a NAT gateway");
        }

        if (index.BlocksPublicAccess(subnet, isFromNatGateway))
        {
            return PublicAccessIsBlocked(gateway, subnet);
        }

        steps.Add(new InternetGatewayOutStep(nodes.Of(gateway), SourceVpcNode()));
        sourceVpc = null;
        return Internet(cameFromThere: false);
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

        steps.Add(new NatGatewayStep(nodes.Of(gateway), holders.Of(gateway)));
        (sourceVpc, sourceSubnet) = (home.Vpc, home);
        isBehindMiddlebox = false;
        isFromNatGateway = true;
        return Leave(home);
    }

    /// <summary>A gateway has put the private address in place of the destination, and a table of its own routes it on.</summary>
    private PathEnd FromGateway(Vpc vpc, RouteTable table)
    {
        if (!visited.Add((table.Id, sourceVpc)))
        {
            return Loop(table);
        }

        // The local routes are in every table.
        var route = tables.Lookup(table.Id, destination)!;
        AddRoute(table, route);
        return route.Target switch
        {
            null => Enter(vpc, from: null),
            { Kind: ElementKind.RouteTable } => Blackhole(table, route),
            { } target when index.Get<Element>(target) is NetworkInterface each => each.PublicAddress is null
                ? DropAtTarget(each, route, $"interface '{each.Name}' has no public address, and takes nothing from a gateway without one; give it PublicIp() or ElasticIp(…)")
                : ToInterface(vpc, from: null, route, each),
            { } target => DropAtTarget(index.Get<Element>(target), route, "a gateway route table leads to interfaces only"),
        };
    }

    /// <summary>On the internet: back in by a public address of the network, or out of sight.</summary>
    private PathEnd Internet(bool cameFromThere)
    {
        if (holders.HolderOfLive(destination) is { } live)
        {
            var gateway = index.GatewayOf(live.Subnet.Vpc)!;
            if (index.BlocksPublicAccess(live.Subnet, holders.IsNatGateway(live.Holder)))
            {
                return PublicAccessIsBlocked(gateway, live.Subnet);
            }

            steps.Add(new InternetGatewayInStep(nodes.Of(gateway), live.Holder));
            if (gateway.RouteTable is { } table)
            {
                destination = holders.AddressOf(live.Holder);
                return FromGateway(index.Vpc(live.Subnet), index.Get<RouteTable>(table));
            }

            AskAcl(live.Subnet, inbound: true);
            return Arrive(index.Vpc(live.Subnet));
        }

        if (!cameFromThere && index.ServiceAt(destination) is { } service)
        {
            return new ServiceEnd(nodes.Of(service), holders.Sources.Internet);
        }

        if (!InternetRanges.Carries(destination))
        {
            return new DropEnd(
                nodes.Internet,
                DropCode.NotRoutableOnInternet,
                "the internet does not carry private, special and multicast addresses; route them to the peering connection or transit gateway that leads to them",
                Origin.None);
        }

        return cameFromThere || holders.IsPublicAddress(destination)
            ? new DropEnd(
                nodes.Internet,
                DropCode.IgwNoMapping,
                "no attached internet gateway of the network pairs that address with a private one",
                Origin.None)
            : new ExitEnd(nodes.Internet);
    }
}
