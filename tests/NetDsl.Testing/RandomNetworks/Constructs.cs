using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

/// <summary>What packets depend on, and how a network shows that it has it: faults are where two of these meet.</summary>
public static class Constructs
{
    static readonly IReadOnlyList<(string Name, Func<Topology, bool> IsIn)> All =
    [
        ("two regions", topology => topology.Regions.Count > 1),
        ("a partner's account", topology => topology.Vpcs.Select(vpc => vpc.Account).Distinct().Count() > 1),
        ("rules of another year", topology => topology.Profile != SemanticsProfile.Current),
        ("secondary block", topology => topology.Vpcs.Any(vpc => vpc.Blocks.Count > 1)),
        ("network ACL", topology => topology.Subnets.Any(subnet => topology.Vpcs.All(vpc => vpc.DefaultNetworkAcl != subnet.NetworkAcl))),
        ("reference to a group", topology => Rules(topology).Any(rule => rule.Peer.Value.Group is not null)),
        ("groups that filter egress", topology => topology.SecurityGroups.Any(group => group.Egress.All(rule => rule.Peer.Value.Prefix is not { Length: 0 }))),
        ("type of ICMP", topology => Spoken(topology).Any(traffic => traffic.Protocol.IsIcmp && traffic.DestinationPorts != PortRange.All)),
        ("internet gateway", topology => topology.InternetGateways.Any(gateway => gateway.Vpc is not null)),
        ("gateway route table", topology => topology.InternetGateways.Any(gateway => gateway.RouteTable is not null)),
        ("elastic address", topology => topology.ElasticAddresses.Any(elastic => elastic.Holder is not null)),
        ("brought range that is not advertised", topology => topology.ElasticAddresses.Any(elastic => !elastic.IsAdvertised)),
        ("block of public access", topology => topology.Regions.Any(region => region.BlockPublicAccess != BlockPublicAccessMode.Off)),
        ("public NAT gateway", topology => topology.NatGateways.Any(nat => nat.PublicAddress is not null)),
        ("private NAT gateway", topology => topology.NatGateways.Any(nat => nat.PublicAddress is null)),
        ("NAT gateway of several addresses", topology => topology.NatGateways.Any(nat => nat.SecondaryAddresses.Count > 0)),
        ("regional NAT gateway", topology => topology.RegionalNatGateways.Count > 0),
        ("router", topology => Forwards(topology, HostForwarding.Stateless)),
        ("firewall", topology => Forwards(topology, HostForwarding.Stateful)),
        ("NAT instance", topology => Forwards(topology, HostForwarding.Translating)),
        ("route to a host", topology => Routes(topology).Any(route => route.Target.Value.Kind == ElementKind.NetworkInterface)),
        ("blackhole", topology => Routes(topology).Any(route => route.IsBlackhole)),
        ("prefix list", topology => Routes(topology).Any(route => route.PrefixList is not null)),
        ("route server", topology => topology.RouteServers.Count > 0),
        ("peering", topology => topology.Peerings.Any(peering => peering.IsActive)),
        ("transit gateway", topology => Attachments(topology).Any(each => each is { Vpc: not null, IsAvailable: true })),
        ("appliance mode", topology => Attachments(topology).Any(each => each.ApplianceMode)),
        ("transit gateway peering", topology => Has(topology, TransitGatewayAttachmentKind.Peering)),
        ("prefix list of a transit gateway", topology => topology.TransitGateways.Any(gateway => gateway.RouteTables.Any(table => table.Routes.Any(route => route.PrefixList is not null)))),
        ("virtual private gateway", topology => topology.Hybrid.VpnGateways.Any(gateway => gateway.Vpc is not null)),
        ("table of a virtual private gateway", topology => topology.Hybrid.VpnGateways.Any(gateway => gateway.RouteTable is not null)),
        ("VPN with static routes", topology => topology.Hybrid.VpnConnections.Any(vpn => vpn.Routing == VpnRouting.Static)),
        ("VPN with BGP", topology => topology.Hybrid.VpnConnections.Any(vpn => vpn.Routing == VpnRouting.Dynamic)),
        ("VPN of a transit gateway", topology => Has(topology, TransitGatewayAttachmentKind.Vpn)),
        ("private virtual interface", topology => Has(topology, VirtualInterfaceKind.Private)),
        ("transit virtual interface", topology => Has(topology, VirtualInterfaceKind.Transit)),
        ("public virtual interface", topology => Has(topology, VirtualInterfaceKind.Public)),
        ("link aggregation group", topology => topology.Hybrid.Lags.Count > 0),
        ("Direct Connect of a transit gateway", topology => Has(topology, TransitGatewayAttachmentKind.DirectConnectGateway)),
        ("VPN over Direct Connect", topology => Has(topology, TransitGatewayAttachmentKind.PrivateIpVpn)),
        ("VPN concentrator", topology => Has(topology, TransitGatewayAttachmentKind.VpnConcentrator)),
        ("network function", topology => Has(topology, TransitGatewayAttachmentKind.NetworkFunction)),
        ("Connect", topology => topology.Hybrid.ConnectPeers.Count > 0),
        ("Client VPN of a VPC", topology => topology.ClientVpnEndpoints.Any(endpoint => endpoint.Vpc is not null && endpoint.Clients.Count > 0)),
        ("Client VPN of a transit gateway", topology => Has(topology, TransitGatewayAttachmentKind.ClientVpn)),
        ("Client VPN with IPv6", topology => topology.ClientVpnEndpoints.Any(endpoint => endpoint.IpAddressType != IpAddressType.Ipv4 && endpoint.Clients.Count > 0)),
        ("gateway endpoint", topology => Has(topology, VpcEndpointKind.Gateway)),
        ("interface endpoint", topology => topology.VpcEndpoints.Any(each => each.Kind == VpcEndpointKind.Interface && each.Service.Value.Kind == ElementKind.PublicService)),
        ("PrivateLink", topology => topology.VpcEndpoints.Any(each => each.Kind == VpcEndpointKind.Interface && each.Service.Value.Kind == ElementKind.EndpointService)),
        ("endpoint policy", topology => topology.VpcEndpoints.Any(each => each.Policy is not null)),
        ("policy of resources", topology => topology.PublicServices.Any(service => service.ResourcePolicies.Count > 0)),
        ("Gateway Load Balancer", topology => Has(topology, VpcEndpointKind.GatewayLoadBalancer)),
        ("load balancer of the internet", topology => topology.LoadBalancers.Any(balancer => balancer.Scheme == LoadBalancerScheme.InternetFacing)),
        ("internal load balancer", topology => topology.LoadBalancers.Any(balancer => balancer.Scheme == LoadBalancerScheme.Internal)),
        ("load balancing across zones", topology => topology.LoadBalancers.Any(balancer => balancer.CrossZone)),
        ("client's address kept", topology => topology.TargetGroups.Any(group => group.PreservesClientAddress && group.Targets.Count > 0)),
        ("client's address replaced", topology => topology.TargetGroups.Any(group => !group.PreservesClientAddress && group.Targets.Count > 0)),
        ("accelerator", topology => topology.Accelerators.Any(accelerator => accelerator.Listeners.Count > 0)),
        ("accelerator of two families", topology => topology.Accelerators.Any(accelerator => accelerator.IsDualstack && accelerator.Listeners.Count > 0)),
        ("custom routing", topology => topology.Accelerators.Any(accelerator => accelerator.CustomRouting is { } routing && routing.Listeners.Any(listener => listener.Groups.Any(group => group.Subnets.Count > 0)))),
        ("Local Zone", topology => topology.Subnets.Any(subnet => LocalZone.IsName(subnet.Zone.Value))),
        ("IPv6", topology => topology.Vpcs.Any(vpc => vpc.Ipv6Blocks.Count > 0)),
        ("subnet without IPv4", topology => topology.Subnets.Any(subnet => subnet.IsIpv6Only)),
        ("egress-only internet gateway", topology => Routes(topology).Any(route => route.Target.Value.Kind == ElementKind.EgressOnlyInternetGateway)),
        ("NAT64", topology => Routes(topology).Any(route => route.Destination.Value == Nat64.Prefix)),
        ("DNS64", topology => topology.Subnets.Any(subnet => subnet.Dns64)),
        ("load balancer of two families", topology => topology.LoadBalancers.Any(balancer => balancer.IpAddressType == IpAddressType.Dualstack)),
        ("endpoint with IPv6", topology => topology.VpcEndpoints.Any(each => each.Kind == VpcEndpointKind.Interface && each.IpAddressType != IpAddressType.Ipv4)),
        ("gateway endpoint with IPv6", topology => topology.VpcEndpoints.Any(each => each.Kind == VpcEndpointKind.Gateway && each.IpAddressType != IpAddressType.Ipv4)),
    ];

