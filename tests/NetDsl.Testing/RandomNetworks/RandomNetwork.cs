using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

/// <summary>
/// Whole networks from a seed, made by the real builders: sensible ones with mistakes in them, because what goes wrong
/// only behind three things that work is found in no other way. A file of this class draws one subject.
/// </summary>
public sealed partial class RandomNetwork
{
    static readonly string[] RegionNames = ["us-east-1", "eu-west-1"];
    static readonly string[] ZoneLetters = ["a", "b", "c"];

    readonly Dice dice;
    readonly NetworkBuilder network;

    // Of what came later, so that it leaves the rest of the network of a seed as it was.
    readonly Dice gatewayDice;
    readonly Dice policyDice;
    readonly Dice associationDice;

    // Accounts in which the first two zones have each other's names.
    readonly HashSet<AccountBuilder> swapped = [];

    readonly bool isSmall;

    // In a tidy network most of what is needed for traffic to flow is there.
    readonly bool tidy;
    readonly List<AccountBuilder> accounts = [];
    readonly List<DrawnVpc> vpcs = [];
    readonly List<PeeringBuilder> peerings = [];
    readonly Dictionary<RegionBuilder, ByoipPoolBuilder> brought = [];
    readonly List<DrawnTransitGateway> transitGateways = [];
    readonly List<(DrawnTransitGateway Here, DrawnTransitGateway LeadsTo, TransitGatewayAttachmentBuilder Peering)> gatewayPeerings = [];
    readonly List<InternetGatewayBuilder> looseGateways = [];

    RandomNetwork(int seed, bool isSmall)
    {
        this.isSmall = isSmall;
        dice = new Dice(seed);
        gatewayDice = new Dice(seed + 90_001);
        policyDice = new Dice(seed + 71_300);
        associationDice = new Dice(seed + 52_700);
        inspectionDice = new Dice(seed + 180_001);
        familyDice = new Dice(seed + 65_001);
        messageDice = new Dice(seed + 58_001);
        gatewayFamilyDice = new Dice(seed + 65_201);
        tidy = dice.Chance(72);
        network = new NetworkBuilder($"Random{seed}");
        accounts.Add(network.DefaultAccount);
        if (dice.Chance(40))
        {
            accounts.Add(network.Account("partner", "210987654321"));
            DrawZones(accounts[^1]);
        }
    }

    /// <summary>Far from the seeds that somebody asks for.</summary>
    const int InPlaceOfFull = 1_000_000_007;

    /// <summary>The network of that seed; it is whole.</summary>
    public static Topology Create(int seed) => Create(seed, isSmall: false);

    /// <summary>A network of one or two VPCs, so that thousands are drawn and asked in a minute: each with less of everything, and nothing rare.</summary>
    public static Topology CreateSmall(int seed) => Create(seed, isSmall: true);

    static Topology Create(int seed, bool isSmall)
    {
        var topology = new RandomNetwork(seed, isSmall).Draw(seed);
        return topology.IsWhole ? topology
            : IsOnlyFull(topology) ? Create(unchecked(seed + InPlaceOfFull), isSmall)
            : throw new InvalidOperationException(
                $"The random network of seed {seed} is not whole: {string.Join("; ", topology.Problems.Select(problem => problem.Text))}");
    }

    /// <summary>Whether the smallest subnets have got more interfaces than addresses, as one in thousands does; another network takes its place.</summary>
    static bool IsOnlyFull(Topology topology) => topology.Problems.All(problem => problem.Text.Contains(" usable addresses and needs ", StringComparison.Ordinal));

    Topology Draw(int seed)
    {
        foreach (var name in RegionNames.Take(dice.Chance(Usually(35, small: 15)) ? 2 : 1))
        {
            DrawRegion(network.Region(name));
            DrawPrefixLists(network.Region(name));
        }

        DrawPeerings();
        DrawTransitGatewayPeerings();
        vpcs.ForEach(DrawApplianceRoutes);
        vpcs.ForEach(DrawRouteServer);
        vpcs.ForEach(DrawGatewayLoadBalancer);
        vpcs.ForEach(DrawGatewayLoadBalancerRoutes);
        vpcs.ForEach(DrawRoutes);
        vpcs.ForEach(DrawRegionalNatRoutes);
        vpcs.ForEach(DrawPrefixListRoutes);
        DrawPrefixListReferences(new Dice(seed + 310_027));
        vpcs.ForEach(DrawGroupRules);
        vpcs.ForEach(DrawHosts);
        vpcs.ForEach(DrawGroupAssociations);
        DrawProfile();
        vpcs.ForEach(DrawLoadBalancers);
        DrawHybrid(seed);
        DrawNetworkFunctions(new Dice(unchecked(seed * 32_452_843) ^ 0x4F1D));
        DrawPublicVirtualInterfaces(seed);
        DrawPublicAccess();
        vpcs.ForEach(DrawEndpointServices);
        vpcs.ForEach(DrawEndpoints);
        vpcs.Where(_ => dice.Chance(12)).ToList().ForEach(DrawClientVpn);
        DrawIpv6(seed);
        DrawFamilies();
        DrawClientVpnFamilies(seed);
        DrawNames(seed);
        dual.ForEach(DrawIpv6GatewayEndpoints);
        if (dice.Chance(30))
        {
            DrawAccelerators();
        }

        DrawDualstackAccelerator(seed);
        DrawCustomRouting(new Dice(seed + 96_001));
        DrawLocalZones(seed);

        DrawIntents(seed);
        return network.Build();
    }

