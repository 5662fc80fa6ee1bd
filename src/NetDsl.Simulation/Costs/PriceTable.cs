namespace NetDsl.Simulation.Costs;

/// <summary>
/// The prices that hold unless others are given. Those of the specification (interconnect section 5, cost parameters) stand as it has them; where it is silent, the list
/// price of us-east-1 as we know it, with the page to look it up on. They are quotations and change: whoever decides by a bill gives the prices of the day.
/// </summary>
internal static class PriceTable
{
    private const string Specification = "specification, I-5";
    private const string Vpc = "Amazon VPC pricing";
    private const string PrivateLink = "AWS PrivateLink pricing";
    private const string Balancing = "Elastic Load Balancing pricing";
    private const string DataTransfer = "Amazon EC2 on-demand pricing, data transfer";
    private const string DirectConnect = "AWS Direct Connect pricing";

    public static readonly PricedItem NatGatewayHour = Hour("natGatewayHour", 0.045m, "a NAT gateway; a regional one in each of its zones", Vpc);
    public static readonly PricedItem NatGatewayGigabyte = Gigabyte("natGatewayGb", 0.045m, "processed by a NAT gateway, in either direction", Vpc);

    public static readonly PricedItem TransitGatewayAttachmentHour = Hour("transitGatewayAttachmentHour", 0.05m, "an attachment of a transit gateway", Specification);
    public static readonly PricedItem TransitGatewayGigabyte = Gigabyte("transitGatewayGb", 0.02m, "sent into a transit gateway; the sender's attachment pays", Specification);

    public static readonly PricedItem VpnConnectionHour = Hour("vpnConnectionHour", 0.05m, "a VPN connection", Specification);
    public static readonly PricedItem ClientVpnAssociationHour = Hour("clientVpnAssociationHour", 0.10m, "an association of a Client VPN endpoint", Specification);
    public static readonly PricedItem ClientVpnConnectionHour = Hour("clientVpnConnectionHour", 0.05m, "a client that is connected", Specification);

    public static readonly PricedItem InternetOutGigabyte = Gigabyte("internetOutGb", 0.09m, "out to the internet, to sites by VPN over it included", Specification);
    public static readonly PricedItem DirectConnectOutGigabyte = Gigabyte("directConnectOutGb", 0.02m, "out to a site by Direct Connect, by VPN over it included", Specification);
    public static readonly PricedItem DataInGigabyte = Gigabyte("dataInGb", 0m, "in from the internet and from sites", Specification);

    public static readonly PricedItem CrossZoneGigabyte = Gigabyte("crossZoneGb", 0.01m, "between zones of a region, once for each of the two ends", DataTransfer);
    public static readonly PricedItem PeeringCrossZoneGigabyte = Gigabyte("peeringCrossZoneGb", 0.01m, "the same over a peering connection", Specification);
    public static readonly PricedItem PublicAddressGigabyte = Gigabyte("publicAddressGb", 0.01m, "between public addresses of a region, once for each of the two ends", DataTransfer);
    public static readonly PricedItem InterRegionGigabyte = Gigabyte("interRegionGb", 0.02m, "to another region, however it gets there; the sender pays", DataTransfer);

    public static readonly PricedItem InterfaceEndpointHour = Hour("interfaceEndpointHour", 0.01m, "an interface endpoint, in each of its zones", PrivateLink);
    public static readonly PricedItem InterfaceEndpointGigabyte = Gigabyte("interfaceEndpointGb", 0.01m, "processed by an interface endpoint, in either direction", PrivateLink);
    public static readonly PricedItem GatewayLoadBalancerEndpointHour = Hour("gatewayLoadBalancerEndpointHour", 0.01m, "a Gateway Load Balancer endpoint", PrivateLink);
    public static readonly PricedItem GatewayLoadBalancerEndpointGigabyte = Gigabyte("gatewayLoadBalancerEndpointGb", 0.0035m, "processed by a Gateway Load Balancer endpoint", PrivateLink);

    public static readonly PricedItem LoadBalancerHour = Hour("loadBalancerHour", 0.0225m, "a network load balancer", Balancing);
    public static readonly PricedItem LoadBalancerGigabyte = Gigabyte("loadBalancerGb", 0.006m, "processed by a network load balancer: a capacity unit, by its bytes alone", Balancing);
    public static readonly PricedItem GatewayLoadBalancerHour = Hour("gatewayLoadBalancerHour", 0.0125m, "a Gateway Load Balancer, in each of its zones", Balancing);
    public static readonly PricedItem GatewayLoadBalancerGigabyte = Gigabyte("gatewayLoadBalancerGb", 0.004m, "processed by a Gateway Load Balancer: a capacity unit, by its bytes alone", Balancing);

