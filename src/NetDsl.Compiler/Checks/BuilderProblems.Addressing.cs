using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <content>What the vendor refuses in addressing and structure.</content>
public static partial class BuilderProblems
{
    /// <summary>ND1050.</summary>
    public static Rule PrefixLength { get; } = Error("ND1050", "Prefix has a length that is not taken", RuleCategory.Addressing);

    /// <summary>ND1051.</summary>
    public static Rule PrefixFamily { get; } = Error("ND1051", "Prefix is of the wrong family", RuleCategory.Addressing);

    /// <summary>ND1052.</summary>
    public static Rule ReservationOutsideSubnet { get; } = Error("ND1052", "Reservation does not fit its subnet", RuleCategory.Addressing);

    /// <summary>ND1053.</summary>
    public static Rule AddressReserved { get; } = Error("ND1053", "Address is one that the vendor keeps", RuleCategory.Addressing);

    /// <summary>ND1054.</summary>
    public static Rule AddressTaken { get; } = Error("ND1054", "Address is taken", RuleCategory.Addressing);

    /// <summary>ND1055.</summary>
    public static Rule AddressOutsideSubnet { get; } = Error("ND1055", "Address lies outside its subnet", RuleCategory.Addressing);

    /// <summary>ND1056.</summary>
    public static Rule SubnetFull { get; } = Error("ND1056", "Subnet has too few addresses", RuleCategory.Addressing);

    /// <summary>ND1057.</summary>
    public static Rule AddressNotPublic { get; } = Error("ND1057", "Elastic address is not public", RuleCategory.Addressing);

    /// <summary>ND1058.</summary>
    public static Rule PublicAddressTwice { get; } = Error("ND1058", "Public address exists twice", RuleCategory.Addressing);

    /// <summary>ND1059.</summary>
    public static Rule RuleNumberTaken { get; } = Error("ND1059", "Entry number of a network ACL is taken", RuleCategory.Addressing);

    /// <summary>ND1060.</summary>
    public static Rule PrefixListEntryTwice { get; } = Error("ND1060", "Entry of a prefix list stands twice", RuleCategory.Addressing);

    /// <summary>ND1061.</summary>
    public static Rule PrefixListFamilies { get; } = Error("ND1061", "Prefix list mixes families", RuleCategory.Addressing);

    /// <summary>ND1062.</summary>
    public static Rule PrefixListFull { get; } = Error("ND1062", "Prefix list is full", RuleCategory.Addressing);

    /// <summary>ND1063.</summary>
    public static Rule SecondAddress { get; } = Error("ND1063", "Interface or gateway has such an address already", RuleCategory.Addressing);

    /// <summary>ND1064.</summary>
    public static Rule AccountNumberTwice { get; } = Error("ND1064", "Account number stands twice", RuleCategory.Addressing);

    /// <summary>ND1065.</summary>
    public static Rule ZoneMeaning { get; } = Error("ND1065", "Zone of an account has two meanings", RuleCategory.Addressing);

    /// <summary>ND1066.</summary>
    public static Rule OtherVpc { get; } = Error("ND1066", "Element is of another VPC", RuleCategory.Addressing);

    /// <summary>ND1067.</summary>
    public static Rule OtherRegion { get; } = Error("ND1067", "Element is of another region", RuleCategory.Addressing);

    /// <summary>ND1068.</summary>
    public static Rule AssociatedAlready { get; } = Error("ND1068", "Subnet has one already", RuleCategory.Addressing);

    /// <summary>ND1069.</summary>
    public static Rule GatewayOfVpcAlready { get; } = Error("ND1069", "VPC has such a gateway already", RuleCategory.Addressing);

    /// <summary>ND1070.</summary>
    public static Rule GatewayAttachedAlready { get; } = Error("ND1070", "Gateway is attached to another VPC", RuleCategory.Addressing);

    /// <summary>ND1071.</summary>
    public static Rule ElasticAddressHeld { get; } = Error("ND1071", "Elastic address is associated with something else", RuleCategory.Addressing);

    /// <summary>ND1072.</summary>
    public static Rule PrivateHasPublicAddress { get; } = Error("ND1072", "Private NAT gateway or internal load balancer has a public address", RuleCategory.Addressing);

