using NetDsl.Addressing;
using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Testing.RandomNetworks;

/// <summary>Engines that get one thing wrong: a right engine with a network in which that thing is otherwise. Comparisons have to find them.</summary>
public static class WrongEngines
{
    static readonly NetworkAclEntry AllowAll =
        new(1, AclAction.Allow, AllTraffic, new Sourced<IpPrefix>(IpPrefix.AllIpv4, Origin.None), Origin.None);

    static readonly Dictionary<string, Func<Topology, Topology>> Faults = new()
    {
        ["network ACLs allow everything"] = topology => topology with
        {
            NetworkAcls = Each(topology.NetworkAcls, acl => acl with { Inbound = [AllowAll], Outbound = [AllowAll] }),
        },
        ["the highest entry of an ACL decides"] = topology => topology with
        {
            NetworkAcls = Each(topology.NetworkAcls, acl => acl with
            {
                Inbound = Each(acl.Inbound, entry => entry with { Number = -entry.Number }),
                Outbound = Each(acl.Outbound, entry => entry with { Number = -entry.Number }),
            }),
        },
        ["ingress references match nothing"] = topology => topology with
        {
            SecurityGroups = Each(topology.SecurityGroups, group => group with { Ingress = ByPrefix(group.Ingress) }),
        },
        ["egress references match nothing"] = topology => topology with
        {
            SecurityGroups = Each(topology.SecurityGroups, group => group with { Egress = ByPrefix(group.Egress) }),
        },
        ["policies of resources are not asked"] = topology => topology with
        {
            PublicServices = Each(topology.PublicServices, service => service with { ResourcePolicies = [] }),
        },
        ["types of ICMP do not matter"] = topology => topology with
        {
            SecurityGroups = Each(topology.SecurityGroups, group => group with
            {
                Ingress = Each(group.Ingress, rule => rule with { Traffic = OfAnyType(rule.Traffic) }),
                Egress = Each(group.Egress, rule => rule with { Traffic = OfAnyType(rule.Traffic) }),
            }),
            NetworkAcls = Each(topology.NetworkAcls, acl => acl with
            {
                Inbound = Each(acl.Inbound, entry => entry with { Traffic = OfAnyType(entry.Traffic) }),
                Outbound = Each(acl.Outbound, entry => entry with { Traffic = OfAnyType(entry.Traffic) }),
            }),
        },
        ["egress is not filtered"] = topology => topology with
        {
            SecurityGroups = Each(topology.SecurityGroups, group => group with
            {
                Egress = [new SecurityGroupRule(
                    AllTraffic, new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(Ipv4Prefix.All), Origin.None), Origin.None)],
            }),
        },
        ["groups may always be referenced across a transit gateway"] = topology => topology with
        {
            TransitGateways = Each(topology.TransitGateways, gateway => gateway with { SecurityGroupReferencing = true }),
        },
        ["pending peerings carry traffic"] = topology => topology with
        {
            Peerings = Each(topology.Peerings, peering => peering with { Status = PeeringStatus.Active }),
        },
        ["regions do not matter to references"] = topology => topology with
        {
            Vpcs = Each(topology.Vpcs, vpc => vpc with { Region = topology.Regions[0].Id }),
        },
        ["transit gateways propagate nothing"] = topology => topology with
        {
            TransitGateways = Each(topology.TransitGateways, gateway => gateway with
            {
                RouteTables = Each(gateway.RouteTables, table => table with { Propagations = [] }),
            }),
        },
        ["transit gateways have no blackholes"] = topology => topology with
        {
            TransitGateways = Each(topology.TransitGateways, gateway => gateway with
            {
                RouteTables = Each(gateway.RouteTables, table => table with
                {
                    Routes = table.Routes.Where(route => !route.IsBlackhole).ToEquatableArray(),
                }),
            }),
        },
        ["transit gateways know no prefix lists"] = topology => topology with
        {
            TransitGateways = Each(topology.TransitGateways, gateway => gateway with
            {
                RouteTables = Each(gateway.RouteTables, table => table with
                {
                    Routes = table.Routes.Where(route => route.PrefixList is null).ToEquatableArray(),
                }),
            }),
        },
        ["there is no appliance mode"] = topology => WithAttachments(topology, attachment => attachment with { ApplianceMode = false }),
        ["attachments always carry packets"] = topology => WithAttachments(
            topology, attachment => attachment with { State = TransitGatewayAttachmentState.Available }),
        ["transit gateways are not peered"] = topology => WithAttachments(topology, attachment =>
            attachment.Vpc is null ? attachment with { State = TransitGatewayAttachmentState.Deleted } : attachment),
        ["secondary blocks are forgotten"] = topology => topology with
        {
            Vpcs = Each(topology.Vpcs, vpc => vpc with { Blocks = [vpc.Blocks[0]] }),
        },
        ["there is one zone"] = topology => topology with
        {
            Subnets = Each(topology.Subnets, subnet => subnet with { Zone = new Sourced<string>("a", Origin.None) }),
        },
        ["there is no IPv6"] = topology => topology with
        {
            Vpcs = Each(topology.Vpcs, vpc => vpc with { Ipv6Blocks = [], UnadvertisedIpv6Blocks = [] }),
        },
        ["gateway endpoints lead IPv4 only"] = topology => topology with
        {
            VpcEndpoints = Each(topology.VpcEndpoints, endpoint => endpoint.Kind == VpcEndpointKind.Gateway ? endpoint with { IpAddressType = IpAddressType.Ipv4 } : endpoint),
        },
        ["Local Zones hang on nothing"] = topology => topology with
        {
            Regions = Each(topology.Regions, region => region with { LocalZones = Each(region.LocalZones, zone => zone with { Parent = "" }) }),
        },
        ["accelerators are of IPv4"] = topology => topology with
        {
            Accelerators = Each(topology.Accelerators, accelerator => accelerator with { Ipv6Addresses = [] }),
        },
        ["custom routing allows everything"] = topology => WithCustomRouting(topology, group => group with
        {
            Subnets = Each(group.Subnets, subnet => subnet with { AllowsAllTraffic = true }),
        }),
        ["custom routing speaks TCP and UDP everywhere"] = topology => WithCustomRouting(topology, group => group with
        {
            Destinations = Each(group.Destinations, destination => destination with { Protocols = CustomRoutingProtocols.TcpAndUdp }),
        }),
        ["custom routing gives ports to the last subnet first"] = topology => WithCustomRouting(topology, group => group with
        {
            Subnets = group.Subnets.Reverse().ToEquatableArray(),
        }),
        ["all IPv6 blocks are advertised"] = topology => topology with
        {
            Vpcs = Each(topology.Vpcs, vpc => vpc with { UnadvertisedIpv6Blocks = [] }),
        },
        ["egress-only gateways are not there"] = topology => WithoutRoutes(
            topology with { EgressOnlyInternetGateways = [] }, route => route.Target.Value.Kind == ElementKind.EgressOnlyInternetGateway),
        ["there is no NAT64"] = topology => WithoutRoutes(topology, route => route.Destination.Value == Nat64.Prefix),
        ["there is no DNS64"] = topology => topology with
        {
            Subnets = Each(topology.Subnets, subnet => subnet with { Dns64 = false }),
        },
        ["attachments carry no IPv6"] = topology => WithAttachments(topology, attachment => attachment with { Ipv6Support = false }),
        ["all VPN goes over the internet"] = topology => WithVpn(topology, connection => connection with { Transport = null }),
        ["network functions let nothing through"] = topology => WithAttachments(topology, attachment =>
            attachment.Kind == TransitGatewayAttachmentKind.NetworkFunction ? attachment with { Association = null } : attachment),
        ["Client VPN endpoints of transit gateways carry nothing"] = topology => WithAttachments(topology, attachment =>
            attachment.Kind == TransitGatewayAttachmentKind.ClientVpn ? attachment with { State = TransitGatewayAttachmentState.Deleted } : attachment),
        ["clients are not propagated"] = topology => topology with
        {
            TransitGateways = Each(topology.TransitGateways, gateway => gateway with
            {
                RouteTables = Each(gateway.RouteTables, table => table with
                {
                    Propagations = table.Propagations
                        .Where(propagation => gateway.Attachments.Any(each => each.Id == propagation.Value && each.Kind != TransitGatewayAttachmentKind.ClientVpn))
                        .ToEquatableArray(),
                }),
            }),
        },
        ["everybody is authorized"] = topology => topology with
        {
            ClientVpnEndpoints = Each(topology.ClientVpnEndpoints, endpoint => endpoint with
            {
                Rules = Each(endpoint.Rules, rule => rule with { Group = null }),
            }),
        },
        ["Client VPN endpoints carry IPv4 only"] = topology => topology with
        {
            ClientVpnEndpoints = Each(topology.ClientVpnEndpoints, endpoint => endpoint with
            {
                ClientIpv6Prefix = null,
                Clients = Each(endpoint.Clients, client => client with { Ipv6Address = null }),
            }),
        },
        ["associations of Client VPN endpoints have no groups"] = topology => topology with
        {
            ClientVpnEndpoints = Each(topology.ClientVpnEndpoints, endpoint => endpoint with { SecurityGroups = [] }),
        },
        ["VPN concentrators take one site"] = topology => topology with
        {
            Hybrid = topology.Hybrid with
            {
                VpnConnections = topology.Hybrid.VpnConnections
                    .Where(vpn => vpn.Concentrator is not { } shared || vpn == topology.Hybrid.VpnConnections.First(each => each.Concentrator == shared))
                    .ToEquatableArray(),
            },
        },
        ["VPN connections carry IPv4 only"] = topology => WithVpn(topology, connection => connection with { CarriesIpv6 = false }),
        ["internet gateways reach internal load balancers and endpoints over IPv6"] = topology => topology with
        {
            NetworkInterfaces = Each(topology.NetworkInterfaces, each => each with { DeniesInternetGatewayTraffic = false }),
        },
        ["all targets are spoken to in IPv4"] = topology => topology with
        {
            TargetGroups = Each(topology.TargetGroups, group => group with { IpAddressType = IpAddressType.Ipv4 }),
        },
        ["load balancers and endpoints have no IPv6"] = topology => topology with
        {
            NetworkInterfaces = Each(topology.NetworkInterfaces, each => each.Translates && each.PrivateAddress.IsIpv4 ? each with { Ipv6Addresses = [] } : each),
            TargetGroups = Each(topology.TargetGroups, group => group with { Targets = group.IpAddressType == IpAddressType.Ipv6 ? [] : group.Targets }),
        },
        ["nothing forwards"] = topology => topology with
        {
            Instances = Each(topology.Instances, instance => instance with { Forwarding = HostForwarding.None }),
        },
        ["firewalls are routers"] = topology => topology with
        {
            Instances = Each(topology.Instances, instance => instance.Forwarding == HostForwarding.Stateful ? instance with { Forwarding = HostForwarding.Stateless } : instance),
        },
        ["nat instances are routers"] = topology => topology with
        {
            Instances = Each(topology.Instances, instance => instance.Forwarding == HostForwarding.Translating ? instance with { Forwarding = HostForwarding.Stateless } : instance),
        },
        ["interfaces check nothing"] = topology => topology with
        {
            NetworkInterfaces = Each(topology.NetworkInterfaces, each => each with { SourceDestinationCheck = false }),
        },
        ["private NAT gateways are public"] = topology => topology with
        {
            NatGateways = Each(topology.NatGateways, nat => nat with { PublicAddress = nat.PublicAddress ?? new Ipv4Address(0xC6120001) }),
        },
        ["unattached internet gateways are attached"] = topology => topology with
        {
            InternetGateways = Each(topology.InternetGateways, gateway => gateway with { Vpc = gateway.Vpc ?? (topology.Vpcs.Count == 0 ? null : topology.Vpcs[0].Id) }),
        },
        ["gateway load balancers stay in their zone"] = topology => WithGatewayLoadBalancers(topology, balancer => balancer with { CrossZone = false }),
        ["gateway load balancers look at addresses only"] = topology => WithGatewayLoadBalancers(
            topology, balancer => balancer with { Stickiness = FlowStickiness.TwoTuple }),
        ["all appliances of gateway load balancers are healthy"] = topology => WithGatewayLoadBalancers(
            topology, balancer => balancer with { Targets = Each(balancer.Targets, target => target with { IsHealthy = true }) }),
        ["gateway load balancers know one appliance"] = topology => WithGatewayLoadBalancers(
            topology, balancer => balancer with { Targets = balancer.Targets.Take(1).ToEquatableArray() }),
        ["there are no Connect peers"] = topology => topology with { Hybrid = topology.Hybrid with { ConnectPeers = [] } },
        ["Connect peers do not fail"] = topology => WithConnectPeers(topology, peer => peer with { IsUp = true }),
        ["Connect peers are of the gateway's system"] = topology => WithConnectPeers(topology, peer => peer with { Asn = TransitGateway.DefaultAsn }),
        ["Connect peers make no path longer"] = topology => WithConnectPeers(topology, peer => peer with { Policy = peer.Policy with { Prepends = 0 } }),
    };

    /// <summary>What they get wrong.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Faults.Keys];

    /// <summary>The network that one of them sees.</summary>
    public static Topology Seen(string fault, Topology topology) => Faults[fault](topology);

    static Topology WithoutRoutes(Topology topology, Func<Route, bool> gone) => topology with
    {
        RouteTables = Each(topology.RouteTables, table => table with { Routes = table.Routes.Where(route => !gone(route)).ToEquatableArray() }),
    };

    /// <summary>Seen by an engine to which every attachment of VPN is like every other: only the way differs, and not the place.</summary>
    public static Topology WithVpnAlike(Topology topology) =>
        WithAttachments(topology, attachment => attachment.IsVpn ? attachment with { Kind = TransitGatewayAttachmentKind.Vpn } : attachment);

    static Topology WithAttachments(Topology topology, Func<TransitGatewayAttachment, TransitGatewayAttachment> change) => topology with
    {
        TransitGateways = Each(topology.TransitGateways, gateway => gateway with { Attachments = Each(gateway.Attachments, change) }),
    };

    static Topology WithGatewayLoadBalancers(Topology topology, Func<GatewayLoadBalancer, GatewayLoadBalancer> change) =>
        topology with { GatewayLoadBalancers = Each(topology.GatewayLoadBalancers, change) };

    static Topology WithVpn(Topology topology, Func<VpnConnection, VpnConnection> change) =>
        topology with { Hybrid = topology.Hybrid with { VpnConnections = Each(topology.Hybrid.VpnConnections, change) } };

    static Topology WithConnectPeers(Topology topology, Func<ConnectPeer, ConnectPeer> change) =>
        topology with { Hybrid = topology.Hybrid with { ConnectPeers = Each(topology.Hybrid.ConnectPeers, change) } };

    static Topology WithCustomRouting(Topology topology, Func<CustomRoutingEndpointGroup, CustomRoutingEndpointGroup> change) => topology with
    {
        Accelerators = Each(topology.Accelerators, accelerator => accelerator.CustomRouting is not { } routing ? accelerator : accelerator with
        {
            CustomRouting = new CustomRouting(Each(routing.Listeners, listener => listener with { Groups = Each(listener.Groups, change) })),
        }),
    };

    static EquatableArray<T> Each<T>(EquatableArray<T> items, Func<T, T> change) => items.Select(change).ToEquatableArray();

    static TrafficSelector OfAnyType(TrafficSelector traffic) => traffic.Protocol.IsIcmp ? traffic with { DestinationPorts = PortRange.All } : traffic;

    static EquatableArray<SecurityGroupRule> ByPrefix(EquatableArray<SecurityGroupRule> rules) =>
        rules.Where(rule => rule.Peer.Value.Prefix is not null).ToEquatableArray();
}