    public static readonly PricedItem AcceleratorHour = Hour("acceleratorHour", 0.025m, "an accelerator", Specification);
    public static readonly PricedItem AcceleratorGigabyte = Gigabyte("acceleratorGb", 0.015m, "through an accelerator, in its busier direction alone", "AWS Global Accelerator pricing, within North America");

    public static readonly PricedItem PublicIpv4Hour = Hour("publicIpv4Hour", 0.005m, "a public IPv4 address, used or not", Vpc);
    public static readonly PricedItem RouteServerEndpointHour = Hour("routeServerEndpointHour", 0.75m, "an endpoint of a route server", Vpc);
    public static readonly PricedItem ResolverInterfaceHour = Hour("resolverInterfaceHour", 0.125m, "an interface of an inbound resolver endpoint", "Amazon Route 53 pricing");

    private static readonly (int SpeedMbps, PricedItem Item)[] Dedicated =
    [
        (1_000, Hour("directConnectPort1GHour", 0.30m, "a Direct Connect port of 1 Gbit/s", Specification)),
        (10_000, Hour("directConnectPort10GHour", 2.25m, "a Direct Connect port of 10 Gbit/s", Specification)),
        (100_000, Hour("directConnectPort100GHour", 22.50m, "a Direct Connect port of 100 Gbit/s", Specification)),
        (400_000, Hour("directConnectPort400GHour", 85.00m, "a Direct Connect port of 400 Gbit/s", DirectConnect)),
    ];

    private static readonly (int SpeedMbps, PricedItem Item)[] Hosted =
    [
        (50, Hour("directConnectHosted50MHour", 0.03m, "a hosted connection of 50 Mbit/s", Specification)),
        (100, Hour("directConnectHosted100MHour", 0.06m, "a hosted connection of up to 100 Mbit/s", DirectConnect)),
        (200, Hour("directConnectHosted200MHour", 0.08m, "a hosted connection of up to 200 Mbit/s", DirectConnect)),
        (300, Hour("directConnectHosted300MHour", 0.12m, "a hosted connection of up to 300 Mbit/s", DirectConnect)),
        (400, Hour("directConnectHosted400MHour", 0.16m, "a hosted connection of up to 400 Mbit/s", DirectConnect)),
        (500, Hour("directConnectHosted500MHour", 0.20m, "a hosted connection of up to 500 Mbit/s", DirectConnect)),
        (1_000, Hour("directConnectHosted1GHour", 0.33m, "a hosted connection of up to 1 Gbit/s", DirectConnect)),
        (2_000, Hour("directConnectHosted2GHour", 0.66m, "a hosted connection of up to 2 Gbit/s", DirectConnect)),
        (5_000, Hour("directConnectHosted5GHour", 1.65m, "a hosted connection of up to 5 Gbit/s", DirectConnect)),
        (10_000, Hour("directConnectHosted10GHour", 2.48m, "a hosted connection of up to 10 Gbit/s", DirectConnect)),
        (25_000, Hour("directConnectHosted25GHour", 6.20m, "a hosted connection of up to 25 Gbit/s", DirectConnect)),
    ];

    public static readonly IReadOnlyList<PricedItem> All =
    [
        NatGatewayHour, NatGatewayGigabyte,
        TransitGatewayAttachmentHour, TransitGatewayGigabyte,
        VpnConnectionHour, ClientVpnAssociationHour, ClientVpnConnectionHour,
        .. Dedicated.Select(port => port.Item), .. Hosted.Select(port => port.Item),
        InternetOutGigabyte, DirectConnectOutGigabyte, DataInGigabyte,
        CrossZoneGigabyte, PeeringCrossZoneGigabyte, PublicAddressGigabyte, InterRegionGigabyte,
        InterfaceEndpointHour, InterfaceEndpointGigabyte, GatewayLoadBalancerEndpointHour, GatewayLoadBalancerEndpointGigabyte,
        LoadBalancerHour, LoadBalancerGigabyte, GatewayLoadBalancerHour, GatewayLoadBalancerGigabyte,
        AcceleratorHour, AcceleratorGigabyte,
        PublicIpv4Hour, RouteServerEndpointHour, ResolverInterfaceHour,
    ];

    /// <summary>The price of a port: that of the smallest speed with a price that is enough.</summary>
    public static PricedItem PortHour(int speedMbps, bool isHosted)
    {
        var ports = isHosted ? Hosted : Dedicated;
        return ports.FirstOrDefault(port => port.SpeedMbps >= speedMbps, ports[^1]).Item;
    }

    private static PricedItem Hour(string name, decimal price, string meaning, string source) => new(name, PriceUnit.Hour, price, meaning, source);

    private static PricedItem Gigabyte(string name, decimal price, string meaning, string source) => new(name, PriceUnit.Gigabyte, price, meaning, source);
}