    /// <summary>ND1073.</summary>
    public static Rule ZoneServedAlready { get; } = Error("ND1073", "Zone is served by another subnet", RuleCategory.Addressing);

    /// <summary>ND1074.</summary>
    public static Rule QuotaExceeded { get; } = Error("ND1074", "Quota is used up", RuleCategory.Addressing);

    /// <summary>ND1075.</summary>
    public static Rule OtherBorderGroup { get; } = Error("ND1075", "Elastic address is announced from elsewhere", RuleCategory.Addressing);

    /// <summary>ND1076.</summary>
    public static Rule InterfaceInOtherZone { get; } = Error("ND1076", "Instance has an interface in another zone", RuleCategory.Addressing);

    /// <summary>ND1077.</summary>
    public static Rule NoIpv6Prefix { get; } = Error("ND1077", "Subnet has no IPv6 prefix", RuleCategory.Addressing);

    /// <summary>ND1078.</summary>
    public static Rule NoIpv4Addresses { get; } = Error("ND1078", "Subnet has no IPv4 addresses", RuleCategory.Addressing);

    /// <summary>ND1079.</summary>
    public static Rule GroupSize { get; } = Error("ND1079", "Auto Scaling group cannot have this size", RuleCategory.Addressing);

    /// <summary>ND1080.</summary>
    public static Rule NamedAlready { get; } = Error("ND1080", "Addresses are named already", RuleCategory.Addressing);

    private static IReadOnlyList<Check> AddressingChecks =>
    [
        For(PrefixLength, ProblemKind.PrefixLength),
        For(PrefixFamily, ProblemKind.PrefixFamily),
        For(ReservationOutsideSubnet, ProblemKind.ReservationOutsideSubnet, isRemovable: true),
        For(AddressReserved, ProblemKind.AddressReserved),
        For(AddressTaken, ProblemKind.AddressTaken),
        For(AddressOutsideSubnet, ProblemKind.AddressOutsideSubnet),
        For(SubnetFull, ProblemKind.SubnetFull),
        For(AddressNotPublic, ProblemKind.AddressNotPublic),
        For(PublicAddressTwice, ProblemKind.PublicAddressTwice),
        For(RuleNumberTaken, ProblemKind.RuleNumberTaken),
        For(PrefixListEntryTwice, ProblemKind.PrefixListEntryTwice, isRemovable: true),
        For(PrefixListFamilies, ProblemKind.PrefixListFamilies),
        For(PrefixListFull, ProblemKind.PrefixListFull),
        For(SecondAddress, ProblemKind.SecondAddress, isRemovable: true),
        For(AccountNumberTwice, ProblemKind.AccountNumberTwice),
        For(ZoneMeaning, ProblemKind.ZoneMeaning, isRemovable: true),
        For(OtherVpc, ProblemKind.OtherVpc),
        For(OtherRegion, ProblemKind.OtherRegion),
        For(AssociatedAlready, ProblemKind.AssociatedAlready, isRemovable: true),
        For(GatewayOfVpcAlready, ProblemKind.GatewayOfVpcAlready, isRemovable: true),
        For(GatewayAttachedAlready, ProblemKind.GatewayAttachedAlready, isRemovable: true),
        For(ElasticAddressHeld, ProblemKind.ElasticAddressHeld, isRemovable: true),
        For(PrivateHasPublicAddress, ProblemKind.PrivateHasPublicAddress, isRemovable: true),
        For(ZoneServedAlready, ProblemKind.ZoneServedAlready, isRemovable: true),
        For(QuotaExceeded, ProblemKind.QuotaExceeded),
        For(OtherBorderGroup, ProblemKind.OtherBorderGroup),
        For(InterfaceInOtherZone, ProblemKind.InterfaceInOtherZone),
        For(NoIpv6Prefix, ProblemKind.NoIpv6Prefix),
        For(NoIpv4Addresses, ProblemKind.NoIpv4Addresses),
        For(GroupSize, ProblemKind.GroupSize),
        For(NamedAlready, ProblemKind.NamedAlready, isRemovable: true),
    ];
}