    /// <summary>The names of all.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(each => each.Name)];

    /// <summary>The places in <see cref="Names"/> of those that a network has, rising.</summary>
    public static IReadOnlyList<int> In(Topology topology) => [.. Enumerable.Range(0, All.Count).Where(place => All[place].IsIn(topology))];

    static IEnumerable<SecurityGroupRule> Rules(Topology topology) => topology.SecurityGroups.SelectMany(group => group.Ingress.Concat(group.Egress));

    static IEnumerable<TrafficSelector> Spoken(Topology topology) => Rules(topology).Select(rule => rule.Traffic)
        .Concat(topology.NetworkAcls.SelectMany(acl => acl.Inbound.Concat(acl.Outbound)).Select(entry => entry.Traffic));

    static IEnumerable<Route> Routes(Topology topology) => topology.RouteTables.SelectMany(table => table.Routes);

    static IEnumerable<TransitGatewayAttachment> Attachments(Topology topology) => topology.TransitGateways.SelectMany(gateway => gateway.Attachments);

    static bool Has(Topology topology, TransitGatewayAttachmentKind kind) => Attachments(topology).Any(each => each.Kind == kind);

    static bool Has(Topology topology, VirtualInterfaceKind kind) => topology.Hybrid.VirtualInterfaces.Any(each => each.Kind == kind);

    static bool Has(Topology topology, VpcEndpointKind kind) => topology.VpcEndpoints.Any(each => each.Kind == kind);

    static bool Forwards(Topology topology, HostForwarding forwarding) => topology.Instances.Any(instance => instance.Forwarding == forwarding);
}
