using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What a route table of a VPC does to the packet: section "Route from subnet S of VPC V in zone Z".</summary>
sealed partial class Walk
{
    static readonly IpPrefix[] ReservedRanges = [IpPrefix.Parse("169.254.168.0/22"), IpPrefix.Parse("fd00:ec2::/32")];

    /// <summary>Section "Route from subnet S of VPC V in zone Z".</summary>
    void Route(Subnet subnet)
    {
        var vpc = topology.Vpc(subnet.Vpc);
        var table = topology.TableOf(subnet);
        if (!visited.Add((table.Id, sourceVpc)))
        {
            Refuse(DropCode.ForwardingLoop, table, "the packet was here before");
            return;
        }

        if (ReservedRanges.Any(range => range.Contains(Goal)))
        {
            Refuse(DropCode.ReservedRange, table, $"{Packet.Destination} is never forwarded");
            return;
        }

        // the longest prefix; a static route of the same prefix has replaced the local one.
        var local = vpc.AllBlocks
            .Where(block => block.Value.Contains(Goal))
            .Select(block => (IpPrefix?)block.Value)
            .MaxBy(block => block!.Value.Length);
        var route = table.Routes
            .Where(each => each.Destination.Value.Contains(Goal))
            .OrderByDescending(each => each.Destination.Value.Length)
            .ThenBy(each => each.PrefixList is null ? 0 : 1)
            .ThenBy(each => each.PrefixList?.Name, StringComparer.Ordinal)
            .FirstOrDefault();

        // and 5: nothing propagated inside the VPC's blocks; of the same prefix the static route.
        var propagated = table.Propagations
            .Select(source => topology.Hybrid.VpnGateways.First(each => each.Id == source.Value))
            .SelectMany(gateway => Hybrid.Propagated(topology, gateway).Select(prefix => (Gateway: gateway, Prefix: prefix)))
            .Where(each => local is null && each.Prefix.Contains(Goal))
            .OrderByDescending(each => each.Prefix.Length)
            .FirstOrDefault();

        // the prefix list of a gateway endpoint, by its length; a static route of the same prefix beats it.: an endpoint has that of its families.
        var endpointOfPrefixList = topology.VpcEndpoints
            .Where(each => each.RouteTables.Contains(table.Id))
            .FirstOrDefault(each => PrefixOf(each)?.Contains(Goal) == true);
        var prefixList = endpointOfPrefixList is null ? default : PrefixOf(endpointOfPrefixList)!.Value;
        if (endpointOfPrefixList is not null && local is { } own && own.Length < prefixList.Length)
        {
            local = null;
        }

        // A route server comes last but for what a virtual private gateway propagates [M].
        if (RouteServers.Lookup(topology, table, Goal) is { } peer
            && (local is null || peer.Prefix.Length > local.Value.Length)
            && (route is null || peer.Prefix.Length > route.Destination.Value.Length)
            && (endpointOfPrefixList is null || peer.Prefix.Length > prefixList.Length)
            && (propagated.Gateway is null || peer.Prefix.Length >= propagated.Prefix.Length))
        {
            Pass(table, $"{peer.Prefix} is propagated by a route server");
            ToInterface(topology.Holders().First(each => each.Element.Id == peer.Interface), subnet.Vpc, subnet);
        }
        else if (local is { } block && (route is null || block.Length > route.Destination.Value.Length || (block.Length == route.Destination.Value.Length && route.PrefixList is not null)))
        {
            Pass(table, $"{block} is local");
            Local(subnet);
        }
        else if (endpointOfPrefixList is { } endpoint && (route is null || prefixList.Length > route.Destination.Value.Length)
            && (propagated.Gateway is null || prefixList.Length >= propagated.Prefix.Length))
        {
            Pass(table, $"the prefix list of {endpoint.Service} leads to {endpoint.Id}", endpoint.Origin);
            ToGatewayEndpoint(endpoint);
        }
        else if (propagated.Gateway is { } learned && (route is null || propagated.Prefix.Length > route.Destination.Value.Length))
        {
            Pass(table, $"{propagated.Prefix} is propagated by {learned.Id}");
            ToVpnGateway(learned, vpc.Id);
        }
        else if (route is null)
        {
            Refuse(DropCode.NoRouteToDestination, table, $"no route to {Goal}");
        }
        else
        {
            if (route.IsBlackhole)
            {
                Refuse(DropCode.BadStateRoute, table, $"{route.Destination} is a blackhole");
                return;
            }

            Pass(table, $"{route.Destination} leads to {route.Target}", route.Origin);
            Follow(route, subnet);
        }
    }

