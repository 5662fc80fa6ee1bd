namespace NetDsl;

/// <summary>
/// Which rules of the vendor a network is judged by: one property a rule that changed since the talk of 2018 that this product
/// starts from. <see cref="Current"/> is what holds unless <see cref="NetworkBuilder.Profile"/> says otherwise; any rule can be
/// set alone, as in <c>SemanticsProfile.Current with { ApplianceMode = false }</c>. What is equal is the same profile.
/// </summary>
/// <remarks>Source: the vendor's guides that each property names, and the notes of the talk "Another Day, Another Billion Flows".</remarks>
public sealed record SemanticsProfile
{
    /// <summary>The vendor's rules of today.</summary>
    public static SemanticsProfile Current { get; } = new();

    /// <summary>The rules as the talk told them, about 2018.</summary>
    public static SemanticsProfile Talk2018 { get; } = new()
    {
        GroupReferencesOverTransitGateway = GroupReferencesOverTransitGateway.Never,
        GroupsInSeveralVpcs = false,
        GroupsSharedWithParticipants = false,
        NitroV6TcpEstablishedSeconds = 432_000,
        RoutesMoreSpecificThanLocal = false,
        GatewayRouteTables = false,
        EndpointTargetsInVpnGatewayTables = false,
        RegionalNatGateways = false,
        PrivateNatGateways = false,
        RouteServers = false,
        NatGatewayGigabitsPerSecond = 10,
        NatGatewayPacketsPerSecond = 0,
        BlockPublicAccess = false,
        FlowLogVersion = 2,
        FlowLogsToStreams = false,
        FlowLogFilesNeedRole = true,
        FlowLogFilePerInterface = true,
        LoadBalancerGroups = false,
        LoadBalancerIdleTimeoutSettable = false,
        InterfaceEndpointGigabitsPerSecond = 40,
        EndpointsAcrossRegions = false,
        InterfaceEndpointPolicies = false,
        DualStackGatewayEndpoints = false,
        InterfaceEndpointsOfStorage = false,
        MappingMayMiss = true,
        ApplianceMode = false,
        TransitGatewayVpcGigabitsPerSecond = 50,
        TransitGatewayOtherGigabitsPerSecond = 50,
        TransitGatewayPathMtuDiscovery = false,
        InterRegionPeeringMtu = 1500,
        LargeVpnTunnels = false,
        VpnConcentrators = false,
        VpnOverIpv6 = false,
        FastestDirectConnectGigabits = 10,
        ClientVpnIpv6 = false,
        ClientVpnOnTransitGateways = false,
        AcceleratorPreservesClientsOfLoadBalancers = false,
        Quotas = QuotaProfile.Talk2018,
    };

    /// <summary>Whether rules match groups of a peered VPC. Source: "Update your security groups to reference peer security groups", Amazon VPC Peering Guide.</summary>
    public GroupReferencesOverPeering GroupReferencesOverPeering { get; init; } = GroupReferencesOverPeering.SameRegion;

    /// <summary>Whether rules match groups behind a transit gateway that allows it. Source: "Amazon VPC attachments", Amazon VPC Transit Gateways guide.</summary>
    public GroupReferencesOverTransitGateway GroupReferencesOverTransitGateway { get; init; } = GroupReferencesOverTransitGateway.Inbound;

    /// <summary>Whether a new security group of a VPC with IPv6 lets all IPv6 out too, as the default group does. Source: "Default security groups for your VPCs", Amazon VPC User Guide.</summary>
    public bool NewGroupsLetIpv6Out { get; init; } = true;

    /// <summary>Whether IPv6 blocks of a VPC may be /44 to /60 and prefixes of subnets /44 to /64, in steps of four; else they are /56 and /64. Source: "VPC CIDR blocks", Amazon VPC User Guide.</summary>
    public bool Ipv6PrefixesInSteps { get; init; }

    /// <summary>Whether a security group may be associated with further VPCs of its region. Source: "AssociateSecurityGroupVpc", Amazon EC2 API.</summary>
    public bool GroupsInSeveralVpcs { get; init; } = true;

    /// <summary>Whether a participant of a shared VPC may use a group that the owner shares. Source: "Share security groups", Amazon VPC User Guide.</summary>
    public bool GroupsSharedWithParticipants { get; init; } = true;

