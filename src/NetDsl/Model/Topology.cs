namespace NetDsl.Model;

/// <summary>
/// A network as its author described it: immutable, in the order of declaration, every part with its origin.
/// It says what there is. What that does to a packet is the business of the lowering.
/// </summary>
public sealed record Topology
{
    /// <summary>The name of the topology: that of the class that defines it.</summary>
    public required string Name { get; init; }

    /// <summary>The rules of the vendor that it is judged by.</summary>
    public SemanticsProfile Profile { get; init; } = SemanticsProfile.Current;

    /// <summary>Accounts that own VPCs.</summary>
    public EquatableArray<Account> Accounts { get; init; }

    /// <summary>Regions.</summary>
    public EquatableArray<Region> Regions { get; init; }

    /// <summary>VPCs of all regions.</summary>
    public EquatableArray<Vpc> Vpcs { get; init; }

    /// <summary>Subnets of all VPCs.</summary>
    public EquatableArray<Subnet> Subnets { get; init; }

    /// <summary>Route tables of all VPCs, the main tables included.</summary>
    public EquatableArray<RouteTable> RouteTables { get; init; }

    /// <summary>Internet gateways.</summary>
    public EquatableArray<InternetGateway> InternetGateways { get; init; }

    /// <summary>NAT gateways.</summary>
    public EquatableArray<NatGateway> NatGateways { get; init; }

    /// <summary>The egress-only internet gateways.</summary>
    public EquatableArray<EgressOnlyInternetGateway> EgressOnlyInternetGateways { get; init; }

    /// <summary>NAT gateways that serve all zones of a VPC.</summary>
    public EquatableArray<RegionalNatGateway> RegionalNatGateways { get; init; }

    /// <summary>Route servers.</summary>
    public EquatableArray<RouteServer> RouteServers { get; init; }

    /// <summary>Client VPN endpoints.</summary>
    public EquatableArray<ClientVpnEndpoint> ClientVpnEndpoints { get; init; }

    /// <summary>Elastic IP addresses.</summary>
    public EquatableArray<ElasticAddress> ElasticAddresses { get; init; }

    /// <summary>Security groups of all VPCs, the default groups included.</summary>
    public EquatableArray<SecurityGroup> SecurityGroups { get; init; }

    /// <summary>Network ACLs of all VPCs, the default ones included.</summary>
    public EquatableArray<NetworkAcl> NetworkAcls { get; init; }

    /// <summary>Instances.</summary>
    public EquatableArray<Instance> Instances { get; init; }

    /// <summary>Interfaces, whether of an instance or not.</summary>
    public EquatableArray<NetworkInterface> NetworkInterfaces { get; init; }

    /// <summary>VPC peering connections.</summary>
    public EquatableArray<Peering> Peerings { get; init; }

    /// <summary>Transit gateways.</summary>
    public EquatableArray<TransitGateway> TransitGateways { get; init; }

    /// <summary>The prefixes of VPCs and subnets that the author left to NetDsl.</summary>
    public EquatableArray<Allocation> Allocations { get; init; }

    /// <summary>Network load balancers.</summary>
    public EquatableArray<LoadBalancer> LoadBalancers { get; init; }

    /// <summary>Target groups.</summary>
    public EquatableArray<TargetGroup> TargetGroups { get; init; }

    /// <summary>The vendor's services that are spoken of.</summary>
    public EquatableArray<PublicService> PublicServices { get; init; }

    /// <summary>VPC endpoints of all kinds.</summary>
    public EquatableArray<VpcEndpoint> VpcEndpoints { get; init; }

    /// <summary>Endpoint services.</summary>
    public EquatableArray<EndpointService> EndpointServices { get; init; }

    /// <summary>Gateway Load Balancers.</summary>
    public EquatableArray<GatewayLoadBalancer> GatewayLoadBalancers { get; init; }

    /// <summary>Auto Scaling groups.</summary>
    public EquatableArray<AutoScalingGroup> AutoScalingGroups { get; init; }

    /// <summary>Accelerators.</summary>
    public EquatableArray<Accelerator> Accelerators { get; init; }

    /// <summary>Hosts of the internet in places.</summary>
    public EquatableArray<InternetClient> InternetClients { get; init; }

    /// <summary>Sites, and what leads to them.</summary>
    public HybridConnectivity Hybrid { get; init; } = HybridConnectivity.None;

    /// <summary>Customer-managed prefix lists.</summary>
    public EquatableArray<PrefixList> PrefixLists { get; init; }

    /// <summary>What answers for domain names.</summary>
    public DomainNames Names { get; init; } = DomainNames.None;

    /// <summary>What the author expects of it.</summary>
    public EquatableArray<Intent> Intents { get; init; }

    /// <summary>What could not be taken in; the topology is whole when there is nothing here.</summary>
    public EquatableArray<Problem> Problems { get; init; }

    /// <summary>Everything with a name, in a fixed order of kinds.</summary>
    public IEnumerable<Element> Elements => Enumerable.Empty<Element>()
        .Concat(Accounts)
        .Concat(Regions)
        .Concat(Vpcs)
        .Concat(Subnets)
        .Concat(RouteTables)
        .Concat(InternetGateways)
        .Concat(EgressOnlyInternetGateways)
        .Concat(NatGateways)
        .Concat(RegionalNatGateways)
        .Concat(RouteServers)
        .Concat(RouteServers.SelectMany(server => server.Endpoints))
        .Concat(RouteServers.SelectMany(server => server.Peers))
        .Concat(ElasticAddresses)
        .Concat(ClientVpnEndpoints)
        .Concat(ClientVpnEndpoints.SelectMany(endpoint => endpoint.Associations))
        .Concat(ClientVpnEndpoints.SelectMany(endpoint => endpoint.Clients))
        .Concat(SecurityGroups)
        .Concat(NetworkAcls)
        .Concat(Instances)
        .Concat(NetworkInterfaces)
        .Concat(PrefixLists)
        .Concat(Peerings)
        .Concat(TransitGateways)
        .Concat(TransitGateways.SelectMany(gateway => gateway.Attachments))
        .Concat(TransitGateways.SelectMany(gateway => gateway.NetworkFunctions))
        .Concat(TransitGateways.SelectMany(gateway => gateway.RouteTables))
        .Concat(LoadBalancers)
        .Concat(TargetGroups)
        .Concat(AutoScalingGroups)
        .Concat(PublicServices)
        .Concat(VpcEndpoints)
        .Concat(EndpointServices)
        .Concat(GatewayLoadBalancers)
        .Concat(Accelerators)
        .Concat(InternetClients)
        .Concat(Hybrid.Elements)
        .Concat(Names.Elements);

    /// <summary>Whether everything that was written is here. Only a whole topology is compiled or run.</summary>
    public bool IsWhole => Problems.Count == 0;
}
