using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <content>What the vendor refuses in routing and connectivity.</content>
public static partial class BuilderProblems
{
    /// <summary>ND2060.</summary>
    public static Rule RouteTwice { get; } = Error("ND2060", "Table has a route to this prefix already", RuleCategory.Routing);

    /// <summary>ND2061.</summary>
    public static Rule RouteToReserved { get; } = Error("ND2061", "Route leads to addresses that the vendor keeps", RuleCategory.Routing);

    /// <summary>ND2062.</summary>
    public static Rule RouteInsideVpc { get; } = Error("ND2062", "Route inside a VPC is not for a whole subnet", RuleCategory.Routing);

    /// <summary>ND2063.</summary>
    public static Rule TargetOfLocalRoute { get; } = Error("ND2063", "Route inside a VPC has a target that cannot be", RuleCategory.Routing);

    /// <summary>ND2064.</summary>
    public static Rule DestinationOfGatewayTable { get; } = Error("ND2064", "Route of a gateway's table is not for a subnet or block", RuleCategory.Routing);

    /// <summary>ND2065.</summary>
    public static Rule TargetOfGatewayTable { get; } = Error("ND2065", "Route of a gateway's table has a target that cannot be", RuleCategory.Routing);

    /// <summary>ND2066.</summary>
    public static Rule GatewayTable { get; } = Error("ND2066", "Table cannot be that of a gateway", RuleCategory.Routing);

    /// <summary>ND2067.</summary>
    public static Rule TargetOfRegionalNat { get; } = Error("ND2067", "Regional NAT gateway sends to a NAT gateway", RuleCategory.Routing);

    /// <summary>ND2068.</summary>
    public static Rule AttachmentAssociatedAlready { get; } = Error("ND2068", "Attachment has a route table already", RuleCategory.Routing);

    /// <summary>ND2069.</summary>
    public static Rule AttachmentOfOtherGateway { get; } = Error("ND2069", "Attachment is of another transit gateway", RuleCategory.Routing);

    /// <summary>ND2070.</summary>
    public static Rule VpcAttachedAlready { get; } = Error("ND2070", "VPC is attached already", RuleCategory.Routing);

    /// <summary>ND2071.</summary>
    public static Rule TransitGatewayNotShared { get; } = Error("ND2071", "Transit gateway is not shared with the owner of the VPC", RuleCategory.Routing);

    /// <summary>ND2072.</summary>
    public static Rule NotForThisAccount { get; } = Error("ND2072", "Account cannot decide this", RuleCategory.Routing);

    /// <summary>ND2073.</summary>
    public static Rule NotInThisState { get; } = Error("ND2073", "Connection is not in the state for this", RuleCategory.Routing);

    /// <summary>ND2074.</summary>
    public static Rule InsidePrefix { get; } = Error("ND2074", "Inside prefix of a tunnel cannot be used", RuleCategory.Routing);

    /// <summary>ND2075.</summary>
    public static Rule InsidePrefixTwice { get; } = Error("ND2075", "Inside prefix of a tunnel is used twice", RuleCategory.Routing);

    /// <summary>ND2076.</summary>
    public static Rule StaticAndBgp { get; } = Error("ND2076", "VPN connection has static routing and BGP", RuleCategory.Routing);

    /// <summary>ND2077.</summary>
    public static Rule SameAutonomousSystem { get; } = Error("ND2077", "Both ends of a BGP session are of one autonomous system", RuleCategory.Routing);

    /// <summary>ND2078.</summary>
    public static Rule AdvertisedTwice { get; } = Error("ND2078", "Prefix is advertised twice", RuleCategory.Routing);

    /// <summary>ND2079.</summary>
    public static Rule VlanTaken { get; } = Error("ND2079", "VLAN is taken", RuleCategory.Routing);

    /// <summary>ND2080.</summary>
    public static Rule ClientPrefixOverlaps { get; } = Error("ND2080", "Prefix of VPN clients overlaps", RuleCategory.Routing);

    /// <summary>ND2081.</summary>
    public static Rule AllowedPrefixTwice { get; } = Error("ND2081", "Allowed prefixes of two transit gateways overlap", RuleCategory.Routing);

    /// <summary>ND2082.</summary>
    public static Rule PropagationFromElsewhere { get; } = Error("ND2082", "Routes are propagated from elsewhere", RuleCategory.Routing);

