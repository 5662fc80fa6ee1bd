namespace NetDsl.Model;

/// <summary>How messages name the kinds of elements.</summary>
public static class ElementKinds
{
    private static readonly Dictionary<string, ElementKind> ByCode =
        Enum.GetValues(typeof(ElementKind)).Cast<ElementKind>().ToDictionary(Code, StringComparer.Ordinal);

    /// <summary>The kind in words, such as <c>route table</c>.</summary>
    public static string Text(ElementKind kind) => kind switch
    {
        ElementKind.Account => "account",
        ElementKind.Region => "region",
        ElementKind.Vpc => "VPC",
        ElementKind.Subnet => "subnet",
        ElementKind.RouteTable => "route table",
        ElementKind.InternetGateway => "internet gateway",
        ElementKind.NatGateway => "NAT gateway",
        ElementKind.EgressOnlyInternetGateway => "egress-only internet gateway",
        ElementKind.ElasticAddress => "elastic IP address",
        ElementKind.SecurityGroup => "security group",
        ElementKind.NetworkAcl => "network ACL",
        ElementKind.Instance => "instance",
        ElementKind.NetworkInterface => "network interface",
        ElementKind.Peering => "peering connection",
        ElementKind.TransitGateway => "transit gateway",
        ElementKind.TransitGatewayAttachment => "transit gateway attachment",
        ElementKind.TransitGatewayRouteTable => "transit gateway route table",
        ElementKind.LoadBalancer => "network load balancer",
        ElementKind.TargetGroup => "target group",
        ElementKind.AutoScalingGroup => "auto scaling group",
        ElementKind.Site => "site",
        ElementKind.SiteHost => "site host",
        ElementKind.CustomerGateway => "customer gateway",
        ElementKind.VpnGateway => "virtual private gateway",
        ElementKind.VpnConnection => "VPN connection",
        ElementKind.DirectConnectConnection => "Direct Connect connection",
        ElementKind.DirectConnectLag => "link aggregation group",
        ElementKind.VirtualInterface => "virtual interface",
        ElementKind.DirectConnectGateway => "Direct Connect gateway",
        ElementKind.PrefixList => "prefix list",
        ElementKind.PublicService => "public service",
        ElementKind.VpcEndpoint => "VPC endpoint",
        ElementKind.EndpointService => "endpoint service",
        ElementKind.ClientVpnEndpoint => "Client VPN endpoint",
        ElementKind.ClientVpnAssociation => "Client VPN association",
        ElementKind.VpnClient => "VPN client",
        ElementKind.PrivateHostedZone => "private hosted zone",
        ElementKind.ResolverRule => "resolver rule",
        ElementKind.InboundResolverEndpoint => "inbound resolver endpoint",
        ElementKind.Accelerator => "accelerator",
        ElementKind.InternetClient => "internet client",
        ElementKind.RegionalNatGateway => "regional NAT gateway",
        ElementKind.RouteServer => "route server",
        ElementKind.RouteServerEndpoint => "route server endpoint",
        ElementKind.RouteServerPeer => "route server peer",
        ElementKind.GatewayLoadBalancer => "Gateway Load Balancer",
        ElementKind.ConnectPeer => "Connect peer",
        ElementKind.VpnConcentrator => "VPN concentrator",
        ElementKind.NetworkFunction => "network function",
        _ => kind.ToString(),
    };

    /// <summary>The kind in words with its article, such as <c>an instance</c>.</summary>
    public static string TextWithArticle(ElementKind kind) =>
        kind is ElementKind.Account or ElementKind.InternetGateway or ElementKind.ElasticAddress or ElementKind.Instance
            or ElementKind.AutoScalingGroup or ElementKind.EndpointService or ElementKind.InboundResolverEndpoint
            or ElementKind.EgressOnlyInternetGateway or ElementKind.Accelerator or ElementKind.InternetClient
            ? $"an {Text(kind)}"
            : $"a {Text(kind)}";

    /// <summary>The kind that machine output names so; nothing when there is none.</summary>
    /// <param name="code">For example <c>route-table</c>.</param>
    public static ElementKind? OfCode(string code) => ByCode.TryGetValue(code, out var kind) ? kind : null;

    /// <summary>The kind as machine output names it, such as <c>route-table</c>.</summary>
    public static string Code(ElementKind kind) => Text(kind) switch
    {
        "VPC" => "vpc",
        "VPC endpoint" => "vpc-endpoint",
        "NAT gateway" => "nat-gateway",
        "regional NAT gateway" => "regional-nat-gateway",
        "elastic IP address" => "elastic-ip",
        "network ACL" => "network-acl",
        "peering connection" => "peering",
        "VPN connection" => "vpn-connection",
        "VPN concentrator" => "vpn-concentrator",
        "Direct Connect connection" => "direct-connect-connection",
        "Direct Connect gateway" => "direct-connect-gateway",
        "Client VPN endpoint" => "client-vpn-endpoint",
        "Client VPN association" => "client-vpn-association",
        "VPN client" => "vpn-client",
        "Gateway Load Balancer" => "gateway-load-balancer",
        "Connect peer" => "connect-peer",
        var text => text.Replace(' ', '-'),
    };
}
