using NetDsl.Model;

namespace NetDsl.Generators.Emission;

/// <summary>A kind of elements that have handles, and the class that holds them.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="ClassName">The name of the class.</param>
/// <param name="Plural">The kind in words, in the plural.</param>
internal sealed record HandleKind(ElementKind Kind, string ClassName, string Plural)
{
    /// <summary>All of them, from the outside of a network inwards.</summary>
    public static IReadOnlyList<HandleKind> All { get; } =
    [
        new(ElementKind.Account, "Accounts", "accounts"),
        new(ElementKind.Region, "Regions", "regions"),
        new(ElementKind.Vpc, "Vpcs", "VPCs"),
        new(ElementKind.Subnet, "Subnets", "subnets"),
        new(ElementKind.RouteTable, "RouteTables", "route tables"),
        new(ElementKind.InternetGateway, "InternetGateways", "internet gateways"),
        new(ElementKind.NatGateway, "NatGateways", "NAT gateways"),
        new(ElementKind.EgressOnlyInternetGateway, "EgressOnlyInternetGateways", "egress-only internet gateways"),
        new(ElementKind.RegionalNatGateway, "RegionalNatGateways", "regional NAT gateways"),
        new(ElementKind.RouteServer, "RouteServers", "route servers"),
        new(ElementKind.RouteServerEndpoint, "RouteServerEndpoints", "route server endpoints"),
        new(ElementKind.RouteServerPeer, "RouteServerPeers", "route server peers"),
        new(ElementKind.ElasticAddress, "ElasticAddresses", "elastic IP addresses"),
        new(ElementKind.SecurityGroup, "SecurityGroups", "security groups"),
        new(ElementKind.NetworkAcl, "NetworkAcls", "network ACLs"),
        new(ElementKind.Instance, "Instances", "instances"),
        new(ElementKind.NetworkInterface, "Interfaces", "network interfaces"),
        new(ElementKind.PrefixList, "PrefixLists", "prefix lists"),
        new(ElementKind.Peering, "Peerings", "peering connections"),
        new(ElementKind.TransitGateway, "TransitGateways", "transit gateways"),
        new(ElementKind.TransitGatewayAttachment, "TransitGatewayAttachments", "transit gateway attachments"),
        new(ElementKind.ClientVpnEndpoint, "ClientVpnEndpoints", "Client VPN endpoints"),
        new(ElementKind.ClientVpnAssociation, "ClientVpnAssociations", "Client VPN associations"),
        new(ElementKind.VpnClient, "VpnClients", "VPN clients"),
        new(ElementKind.NetworkFunction, "NetworkFunctions", "network functions"),
        new(ElementKind.TransitGatewayRouteTable, "TransitGatewayRouteTables", "transit gateway route tables"),
        new(ElementKind.LoadBalancer, "LoadBalancers", "network load balancers"),
        new(ElementKind.TargetGroup, "TargetGroups", "target groups"),
        new(ElementKind.PublicService, "PublicServices", "public services"),
        new(ElementKind.VpcEndpoint, "VpcEndpoints", "VPC endpoints"),
        new(ElementKind.EndpointService, "EndpointServices", "endpoint services"),
        new(ElementKind.GatewayLoadBalancer, "GatewayLoadBalancers", "Gateway Load Balancers"),
        new(ElementKind.AutoScalingGroup, "AutoScalingGroups", "Auto Scaling groups"),
        new(ElementKind.Accelerator, "Accelerators", "accelerators"),
        new(ElementKind.InternetClient, "InternetClients", "internet clients"),
        new(ElementKind.PrivateHostedZone, "PrivateHostedZones", "private hosted zones"),
        new(ElementKind.ResolverRule, "ResolverRules", "resolver rules"),
        new(ElementKind.InboundResolverEndpoint, "InboundResolverEndpoints", "inbound resolver endpoints"),
        new(ElementKind.Site, "Sites", "sites"),
        new(ElementKind.SiteHost, "SiteHosts", "hosts of sites"),
        new(ElementKind.CustomerGateway, "CustomerGateways", "customer gateways"),
        new(ElementKind.VpnGateway, "VpnGateways", "virtual private gateways"),
        new(ElementKind.VpnConnection, "VpnConnections", "VPN connections"),
        new(ElementKind.VpnConcentrator, "VpnConcentrators", "VPN concentrators"),
        new(ElementKind.DirectConnectConnection, "DirectConnectConnections", "Direct Connect connections"),
        new(ElementKind.DirectConnectLag, "DirectConnectLags", "link aggregation groups"),
        new(ElementKind.VirtualInterface, "VirtualInterfaces", "virtual interfaces"),
        new(ElementKind.DirectConnectGateway, "DirectConnectGateways", "Direct Connect gateways"),
        new(ElementKind.ConnectPeer, "ConnectPeers", "Connect peers"),
    ];

    /// <summary>Whether flows start and end at elements of this kind, so that a handle is an endpoint.</summary>
    public bool IsEndpoint => Kind is ElementKind.Instance or ElementKind.NetworkInterface or ElementKind.LoadBalancer
        or ElementKind.PublicService or ElementKind.VpcEndpoint or ElementKind.SiteHost or ElementKind.VpnClient
        or ElementKind.Accelerator or ElementKind.InternetClient;
}
