using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

/// <summary>Makes a network that shows a fault smaller, so that a person can see why.</summary>
static partial class Shrinking
{
    /// <summary>What is left when nothing more can go.</summary>
    public static Topology Smallest(Topology topology, Func<Topology, bool> showsFault)
    {
        while (Smaller(topology).FirstOrDefault(showsFault) is { } smaller)
        {
            topology = smaller;
        }

        return topology;
    }

    /// <summary>The same network with one thing less, each in turn; what takes most with it first.</summary>
    internal static IEnumerable<Topology> Smaller(Topology topology) =>
    [
        .. Removable(topology).Select(element => Without(topology, element)),
        .. Without(topology.RouteTables, table => Without(table.Routes).Select(routes => table with { Routes = routes }))
            .Select(tables => topology with { RouteTables = tables }),
        .. Without(topology.SecurityGroups, group => [
            .. Without(group.Ingress).Select(rules => group with { Ingress = rules }),
            .. Without(group.Egress).Select(rules => group with { Egress = rules })])
            .Select(groups => topology with { SecurityGroups = groups }),
        .. Without(topology.ClientVpnEndpoints, endpoint => [
            .. Without(endpoint.Rules).Select(rules => endpoint with { Rules = rules }),
            .. Without(endpoint.Routes).Select(routes => endpoint with { Routes = routes })])
            .Select(endpoints => topology with { ClientVpnEndpoints = endpoints }),
        .. Without(topology.NetworkAcls, acl => [
            .. Without(acl.Inbound).Select(entries => acl with { Inbound = entries }),
            .. Without(acl.Outbound).Select(entries => acl with { Outbound = entries })])
            .Select(acls => topology with { NetworkAcls = acls }),
        .. Without(topology.TransitGateways, gateway =>
            Without(gateway.RouteTables, table => [
                .. Without(table.Propagations).Select(propagations => table with { Propagations = propagations }),
                .. Without(table.Routes).Select(routes => table with { Routes = routes })])
                .Select(tables => gateway with { RouteTables = tables }))
            .Select(gateways => topology with { TransitGateways = gateways }),
        .. Without(topology.LoadBalancers, balancer => Without(balancer.Listeners).Select(listeners => balancer with { Listeners = listeners }))
            .Select(balancers => topology with { LoadBalancers = balancers }),
        .. Without(topology.TargetGroups, group => Without(group.Targets).Select(targets => group with { Targets = targets }))
            .Select(groups => topology with { TargetGroups = groups }),
        .. Without(topology.GatewayLoadBalancers, balancer => Without(balancer.Targets).Select(targets => balancer with { Targets = targets }))
            .Select(balancers => topology with { GatewayLoadBalancers = balancers }),
        .. SmallerHybrid(topology),
        .. SmallerAccelerators(topology),
    ];

    /// <summary>The list without one item, each in turn.</summary>
    static IEnumerable<EquatableArray<T>> Without<T>(EquatableArray<T> items) =>
        Enumerable.Range(0, items.Count).Select(index => items.Where((_, place) => place != index).ToEquatableArray());

    /// <summary>The list with one item made smaller, each in turn.</summary>
    static IEnumerable<EquatableArray<T>> Without<T>(EquatableArray<T> items, Func<T, IEnumerable<T>> smaller) =>
        Enumerable.Range(0, items.Count).SelectMany(index =>
            smaller(items[index]).Select(less => items.Select((item, place) => place == index ? less : item).ToEquatableArray()));