    /// <summary>Seconds after which an idle TCP connection is forgotten on the newest instances; others keep 432,000. Source: "ConnectionTrackingConfiguration", Amazon EC2 API.</summary>
    public int NitroV6TcpEstablishedSeconds { get; init; } = 350;

    /// <summary>Whether a route may be more specific than the local one. Source: "Subnet route tables", Amazon VPC User Guide.</summary>
    public bool RoutesMoreSpecificThanLocal { get; init; } = true;

    /// <summary>Whether a route table may stand at a gateway, for what enters the VPC. Source: "Gateway route tables", Amazon VPC User Guide.</summary>
    public bool GatewayRouteTables { get; init; } = true;

    /// <summary>Whether the table of a virtual private gateway may lead to a Gateway Load Balancer endpoint. Source: "Gateway route tables", Amazon VPC User Guide.</summary>
    public bool EndpointTargetsInVpnGatewayTables { get; init; } = true;

    /// <summary>Whether a NAT gateway may serve all zones of a VPC. Source: "Regional NAT gateways", Amazon VPC User Guide.</summary>
    public bool RegionalNatGateways { get; init; } = true;

    /// <summary>Whether a NAT gateway may be without a public address. Source: "NAT gateways", Amazon VPC User Guide.</summary>
    public bool PrivateNatGateways { get; init; } = true;

    /// <summary>Whether a route server can install what appliances tell by BGP. Source: "Dynamic routing in your VPC using VPC Route Server", Amazon VPC User Guide.</summary>
    public bool RouteServers { get; init; } = true;

    /// <summary>What a NAT gateway scales up to, in gigabits per second. Source: "NAT gateway basics", Amazon VPC User Guide.</summary>
    public int NatGatewayGigabitsPerSecond { get; init; } = 100;

    /// <summary>What a NAT gateway scales up to, in packets per second; 0 where nothing is said. Source: "NAT gateway basics", Amazon VPC User Guide.</summary>
    public int NatGatewayPacketsPerSecond { get; init; } = 10_000_000;

    /// <summary>Whether VPCs can block public access. Source: "BlockPublicAccessStates", Amazon EC2 API.</summary>
    public bool BlockPublicAccess { get; init; } = true;

    /// <summary>The highest version of flow log fields. Source: "Flow log records", Amazon VPC User Guide.</summary>
    public int FlowLogVersion { get; init; } = 10;

    /// <summary>Whether flow logs can go to a delivery stream, beside log groups and buckets. Source: "Publish flow logs", Amazon VPC User Guide.</summary>
    public bool FlowLogsToStreams { get; init; } = true;

    /// <summary>Whether flow logs in a bucket need a role of their own rather than a policy of the bucket. Source: "Publish flow logs to Amazon S3", Amazon VPC User Guide, and the talk.</summary>
    public bool FlowLogFilesNeedRole { get; init; }

    /// <summary>Whether a bucket gets a file for each interface rather than for each flow log. Source: "Publish flow logs to Amazon S3", Amazon VPC User Guide, and the talk.</summary>
    public bool FlowLogFilePerInterface { get; init; }

    /// <summary>Whether a network load balancer can have security groups. Source: "Security groups for your Network Load Balancer", Network Load Balancers guide.</summary>
    public bool LoadBalancerGroups { get; init; } = true;

    /// <summary>Whether the idle timeout of a TCP listener can be set. Source: "Update the TCP idle timeout", Network Load Balancers guide.</summary>
    public bool LoadBalancerIdleTimeoutSettable { get; init; } = true;

    /// <summary>What an interface endpoint scales up to in one zone, in gigabits per second. Source: "AWS PrivateLink quotas".</summary>
    public int InterfaceEndpointGigabitsPerSecond { get; init; } = 100;

    /// <summary>Whether an interface endpoint can reach a service of another region that allows it. Source: "Create a service powered by AWS PrivateLink".</summary>
    public bool EndpointsAcrossRegions { get; init; } = true;

    /// <summary>Whether interface endpoints have policies too. Source: "Control access to VPC endpoints", AWS PrivateLink guide, and the talk.</summary>
    public bool InterfaceEndpointPolicies { get; init; } = true;

    /// <summary>Whether a gateway endpoint can carry IPv6. Source: "AWS PrivateLink for Amazon S3", Amazon S3 User Guide.</summary>
    public bool DualStackGatewayEndpoints { get; init; } = true;

