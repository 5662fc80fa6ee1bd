using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

/// <summary>The references between the elements of a topology.</summary>
static class References
{
    /// <summary>Fails when an element speaks of one that is not there, or two have one identity.</summary>
    public static void AssertClosed(Topology topology)
    {
        var present = Elements(topology).Select(element => element.Id).ToList();
        Assert.Equal(present.Count, present.Distinct().Count());
        Assert.Empty(Mentioned(topology).Except(present));
    }

    static IEnumerable<Element> Elements(Topology topology) =>
    [
        .. topology.Accounts,
        .. topology.Regions,
        .. topology.Vpcs,
        .. topology.Subnets,
        .. topology.RouteTables,
        .. topology.InternetGateways,
        .. topology.NatGateways,
        .. topology.RegionalNatGateways,
        .. topology.RouteServers,
        .. topology.RouteServers.SelectMany(server => server.Endpoints),
        .. topology.RouteServers.SelectMany(server => server.Peers),
        .. topology.ElasticAddresses,
        .. topology.SecurityGroups,
        .. topology.NetworkAcls,
        .. topology.Instances,
        .. topology.NetworkInterfaces,
        .. topology.Peerings,
        .. topology.TransitGateways,
        .. topology.PrefixLists,
        .. topology.LoadBalancers,
        .. topology.TargetGroups,
        .. topology.AutoScalingGroups,
        .. topology.PublicServices,
        .. topology.VpcEndpoints,
        .. topology.EndpointServices,
        .. topology.GatewayLoadBalancers,
        .. topology.TransitGateways.SelectMany(gateway => gateway.Attachments),
        .. topology.TransitGateways.SelectMany(gateway => gateway.NetworkFunctions),
        .. topology.TransitGateways.SelectMany(gateway => gateway.RouteTables),
        .. topology.ClientVpnEndpoints,
        .. topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Associations),
        .. topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Clients),
        .. topology.Hybrid.Elements,
        .. topology.Accelerators,
        .. topology.InternetClients,
    ];

    static IEnumerable<ElementId> Mentioned(Topology topology) =>
    [
        .. topology.Vpcs.SelectMany(vpc => new[] { vpc.Region, vpc.Account, vpc.MainRouteTable, vpc.DefaultNetworkAcl, vpc.DefaultSecurityGroup }),
        .. topology.Subnets.SelectMany(subnet => new[] { subnet.Vpc, subnet.RouteTable, subnet.NetworkAcl }),
        .. topology.RouteTables.Select(table => table.Vpc),
        .. topology.RouteTables.SelectMany(table => table.Routes).Select(route => route.Target.Value),
        .. topology.RouteTables.SelectMany(table => table.Propagations).Select(source => source.Value),
        .. topology.Hybrid.Hosts.Select(host => host.Site),
        .. topology.Hybrid.CustomerGateways.Select(gateway => gateway.Site),
        .. topology.Hybrid.VpnGateways.Select(gateway => gateway.Vpc).OfType<ElementId>(),
        .. topology.Hybrid.VpnConnections.SelectMany(connection => new[] { connection.CustomerGateway.Value, connection.Target, connection.Transport?.Value ?? connection.Target, connection.Concentrator ?? connection.Target }),
        .. topology.Hybrid.VpnConcentrators.Select(concentrator => concentrator.Gateway),
        .. topology.Hybrid.Connections.SelectMany(connection => new[] { connection.Site, connection.Region }),
        .. topology.Hybrid.Lags.SelectMany(lag => lag.Connections),
        .. topology.Hybrid.VirtualInterfaces.SelectMany(each => new[] { each.Port, each.Gateway.Value }),
        .. topology.Hybrid.DirectConnectGateways.SelectMany(gateway => gateway.Associations).Select(association => association.Gateway),
        .. topology.Hybrid.ConnectPeers.SelectMany(peer => new[] { peer.Attachment, peer.Site, peer.Appliance.Value, peer.Gateway }),
        .. topology.InternetGateways.Select(gateway => gateway.Vpc).OfType<ElementId>(),
        .. topology.NatGateways.Select(gateway => gateway.Subnet),
        .. topology.RouteServers.Select(server => server.Vpc),
        .. topology.RouteServers.SelectMany(server => server.Endpoints).Select(endpoint => endpoint.Subnet),
        .. topology.RouteServers.SelectMany(server => server.Peers).SelectMany(peer => new[] { peer.Endpoint, peer.Interface }),
        .. topology.RouteTables.SelectMany(table => table.RouteServers).Select(source => source.Value),
        .. topology.RegionalNatGateways.SelectMany(gateway => new[] { gateway.Vpc, gateway.RouteTable }),
        .. topology.ElasticAddresses.Select(address => address.Holder).OfType<ElementId>(),
        .. topology.SecurityGroups.Select(group => group.Vpc),
        .. topology.SecurityGroups.SelectMany(group => group.Ingress.Concat(group.Egress)).Select(rule => rule.Peer.Value.Group).OfType<ElementId>(),
        .. topology.NetworkAcls.Select(acl => acl.Vpc),
        .. topology.Instances.Select(instance => instance.Subnet),
        .. topology.Instances.SelectMany(instance => instance.Interfaces),
        .. topology.NetworkInterfaces.Select(each => each.Subnet),
        .. topology.NetworkInterfaces.Select(each => each.ManagedBy).OfType<ElementId>(),
        .. topology.VpcEndpoints.SelectMany(endpoint => endpoint.RouteTables.Concat(endpoint.Interfaces).Append(endpoint.Vpc).Append(endpoint.Service.Value)),
        .. topology.EndpointServices.SelectMany(service => service.LoadBalancers.Concat(service.GatewayLoadBalancers).Append(service.Vpc)),
        .. topology.GatewayLoadBalancers.SelectMany(balancer => balancer.Nodes.Concat(balancer.Targets.Select(target => target.Interface)).Append(balancer.Vpc)),
        .. topology.LoadBalancers.SelectMany(balancer => balancer.Nodes.Append(balancer.Vpc)),
        .. topology.LoadBalancers.SelectMany(balancer => balancer.Listeners).Select(listener => listener.TargetGroup),
        .. topology.TargetGroups.SelectMany(group => group.Targets).Select(target => target.Interface).OfType<ElementId>(),
        .. topology.AutoScalingGroups.SelectMany(group => group.Instances.Append(group.Vpc)),
        .. topology.Accelerators.Select(accelerator => accelerator.Account),
        .. topology.Accelerators.SelectMany(accelerator => accelerator.Listeners).SelectMany(listener => listener.Groups).Select(group => group.Region),
        .. topology.Accelerators.SelectMany(accelerator => accelerator.Listeners).SelectMany(listener => listener.Groups).SelectMany(group => group.Endpoints).Select(endpoint => endpoint.Target),
        .. topology.Accelerators.SelectMany(accelerator => accelerator.CustomRouting?.Listeners ?? []).SelectMany(listener => listener.Groups).SelectMany(group => group.Subnets.Select(each => each.Subnet).Append(group.Region)),
        .. topology.InternetClients.Select(client => client.Near),
        .. topology.NetworkInterfaces.Select(each => each.Instance).OfType<ElementId>(),
        .. topology.NetworkInterfaces.SelectMany(each => each.SecurityGroups),
        .. topology.Peerings.SelectMany(peering => new[] { peering.Requester.Value, peering.Accepter.Value }),
        .. topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.SecurityGroups.Append(endpoint.Vpc ?? endpoint.TransitGateway!)),
        .. topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Associations).Select(association => association.Subnet),
        .. topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Clients).Select(client => client.Association).OfType<ElementId>(),
        .. topology.TransitGateways.Select(gateway => gateway.Region),
        .. topology.TransitGateways.SelectMany(gateway => gateway.Attachments).Select(attachment => attachment.Resource),
        .. topology.TransitGateways.SelectMany(gateway => gateway.Attachments).SelectMany(attachment => attachment.Subnets).Select(subnet => subnet.Value),
        .. topology.TransitGateways.SelectMany(gateway => gateway.Attachments).Select(attachment => attachment.Association).OfType<ElementId>(),
        .. topology.TransitGateways.SelectMany(gateway => gateway.RouteTables).SelectMany(table => table.Propagations).Select(each => each.Value),
        .. topology.TransitGateways.SelectMany(gateway => gateway.RouteTables).SelectMany(table => table.Routes).SelectMany(route => new[] { route.Attachment, route.PrefixList }).OfType<ElementId>(),
    ];
}