    static IEnumerable<ElementId> Removable(Topology topology) =>
    [
        .. topology.Vpcs.Select(vpc => vpc.Id),
        .. topology.TransitGateways.Select(gateway => gateway.Id),
        .. topology.Peerings.Select(peering => peering.Id),
        .. topology.NatGateways.Select(nat => nat.Id),
        .. topology.RegionalNatGateways.Select(nat => nat.Id),
        .. topology.RouteServers.Select(server => server.Id),
        .. topology.InternetGateways.Select(gateway => gateway.Id),
        .. topology.EgressOnlyInternetGateways.Select(gateway => gateway.Id),
        .. topology.LoadBalancers.Select(balancer => balancer.Id),
        .. topology.GatewayLoadBalancers.Select(balancer => balancer.Id),
        .. topology.VpcEndpoints.Select(endpoint => endpoint.Id),
        .. topology.Instances.Select(instance => instance.Id),
        .. topology.NetworkInterfaces.Select(each => each.Id),
        .. topology.Subnets.Select(subnet => subnet.Id),
        .. topology.ElasticAddresses.Select(elastic => elastic.Id),
        .. Removable(topology.Hybrid),
        .. RemovableAccelerators(topology),
        .. topology.ClientVpnEndpoints.Select(endpoint => endpoint.Id),
        .. topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Clients).Select(client => client.Id),
    ];

    /// <summary>The network without the element, what is inside it, and what speaks of either.</summary>
    static Topology Without(Topology topology, ElementId gone)
    {
        var subnets = topology.Subnets.Where(subnet => subnet.Id != gone && subnet.Vpc != gone).ToEquatableArray();
        var kept = subnets.Select(subnet => subnet.Id).ToHashSet();
        var interfaces = topology.NetworkInterfaces
            .Where(each => each.Id != gone && each.Instance != gone && each.ManagedBy != gone && kept.Contains(each.Subnet))
            .ToEquatableArray();
        var nats = topology.NatGateways.Where(nat => nat.Id != gone && kept.Contains(nat.Subnet)).ToEquatableArray();
        var regional = topology.RegionalNatGateways.Where(nat => nat.Id != gone && nat.Vpc != gone).ToEquatableArray();
        var servers = topology.RouteServers
            .Where(server => server.Id != gone && server.Vpc != gone)
            .Select(server => server with
            {
                Endpoints = server.Endpoints.Where(endpoint => kept.Contains(endpoint.Subnet)).ToEquatableArray(),
                Peers = server.Peers.Where(peer => interfaces.Any(each => each.Id == peer.Interface)).ToEquatableArray(),
            })
            .ToEquatableArray();
        var gateways = topology.InternetGateways.Where(gateway => gateway.Id != gone && gateway.Vpc != gone).ToEquatableArray();
        var egressOnly = topology.EgressOnlyInternetGateways.Where(gateway => gateway.Id != gone && gateway.Vpc != gone).ToEquatableArray();
        var peerings = topology.Peerings.Where(peering => peering.Id != gone && !peering.Joins(gone)).ToEquatableArray();
        var hybrid = Without(WithoutTransportBy(topology, gone), gone);
        var clientVpns = topology.ClientVpnEndpoints
            .Where(endpoint => endpoint.Id != gone && endpoint.Vpc != gone && endpoint.TransitGateway != gone)
            .Select(endpoint => Without(endpoint, gone, kept))
            .ToEquatableArray();
        var keptGateways = topology.TransitGateways.Select(gateway => gateway.Id).Where(id => id != gone)
            .Concat(topology.TransitGateways.SelectMany(gateway => gateway.NetworkFunctions).Select(function => function.Id))
            .Concat(clientVpns.Select(endpoint => endpoint.Id))
            .Concat(hybrid.Elements.Select(element => element.Id))
            .ToHashSet();
        var transit = topology.TransitGateways
            .Where(gateway => gateway.Id != gone)
            .Select(gateway => Without(gateway, kept, keptGateways))
            .ToEquatableArray();
        var groups = topology.SecurityGroups.Where(group => group.Vpc != gone).ToEquatableArray();
        var balancers = topology.GatewayLoadBalancers
            .Where(balancer => balancer.Id != gone && balancer.Vpc != gone)
            .Select(balancer => balancer with
            {
                Nodes = balancer.Nodes.Where(id => interfaces.Any(each => each.Id == id)).ToEquatableArray(),
                Targets = balancer.Targets.Where(target => interfaces.Any(each => each.Id == target.Interface)).ToEquatableArray(),
            })
            .Where(balancer => balancer.Nodes.Count > 0)
            .ToEquatableArray();
        HashSet<ElementId> targets =
        [
            .. hybrid.VpnGateways.Select(gateway => gateway.Id),
            .. nats.Select(nat => nat.Id), .. regional.Select(nat => nat.Id), .. gateways.Select(gateway => gateway.Id),
            .. egressOnly.Select(gateway => gateway.Id),
            .. peerings.Select(peering => peering.Id), .. transit.Select(gateway => gateway.Id),
            .. topology.VpcEndpoints.Where(endpoint => endpoint.Interfaces.Any(id => interfaces.Any(each => each.Id == id)) && IsKept(endpoint)).Select(endpoint => endpoint.Id),
            .. interfaces.Select(each => each.Id), .. topology.RouteTables.Select(table => table.Id),
        ];
        return WithKnownEndpoints(topology with
        {
            Vpcs = topology.Vpcs.Where(vpc => vpc.Id != gone).ToEquatableArray(),
            Subnets = subnets,
            NetworkInterfaces = interfaces
                .Select(each => each with { SecurityGroups = each.SecurityGroups.Where(id => groups.Any(group => group.Id == id)).ToEquatableArray() })
                .ToEquatableArray(),
            NatGateways = nats,
            RegionalNatGateways = regional,
            RouteServers = servers,
            InternetGateways = gateways,
            EgressOnlyInternetGateways = egressOnly,
            Peerings = peerings,
            ClientVpnEndpoints = clientVpns,
            TransitGateways = transit,
            VpcEndpoints = topology.VpcEndpoints
                .Where(IsKept)
                .Select(endpoint => endpoint with { Interfaces = endpoint.Interfaces.Where(id => interfaces.Any(each => each.Id == id)).ToEquatableArray() })
                .Where(endpoint => endpoint.Kind == VpcEndpointKind.Gateway || endpoint.Interfaces.Count > 0)
                .ToEquatableArray(),
            EndpointServices = topology.EndpointServices
                .Where(service => service.Vpc != gone)
                .Select(service => service with
                {
                    GatewayLoadBalancers = service.GatewayLoadBalancers.Where(id => balancers.Any(balancer => balancer.Id == id)).ToEquatableArray(),
                    LoadBalancers = service.LoadBalancers
                        .Where(id => id != gone && topology.LoadBalancers.Any(balancer => balancer.Id == id && balancer.Nodes.Any(node => interfaces.Any(each => each.Id == node))))
                        .ToEquatableArray(),
                })
                .ToEquatableArray(),
            LoadBalancers = topology.LoadBalancers
                .Where(balancer => balancer.Id != gone)
                .Select(balancer => balancer with { Nodes = balancer.Nodes.Where(id => interfaces.Any(each => each.Id == id)).ToEquatableArray() })
                .Where(balancer => balancer.Nodes.Count > 0)
                .ToEquatableArray(),
            GatewayLoadBalancers = balancers,
            TargetGroups = topology.TargetGroups
                .Where(group => group.Vpc != gone)
                .Select(group => group with
                {
                    Targets = group.Targets.Where(target => target.Interface is not { } id || interfaces.Any(each => each.Id == id)).ToEquatableArray(),
                })
                .ToEquatableArray(),
            Hybrid = WithKnownPeers(hybrid, interfaces, transit),

            // No packet depends on a name, or on what is expected.
            Names = DomainNames.None,
            Intents = [],
            ElasticAddresses = topology.ElasticAddresses.Where(elastic => elastic.Id != gone).ToEquatableArray(),
            NetworkAcls = topology.NetworkAcls.Where(acl => acl.Vpc != gone).ToEquatableArray(),
            Instances = topology.Instances
                .Select(instance => instance with
                {
                    Interfaces = instance.Interfaces.Where(id => interfaces.Any(each => each.Id == id)).ToEquatableArray(),
                })
                .Where(instance => instance.Interfaces.Count > 0)
                .ToEquatableArray(),
            RouteTables = topology.RouteTables
                .Where(table => table.Vpc != gone)
                .Select(table => table with
                {
                    Routes = table.Routes.Where(route => targets.Contains(route.Target.Value)).ToEquatableArray(),
                    Propagations = table.Propagations.Where(each => targets.Contains(each.Value)).ToEquatableArray(),
                    RouteServers = table.RouteServers.Where(each => servers.Any(server => server.Id == each.Value)).ToEquatableArray(),
                })
                .ToEquatableArray(),
            SecurityGroups = groups
                .Select(group => group with { Ingress = Known(group.Ingress), Egress = Known(group.Egress) })
                .ToEquatableArray(),
        }, gone);

        bool IsKept(VpcEndpoint endpoint) => endpoint.Id != gone && endpoint.Vpc != gone
            && topology.EndpointServices.All(service => service.Id != endpoint.Service.Value || service.Vpc != gone);

        EquatableArray<SecurityGroupRule> Known(EquatableArray<SecurityGroupRule> rules) => rules
            .Where(rule => rule.Peer.Value.Group is not { } referenced || groups.Any(group => group.Id == referenced))
            .ToEquatableArray();
    }

    /// <summary>The endpoint without associations that have no subnet any more, and without their clients.</summary>
    static ClientVpnEndpoint Without(ClientVpnEndpoint endpoint, ElementId gone, HashSet<ElementId> keptSubnets)
    {
        var associations = endpoint.Associations.Where(association => keptSubnets.Contains(association.Subnet)).ToEquatableArray();
        return endpoint with
        {
            Associations = associations,
            Clients = endpoint.Clients
                .Where(client => client.Id != gone && (endpoint.TransitGateway is not null || associations.Any(association => association.Id == client.Association)))
                .ToEquatableArray(),
        };
    }

    /// <summary>The attachments without Connect attachments whose transport is gone.</summary>
    static EquatableArray<TransitGatewayAttachment> AsTransported(this List<TransitGatewayAttachment> attachments) => attachments
        .Where(attachment => attachment.Kind != TransitGatewayAttachmentKind.Connect || attachments.Exists(each => each.Id == attachment.Resource))
        .ToEquatableArray();

    /// <summary>The transit gateway without attachments that have no subnet any more.</summary>
    static TransitGateway Without(TransitGateway gateway, HashSet<ElementId> keptSubnets, HashSet<ElementId> keptGateways)
    {
        var attachments = gateway.Attachments
            .Select(attachment => attachment with
            {
                Subnets = attachment.Subnets.Where(subnet => keptSubnets.Contains(subnet.Value)).ToEquatableArray(),
            })
            .Where(attachment => attachment.Subnets.Count > 0 || (attachment.Vpc is null && (keptGateways.Contains(attachment.Resource) || attachment.Kind == TransitGatewayAttachmentKind.Connect)))
            .ToList()
            .AsTransported();
        return gateway with
        {
            Attachments = attachments,
            RouteTables = gateway.RouteTables
                .Select(table => table with
                {
                    Propagations = table.Propagations.Where(each => attachments.Any(attachment => attachment.Id == each.Value)).ToEquatableArray(),
                    Routes = table.Routes
                        .Where(route => route.Attachment is not { } id || attachments.Any(attachment => attachment.Id == id))
                        .ToEquatableArray(),
                })
                .ToEquatableArray(),
        };
    }
}