    /// <summary>Now and then other rules than today's; those that decide what may be written are left as they are.</summary>
    void DrawProfile()
    {
        if (dice.Chance(20))
        {
            network.Profile(SemanticsProfile.Current with
            {
                GroupReferencesOverPeering = dice.Chance(50) ? GroupReferencesOverPeering.Never : GroupReferencesOverPeering.SameRegion,
                GroupReferencesOverTransitGateway = GroupReferencesOverTransitGateway.Never,
                Quotas = QuotaProfile.Current with { PrefixesPerVirtualInterface = 1, LearnedRoutesPerVpnGateway = 1, LearnedRoutesPerTransitGatewayVpn = 1, LearnedRoutesPerConnectPeer = 1 },
            });
        }
    }

    /// <summary>A number of the usual networks, or that of small ones.</summary>
    int Usually(int usual, int small) => isSmall ? small : usual;

    /// <summary>Something that traffic needs: a tidy network has it nearly always.</summary>
    bool Needed(int percent) => dice.Chance(tidy ? 95 : percent);

    void DrawRegion(RegionBuilder region)
    {
        var count = dice.Chance(Usually(80, small: 60)) ? dice.Between(2, Usually(3, small: 2)) : 1;
        for (var index = 0; index < count; index++)
        {
            DrawVpc(region, $"v{index}");
        }

        if (dice.Chance(35))
        {
            looseGateways.Add(region.InternetGateway("loose"));
        }

        if (dice.Chance(25))
        {
            region.ElasticIp("unheld");
        }

        for (var index = 0; index < (dice.Chance(Usually(95, small: 60)) ? dice.Chance(Usually(15, small: 25)) ? 2 : 1 : 0); index++)
        {
            DrawTransitGateway(region, $"tgw{index}");
        }
    }

    /// <summary>A VPC and what later steps choose from.</summary>
    sealed class DrawnVpc(VpcBuilder builder, Ipv4Prefix primary)
    {
        public VpcBuilder Builder { get; } = builder;

        public List<Ipv4Prefix> Blocks { get; } = [primary];

        public List<DrawnSubnet> Subnets { get; } = [];

        public List<DrawnTable> Tables { get; } = [new(builder.MainRouteTable)];

        public List<SecurityGroupBuilder> Groups { get; } = [builder.DefaultSecurityGroup];

        public List<DrawnBalancer> Balancers { get; } = [];

        public List<InstanceBuilder> Instances { get; } = [];

        public List<NatGatewayBuilder> NatGateways { get; } = [];

        public RegionalNatGatewayBuilder? RegionalNat { get; set; }

        public GatewayEndpointBuilder? StorageEndpoint { get; set; }

        /// <summary>The tables that lead to it.</summary>
        public List<DrawnTable> Served { get; } = [];

        public RouteTableBuilder? EdgeTable { get; set; }

        public List<NetworkAclBuilder> Acls { get; } = [];

        public List<(InstanceBuilder Host, DrawnSubnet Home)> Appliances { get; } = [];

        public List<GatewayLoadBalancerEndpointBuilder> Inspected { get; } = [];

        public InterfaceBuilder? LooseInterface { get; set; }

        public InternetGatewayBuilder? Gateway { get; set; }

        public DrawnTable TableOf(SubnetBuilder subnet) => Subnets.Single(drawn => drawn.Builder == subnet).Table;
    }

    /// <summary>A load balancer, and what both families of it are drawn from.</summary>
    sealed record DrawnBalancer(LoadBalancerBuilder Builder, HashSet<string> Zones, bool WantsIpv6)
    {
        public List<SubnetBuilder> Subnets { get; } = [];

        public List<PostponedTargets> Postponed { get; } = [];

        public bool IsDualstack { get; set; }

        public bool HasGroups { get; set; }

        public bool HasTls { get; set; }
    }

    sealed record DrawnSubnet(SubnetBuilder Builder, Ipv4Prefix Prefix, string Zone, DrawnTable Table);

    /// <summary>A route table, and the destinations that it has a route for: a table takes one to a prefix.</summary>
    sealed class DrawnTable(RouteTableBuilder builder)
    {
        public RouteTableBuilder Builder { get; } = builder;

        public HashSet<Ipv4Prefix> Destinations { get; } = [];
    }

    sealed record DrawnTransitGateway(
        TransitGatewayBuilder Builder, List<DrawnVpc> Attached, List<(TransitGatewayRouteTableBuilder Builder, HashSet<Ipv4Prefix> Destinations)> Tables)
    {
        public List<TransitGatewayVpcAttachmentBuilder> Attachments { get; } = [];
    }
}
