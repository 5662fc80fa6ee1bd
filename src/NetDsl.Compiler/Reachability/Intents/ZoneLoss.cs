using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Intents;

/// <summary>A network in which everything in a zone is gone, and everything else has noticed. Source: "Availability Zones", AWS Fault Isolation Boundaries.</summary>
internal static class ZoneLoss
{
    /// <summary>
    /// The network without what is in the zone: routes to its NAT gateways, hosts and endpoints lead nowhere, balancers and accelerators send to nobody there, attachments of
    /// transit gateways have no interface there. Hosts of the zone stay described; nobody asks about them.
    /// </summary>
    public static Topology Without(Topology topology, AvailabilityZone zone)
    {
        var parties = new IntentParties(topology);
        var subnets = new HashSet<ElementId>(topology.Subnets.Where(subnet => parties.ZoneOf(subnet).Id == zone.Id).Select(subnet => subnet.Id));
        var interfaces = topology.NetworkInterfaces.Where(each => subnets.Contains(each.Subnet)).ToDictionary(each => each.Id);
        var addresses = new HashSet<(ElementId Vpc, Addressing.IpAddress Address)>(interfaces.Values
            .Select(each => (topology.Subnets.First(subnet => subnet.Id == each.Subnet).Vpc, each.PrivateAddress)));
        var regional = topology.RegionalNatGateways
            .Select(gateway => gateway with { Zones = gateway.Zones.Where(each => !IsLost(gateway, each.Zone)).ToEquatableArray() })
            .ToEquatableArray();
        var gone = new HashSet<ElementId>(interfaces.Keys
            .Concat(topology.NatGateways.Where(gateway => subnets.Contains(gateway.Subnet)).Select(gateway => gateway.Id))
            .Concat(regional.Where(gateway => gateway.Zones.Count == 0).Select(gateway => gateway.Id))
            .Concat(topology.VpcEndpoints
                .Where(endpoint => endpoint.Interfaces.Count > 0 && endpoint.Interfaces.All(interfaces.ContainsKey))
                .Select(endpoint => endpoint.Id)));
        return topology with
        {
            RouteTables = Each(topology.RouteTables, table => table with
            {
                Routes = Each(table.Routes, route => gone.Contains(route.Target.Value)
                    ? route with { Target = new Sourced<ElementId>(table.Id, route.Target.Origin) }
                    : route),
            }),
            RegionalNatGateways = regional,
            NetworkInterfaces = topology.NetworkInterfaces.Where(each => each.ManagedBy is null || !interfaces.ContainsKey(each.Id)).ToEquatableArray(),
            LoadBalancers = Each(topology.LoadBalancers, balancer => balancer with { Nodes = Left(balancer.Nodes) }),
            TargetGroups = Each(topology.TargetGroups, group => group with
            {
                Targets = group.Targets.Where(target => !IsTargetLost(group, target)).ToEquatableArray(),
            }),
            GatewayLoadBalancers = Each(topology.GatewayLoadBalancers, balancer => balancer with
            {
                Nodes = Left(balancer.Nodes),
                Targets = balancer.Targets.Where(target => !interfaces.ContainsKey(target.Interface)).ToEquatableArray(),
            }),
            VpcEndpoints = Each(topology.VpcEndpoints, endpoint => endpoint with { Interfaces = Left(endpoint.Interfaces) }),
            TransitGateways = Each(topology.TransitGateways, gateway => gateway with { Attachments = Each(gateway.Attachments, Attachment) }),
            Accelerators = Each(topology.Accelerators, accelerator => accelerator with
            {
                Listeners = Each(accelerator.Listeners, Listener),
                CustomRouting = accelerator.CustomRouting is { } routing ? new CustomRouting(Each(routing.Listeners, CustomRoutingListener)) : null,
            }),
            ClientVpnEndpoints = Each(topology.ClientVpnEndpoints, endpoint => endpoint with
            {
                Associations = endpoint.Associations.Where(association => !subnets.Contains(association.Subnet)).ToEquatableArray(),
            }),
        };

        bool IsLost(RegionalNatGateway gateway, string name)
        {
            var vpc = topology.Vpcs.First(each => each.Id == gateway.Vpc);
            return topology.Accounts.First(account => account.Id == vpc.Account).ZoneIdOf(name) == zone.Id;
        }

        bool IsTargetLost(TargetGroup group, Target target) =>
            (target.Interface is { } named && interfaces.ContainsKey(named))
            || (target.Address is { } address && addresses.Contains((group.Vpc, address)));

        AcceleratorListener Listener(AcceleratorListener listener) => listener with
        {
            Groups = Each(listener.Groups, group => group with { Endpoints = group.Endpoints.Where(each => !IsEndpointLost(each.Target)).ToEquatableArray() }),
        };

        // Ports lead where they did: only the traffic to what is gone is lost.
        CustomRoutingListener CustomRoutingListener(CustomRoutingListener listener) => listener with
        {
            Groups = Each(listener.Groups, group => group with
            {
                Subnets = Each(group.Subnets, each => subnets.Contains(each.Subnet) ? each with { AllowsAllTraffic = false, Allowed = [] } : each),
            }),
        };

        bool IsEndpointLost(ElementId target) => target.Kind switch
        {
            ElementKind.Instance => interfaces.ContainsKey(topology.Instances.First(each => each.Id == target).Interfaces[0]),
            ElementKind.ElasticAddress => topology.ElasticAddresses.First(each => each.Id == target).Holder is { } holder && gone.Contains(holder),
            _ => topology.LoadBalancers.First(each => each.Id == target).Nodes.All(interfaces.ContainsKey),
        };

        EquatableArray<ElementId> Left(EquatableArray<ElementId> all) => all.Where(each => !interfaces.ContainsKey(each)).ToEquatableArray();

        TransitGatewayAttachment Attachment(TransitGatewayAttachment attachment)
        {
            var left = attachment.Subnets.Where(subnet => !subnets.Contains(subnet.Value)).ToEquatableArray();
            return attachment with
            {
                Subnets = left,
                State = attachment.Vpc is not null && left.Count == 0 ? TransitGatewayAttachmentState.Deleted : attachment.State,
            };
        }
    }

    private static EquatableArray<T> Each<T>(EquatableArray<T> items, Func<T, T> change) => items.Select(change).ToEquatableArray();
}