    /// <summary>ND2083.</summary>
    public static Rule NoGatewayEndpoint { get; } = Error("ND2083", "Service has no gateway endpoints", RuleCategory.Routing);

    /// <summary>ND2084.</summary>
    public static Rule EndpointOfTableAlready { get; } = Error("ND2084", "Table leads to the service already", RuleCategory.Routing);

    /// <summary>ND2085.</summary>
    public static Rule PeeredAlready { get; } = Error("ND2085", "VPCs are peered already", RuleCategory.Routing);

    /// <summary>ND2086.</summary>
    public static Rule PeeredWithItself { get; } = Error("ND2086", "VPC is peered with itself", RuleCategory.Routing);

    /// <summary>ND2087.</summary>
    public static Rule NotOfThePeering { get; } = Error("ND2087", "VPC is not of the peering connection", RuleCategory.Routing);

    /// <summary>ND2088.</summary>
    public static Rule NotAssociated { get; } = Error("ND2088", "Client VPN endpoint has no associated subnet", RuleCategory.Routing);

    /// <summary>ND2089.</summary>
    public static Rule PublicAutonomousSystem { get; } = Error("ND2089", "Autonomous system of the vendor's end is not a private one", RuleCategory.Routing);

    /// <summary>ND2090.</summary>
    public static Rule BlockOfTransitGateway { get; } = Error("ND2090", "Block of a transit gateway overlaps", RuleCategory.Routing);

    private static IReadOnlyList<Check> RoutingChecks =>
    [
        For(RouteTwice, ProblemKind.RouteTwice, isRemovable: true),
        For(RouteToReserved, ProblemKind.RouteToReserved, isRemovable: true),
        For(RouteInsideVpc, ProblemKind.RouteInsideVpc),
        For(TargetOfLocalRoute, ProblemKind.TargetOfLocalRoute),
        For(DestinationOfGatewayTable, ProblemKind.DestinationOfGatewayTable, isRemovable: true),
        For(TargetOfGatewayTable, ProblemKind.TargetOfGatewayTable),
        For(GatewayTable, ProblemKind.GatewayTable),
        For(TargetOfRegionalNat, ProblemKind.TargetOfRegionalNat),
        For(AttachmentAssociatedAlready, ProblemKind.AttachmentAssociatedAlready, isRemovable: true),
        For(AttachmentOfOtherGateway, ProblemKind.AttachmentOfOtherGateway, isRemovable: true),
        For(VpcAttachedAlready, ProblemKind.VpcAttachedAlready),
        For(TransitGatewayNotShared, ProblemKind.TransitGatewayNotShared),
        For(NotForThisAccount, ProblemKind.NotForThisAccount),
        For(NotInThisState, ProblemKind.NotInThisState, isRemovable: true),
        For(InsidePrefix, ProblemKind.InsidePrefix),
        For(InsidePrefixTwice, ProblemKind.InsidePrefixTwice),
        For(StaticAndBgp, ProblemKind.StaticAndBgp, isRemovable: true),
        For(SameAutonomousSystem, ProblemKind.SameAutonomousSystem),
        For(AdvertisedTwice, ProblemKind.AdvertisedTwice, isRemovable: true),
        For(VlanTaken, ProblemKind.VlanTaken),
        For(ClientPrefixOverlaps, ProblemKind.ClientPrefixOverlaps),
        For(AllowedPrefixTwice, ProblemKind.AllowedPrefixTwice, isRemovable: true),
        For(PropagationFromElsewhere, ProblemKind.PropagationFromElsewhere, isRemovable: true),
        For(NoGatewayEndpoint, ProblemKind.NoGatewayEndpoint),
        For(EndpointOfTableAlready, ProblemKind.EndpointOfTableAlready, isRemovable: true),
        For(PeeredAlready, ProblemKind.PeeredAlready, isRemovable: true),
        For(PeeredWithItself, ProblemKind.PeeredWithItself, isRemovable: true),
        For(NotOfThePeering, ProblemKind.NotOfThePeering, isRemovable: true),
        For(NotAssociated, ProblemKind.NotAssociated),
        For(PublicAutonomousSystem, ProblemKind.PublicAutonomousSystem),
        For(BlockOfTransitGateway, ProblemKind.BlockOfTransitGateway),
    ];
}