    /// <summary>Whether S3 and DynamoDB have interface endpoints too. Source: "AWS PrivateLink for Amazon S3", Amazon S3 User Guide.</summary>
    public bool InterfaceEndpointsOfStorage { get; init; } = true;

    /// <summary>Whether a host may have to ask the mapping service for a packet's destination; today it knows all beforehand. Source: the talk.</summary>
    public bool MappingMayMiss { get; init; }

    /// <summary>Whether an attachment can keep both directions of a flow in one zone. Source: "Amazon VPC attachments", Amazon VPC Transit Gateways guide.</summary>
    public bool ApplianceMode { get; init; } = true;

    /// <summary>What the attachment of a VPC carries, in gigabits per second: in each zone today, in all of it then. Source: "Quotas", Amazon VPC Transit Gateways guide.</summary>
    public int TransitGatewayVpcGigabitsPerSecond { get; init; } = 100;

    /// <summary>What a peering or Direct Connect attachment carries, in gigabits per second. Source: "Quotas", Amazon VPC Transit Gateways guide.</summary>
    public int TransitGatewayOtherGigabitsPerSecond { get; init; } = 100;

    /// <summary>Whether a transit gateway tells the sender of a packet that is too large. Source: "Quotas", Amazon VPC Transit Gateways guide.</summary>
    public bool TransitGatewayPathMtuDiscovery { get; init; } = true;

    /// <summary>The largest packet over a peering connection between regions, in bytes. Source: "How VPC peering connections work", Amazon VPC Peering Guide.</summary>
    public int InterRegionPeeringMtu { get; init; } = 8500;

    /// <summary>Whether a VPN tunnel can carry 5 rather than 1.25 gigabits per second. Source: "Tunnel options", AWS Site-to-Site VPN guide.</summary>
    public bool LargeVpnTunnels { get; init; } = true;

    /// <summary>Whether VPN connections of many sites can share an attachment of a transit gateway. Source: "Quotas", AWS Site-to-Site VPN guide.</summary>
    public bool VpnConcentrators { get; init; } = true;

    /// <summary>What a tunnel of a VPN concentrator carries, in megabits per second. Source: "Quotas", AWS Site-to-Site VPN guide.</summary>
    public int VpnConcentratorTunnelMegabitsPerSecond { get; init; } = 100;

    /// <summary>Whether the outside of a VPN tunnel can be IPv6. Source: "IPv4 and IPv6 traffic", AWS Site-to-Site VPN guide.</summary>
    public bool VpnOverIpv6 { get; init; } = true;

    /// <summary>The fastest port of Direct Connect, in gigabits per second. Source: "Quotas", AWS Direct Connect User Guide.</summary>
    public int FastestDirectConnectGigabits { get; init; } = 400;

    /// <summary>Whether a Client VPN endpoint carries IPv6. Source: "What is AWS Client VPN?".</summary>
    public bool ClientVpnIpv6 { get; init; } = true;

    /// <summary>Whether a Client VPN endpoint can be attached to a transit gateway. Source: "Transit Gateway associations", AWS Client VPN guide.</summary>
    public bool ClientVpnOnTransitGateways { get; init; } = true;

    /// <summary>Whether an accelerator can keep the client's address towards a network load balancer that has security groups. Source: "Preserve client IP addresses", AWS Global Accelerator guide.</summary>
    public bool AcceleratorPreservesClientsOfLoadBalancers { get; init; } = true;

    /// <summary>How many of each thing the vendor allows.</summary>
    public QuotaProfile Quotas { get; init; } = QuotaProfile.Current;

    /// <summary>Its name where it is one of the two that have one, else <c>Custom</c>.</summary>
    public override string ToString() => Equals(Current) ? nameof(Current) : Equals(Talk2018) ? nameof(Talk2018) : "Custom";
}

/// <summary>When a rule matches a group of a peered VPC.</summary>
public enum GroupReferencesOverPeering
{
    /// <summary>In ingress and egress rules, over an active connection within one region.</summary>
    SameRegion,

    /// <summary>Never: prefixes are written instead. The talk says this too.</summary>
    Never,
}

/// <summary>When a rule matches a group of a VPC that only a transit gateway joins.</summary>
public enum GroupReferencesOverTransitGateway
{
    /// <summary>In ingress rules, within one region, when the gateway and both attachments allow it.</summary>
    Inbound,

    /// <summary>Never.</summary>
    Never,
}