    /// <summary>Section "Internet", gateway route tables .</summary>
    void EnterBy(RouteTable table, bool needsPublicAddress = true)
    {
        if (!visited.Add((table.Id, sourceVpc)))
        {
            Refuse(DropCode.ForwardingLoop, table, "the packet was here before");
            return;
        }

        var route = table.Routes
            .Where(each => each.Destination.Value.Contains(Goal))
            .MaxBy(each => each.Destination.Value.Length);
        var block = topology.Vpc(table.Vpc).AllBlocks.First(each => each.Value.Contains(Goal)).Value;
        if (RouteServers.Lookup(topology, table, Goal) is { } peer && peer.Prefix.Length > block.Length
            && (route is null || peer.Prefix.Length > route.Destination.Value.Length))
        {
            Pass(table, $"{peer.Prefix} is propagated by a route server");
            EnterByInterface(table, peer.Interface, needsPublicAddress);
        }
        else if (route is null)
        {
            Pass(table, "local");
            Into(topology.Vpc(table.Vpc), topology.SubnetIn(table.Vpc, Goal));
        }
        else if (route.IsBlackhole)
        {
            Refuse(DropCode.BadStateRoute, table, $"{route.Destination} is a blackhole");
        }
        else
        {
            Pass(table, $"{route.Destination} leads to {route.Target}", route.Origin);
            if (topology.VpcEndpoints.FirstOrDefault(each => each.Id == route.Target.Value) is { } endpoint)
            {
                ToGatewayLoadBalancerEndpoint(endpoint, table.Vpc, null);
            }
            else
            {
                EnterByInterface(table, route.Target.Value, needsPublicAddress);
            }
        }
    }

    void EnterByInterface(RouteTable table, ElementId id, bool needsPublicAddress)
    {
        var target = topology.Holders().First(each => each.Element.Id == id);
        if (needsPublicAddress && (Goal.IsIpv4 ? target.PublicAddress is null : target.AddressOf(ipv6: true) is null))
        {
            Refuse(DropCode.BadStateRoute, target.Element, "has no public address");
            return;
        }

        ToInterface(target, table.Vpc, null);
    }

    /// <summary>The prefix list of an endpoint that is of the family of the goal, when it has one.</summary>
    IpPrefix? PrefixOf(VpcEndpoint endpoint)
    {
        var service = topology.PublicServices.First(each => each.Id == endpoint.Service.Value);
        return endpoint.IpAddressType == (Goal.IsIpv4 ? IpAddressType.Ipv6 : IpAddressType.Ipv4) ? null
            : Goal.IsIpv4 ? service.Prefix
            : service.Ipv6Prefix;
    }

    void Follow(Route route, Subnet subnet)
    {
        var target = route.Target.Value;
        switch (target.Kind)
        {
            case ElementKind.InternetGateway:
                ToInternetGateway(topology.InternetGateways.First(each => each.Id == target), subnet);
                break;
            case ElementKind.EgressOnlyInternetGateway:
                ToEgressOnlyGateway(topology.EgressOnlyInternetGateways.First(each => each.Id == target), subnet);
                break;
            case ElementKind.NetworkInterface:
                ToInterface(topology.Holders().First(each => each.Element.Id == target), subnet.Vpc, subnet);
                break;
            case ElementKind.NatGateway:
                ToNatGateway(topology.Holders().First(each => each.Element.Id == target), subnet);
                break;
            case ElementKind.RegionalNatGateway:
                ToRegionalNatGateway(topology.RegionalNatGateways.First(each => each.Id == target), subnet);
                break;
            case ElementKind.VpcEndpoint:
                ToGatewayLoadBalancerEndpoint(topology.VpcEndpoints.First(each => each.Id == target), subnet.Vpc, subnet);
                break;
            case ElementKind.Peering:
                ToPeering(topology.Peerings.First(each => each.Id == target), subnet.Vpc);
                break;
            case ElementKind.TransitGateway:
                ToTransitGateway(topology.TransitGateways.First(each => each.Id == target), subnet);
                break;
            case ElementKind.VpnGateway:
                ToVpnGateway(topology.Hybrid.VpnGateways.First(each => each.Id == target), subnet.Vpc);
                break;
            default:
                throw new InvalidOperationException($"A route leads to {target}, {ElementKinds.TextWithArticle(target.Kind)}.");
        }
    }

    /// <summary>Route, target local.</summary>
    void Local(Subnet from)
    {
        wentLocally = true;
        if (topology.SubnetIn(from.Vpc, Goal) is not { } subnet)
        {
            Refuse(DropCode.NoInterfaceWithAddress, topology.Vpc(from.Vpc), $"no subnet contains {Goal}");
            return;
        }

        if (subnet.Id != from.Id)
        {
            AskAcl(subnet, inbound: true);
        }

        Arrive(subnet.Vpc);
    }
}
