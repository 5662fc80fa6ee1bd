namespace NetDsl.Model;

/// <summary>Which kinds of elements intents can speak of.</summary>
public static class IntentElements
{
    /// <summary>What sends, or holds what does; it receives, too.</summary>
    public static IReadOnlyList<ElementKind> Senders { get; } =
    [
        ElementKind.Instance, ElementKind.NetworkInterface, ElementKind.AutoScalingGroup, ElementKind.Subnet, ElementKind.Vpc,
        ElementKind.Site, ElementKind.SiteHost, ElementKind.ClientVpnEndpoint, ElementKind.VpnClient, ElementKind.InternetClient,
    ];

    /// <summary>What has an address, whether or not it sends anything by itself. Of VPC endpoints only those with interfaces have one.</summary>
    public static IReadOnlyList<ElementKind> Receivers { get; } =
    [
        .. Senders, ElementKind.LoadBalancer, ElementKind.NatGateway, ElementKind.RegionalNatGateway, ElementKind.VpcEndpoint,
        ElementKind.Accelerator, ElementKind.PublicService,
    ];

    /// <summary>What packets pass on their way. Instances and their interfaces do only if they forward.</summary>
    public static IReadOnlyList<ElementKind> Stations { get; } =
    [
        ElementKind.Instance, ElementKind.NetworkInterface,
        ElementKind.InternetGateway, ElementKind.EgressOnlyInternetGateway, ElementKind.NatGateway, ElementKind.RegionalNatGateway,
        ElementKind.Peering, ElementKind.TransitGateway, ElementKind.TransitGatewayAttachment, ElementKind.NetworkFunction,
        ElementKind.LoadBalancer, ElementKind.GatewayLoadBalancer, ElementKind.VpcEndpoint, ElementKind.Accelerator,
        ElementKind.VpnGateway, ElementKind.VpnConnection, ElementKind.VpnConcentrator, ElementKind.ConnectPeer, ElementKind.VirtualInterface, ElementKind.DirectConnectGateway,
    ];
}
