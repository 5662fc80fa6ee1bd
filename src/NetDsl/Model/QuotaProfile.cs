namespace NetDsl;

/// <summary>
/// How many of each thing the vendor allows: what an account has unless it asked for more, so that a network that was given more
/// says so with <c>SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { VpcsPerRegion = 100 } }</c>.
/// </summary>
/// <remarks>
/// Source: "Amazon VPC quotas", "Quotas" of the guides of transit gateways, Site-to-Site VPN, Direct Connect, Client VPN, Network
/// Load Balancers, AWS PrivateLink and Global Accelerator.
/// </remarks>
public sealed record QuotaProfile
{
    /// <summary>The vendor's defaults of today.</summary>
    public static QuotaProfile Current { get; } = new();

    /// <summary>What differed at the time of the talk.</summary>
    public static QuotaProfile Talk2018 { get; } = new()
    {
        StaticRoutesPerRouteTable = 50,
        AddressesPerNatGateway = 1,
        TransitGatewaysPerDirectConnectGateway = 3,
        MostPrefixesPerVirtualInterface = 100,
    };

    /// <summary>VPCs of an account in one region.</summary>
    public int VpcsPerRegion { get; init; } = 5;

    /// <summary>IPv4 blocks of a VPC, the primary one included.</summary>
    public int Ipv4BlocksPerVpc { get; init; } = 5;

    /// <summary>IPv6 blocks of a VPC.</summary>
    public int Ipv6BlocksPerVpc { get; init; } = 5;

    /// <summary>Subnets of a VPC.</summary>
    public int SubnetsPerVpc { get; init; } = 200;

    /// <summary>Internet gateways of an account in one region.</summary>
    public int InternetGatewaysPerRegion { get; init; } = 5;

    /// <summary>Egress-only internet gateways of an account in one region.</summary>
    public int EgressOnlyInternetGatewaysPerRegion { get; init; } = 5;

    /// <summary>Route tables of a VPC.</summary>
    public int RouteTablesPerVpc { get; init; } = 200;

    /// <summary>Static routes of a route table, of each address family.</summary>
    public int StaticRoutesPerRouteTable { get; init; } = 500;

    /// <summary>Propagated routes of a route table.</summary>
    public int PropagatedRoutesPerRouteTable { get; init; } = 100;

    /// <summary>Prefix lists of an account in one region.</summary>
    public int PrefixListsPerRegion { get; init; } = 100;

    /// <summary>Entries of a prefix list.</summary>
    public int EntriesPerPrefixList { get; init; } = 1000;

    /// <summary>Elastic addresses of an account in one region.</summary>
    public int ElasticAddressesPerRegion { get; init; } = 5;

    /// <summary>NAT gateways of an account in one zone.</summary>
    public int NatGatewaysPerZone { get; init; } = 5;

    /// <summary>Private addresses of a NAT gateway, the primary one included.</summary>
    public int AddressesPerNatGateway { get; init; } = 8;

    /// <summary>Elastic addresses of a public NAT gateway; the vendor raises it up to the number of private addresses.</summary>
    public int ElasticAddressesPerNatGateway { get; init; } = 2;

    /// <summary>Interfaces of an account in one region.</summary>
    public int NetworkInterfacesPerRegion { get; init; } = 5000;

    /// <summary>Network ACLs of a VPC.</summary>
    public int NetworkAclsPerVpc { get; init; } = 200;

    /// <summary>Entries of a network ACL, in each direction, of each address family.</summary>
    public int RulesPerNetworkAcl { get; init; } = 20;

    /// <summary>Security groups of an account in one region.</summary>
    public int SecurityGroupsPerRegion { get; init; } = 2500;

    /// <summary>Rules of a security group, in each direction, of each address family.</summary>
    public int RulesPerSecurityGroup { get; init; } = 60;

    /// <summary>Security groups of an interface.</summary>
    public int SecurityGroupsPerNetworkInterface { get; init; } = 5;

    /// <summary>Active peering connections of a VPC.</summary>
    public int PeeringsPerVpc { get; init; } = 50;

    /// <summary>Accounts that subnets of a VPC are shared with.</summary>
    public int ParticipantsPerVpc { get; init; } = 100;

    /// <summary>Subnets that are shared with one account.</summary>
    public int SharedSubnetsPerAccount { get; init; } = 100;

    /// <summary>Transit gateways of an account in one region.</summary>
    public int TransitGatewaysPerRegion { get; init; } = 5;

    /// <summary>Transit gateways that a VPC is attached to.</summary>
    public int TransitGatewaysPerVpc { get; init; } = 5;

    /// <summary>Attachments of a transit gateway.</summary>
    public int AttachmentsPerTransitGateway { get; init; } = 5000;

    /// <summary>Route tables of a transit gateway.</summary>
    public int RouteTablesPerTransitGateway { get; init; } = 20;

    /// <summary>Routes in all tables of a transit gateway.</summary>
    public int RoutesPerTransitGateway { get; init; } = 10_000;

    /// <summary>Peering attachments of a transit gateway.</summary>
    public int PeeringsPerTransitGateway { get; init; } = 50;

    /// <summary>Blocks of a transit gateway's own.</summary>
    public int CidrBlocksPerTransitGateway { get; init; } = 5;

    /// <summary>Peers of a Connect attachment of a transit gateway.</summary>
    public int PeersPerConnectAttachment { get; init; } = 4;

    /// <summary>Routes that a transit gateway takes from a Connect peer.</summary>
    public int LearnedRoutesPerConnectPeer { get; init; } = 1000;

    /// <summary>Direct Connect gateways that a transit gateway is associated with.</summary>
    public int DirectConnectGatewaysPerTransitGateway { get; init; } = 20;

    /// <summary>Virtual private gateways of an account in one region.</summary>
    public int VpnGatewaysPerRegion { get; init; } = 5;

    /// <summary>Customer gateways of an account in one region.</summary>
    public int CustomerGatewaysPerRegion { get; init; } = 50;

    /// <summary>VPN connections of an account in one region.</summary>
    public int VpnConnectionsPerRegion { get; init; } = 50;

    /// <summary>VPN connections of a virtual private gateway.</summary>
    public int VpnConnectionsPerVpnGateway { get; init; } = 10;

    /// <summary>Sites with VPN connections to a VPN concentrator.</summary>
    public int SitesPerVpnConcentrator { get; init; } = 100;

    /// <summary>Routes that a virtual private gateway takes from a customer gateway.</summary>
    public int LearnedRoutesPerVpnGateway { get; init; } = 100;

    /// <summary>Routes that a transit gateway takes from a customer gateway.</summary>
    public int LearnedRoutesPerTransitGatewayVpn { get; init; } = 1000;

    /// <summary>Direct Connect gateways of an account.</summary>
    public int DirectConnectGatewaysPerAccount { get; init; } = 200;

    /// <summary>Virtual private gateways of a Direct Connect gateway.</summary>
    public int VpnGatewaysPerDirectConnectGateway { get; init; } = 20;

    /// <summary>Transit gateways of a Direct Connect gateway.</summary>
    public int TransitGatewaysPerDirectConnectGateway { get; init; } = 6;

    /// <summary>Virtual interfaces of a Direct Connect gateway.</summary>
    public int VirtualInterfacesPerDirectConnectGateway { get; init; } = 30;

    /// <summary>Virtual interfaces of a dedicated connection.</summary>
    public int VirtualInterfacesPerConnection { get; init; } = 51;

    /// <summary>Transit virtual interfaces of a dedicated connection.</summary>
    public int TransitVirtualInterfacesPerConnection { get; init; } = 4;

    /// <summary>Prefixes that a private or transit virtual interface takes, of each address family; one more and the session goes down.</summary>
    public int PrefixesPerVirtualInterface { get; init; } = 100;

    /// <summary>Prefixes that a public virtual interface takes, of each address family; one more and the session goes down.</summary>
    public int PrefixesPerPublicVirtualInterface { get; init; } = 1000;

    /// <summary>What the number of prefixes of a virtual interface can be raised to.</summary>
    public int MostPrefixesPerVirtualInterface { get; init; } = 1000;

    /// <summary>Prefixes that a Direct Connect gateway advertises for one transit gateway.</summary>
    public int AllowedPrefixesPerTransitGateway { get; init; } = 200;

    /// <summary>Client VPN endpoints of an account in one region.</summary>
    public int ClientVpnEndpointsPerRegion { get; init; } = 5;

    /// <summary>Authorization rules of a Client VPN endpoint.</summary>
    public int AuthorizationRulesPerClientVpnEndpoint { get; init; } = 200;

    /// <summary>Routes of a Client VPN endpoint, for each associated subnet.</summary>
    public int RoutesPerClientVpnAssociation { get; init; } = 100;

    /// <summary>Network load balancers of an account in one region.</summary>
    public int LoadBalancersPerRegion { get; init; } = 50;

    /// <summary>Listeners of a network load balancer.</summary>
    public int ListenersPerLoadBalancer { get; init; } = 50;

    /// <summary>Targets of a network load balancer.</summary>
    public int TargetsPerLoadBalancer { get; init; } = 3000;

    /// <summary>Targets of a network load balancer in one zone; of all of it when it balances across zones.</summary>
    public int TargetsPerLoadBalancerZone { get; init; } = 500;

    /// <summary>Targets of a target group.</summary>
    public int TargetsPerTargetGroup { get; init; } = 1000;

    /// <summary>Gateway endpoints of an account in one region.</summary>
    public int GatewayEndpointsPerRegion { get; init; } = 20;

    /// <summary>Characters of the policy of an endpoint.</summary>
    public int EndpointPolicyCharacters { get; init; } = 20_480;

    /// <summary>Interface endpoints of a VPC.</summary>
    public int InterfaceEndpointsPerVpc { get; init; } = 50;

    /// <summary>Accelerators of an account.</summary>
    public int AcceleratorsPerAccount { get; init; } = 20;

    /// <summary>Listeners of an accelerator.</summary>
    public int ListenersPerAccelerator { get; init; } = 10;

    /// <summary>Port ranges of a listener of an accelerator.</summary>
    public int PortRangesPerAcceleratorListener { get; init; } = 10;

    /// <summary>Endpoints of an endpoint group of an accelerator.</summary>
    public int EndpointsPerEndpointGroup { get; init; } = 10;

    /// <summary>Port overrides of an endpoint group of an accelerator.</summary>
    public int PortOverridesPerEndpointGroup { get; init; } = 10;

    /// <summary>Endpoint groups of an accelerator.</summary>
    public int EndpointGroupsPerAccelerator { get; init; } = 42;
}
