namespace NetDsl.Model;

/// <summary>What kind of value a builder could not take.</summary>
public enum ProblemKind
{
    /// <summary>Text that is no prefix in CIDR notation, or has host bits set.</summary>
    InvalidPrefix,

    /// <summary>A name that is empty, too long, or has characters that names cannot have.</summary>
    InvalidName,

    /// <summary>A second element of the same kind and name in the same parent.</summary>
    DuplicateName,

    /// <summary>A port outside 0 to 65535, or an empty range.</summary>
    InvalidPort,

    /// <summary>A protocol number outside 0 to 255.</summary>
    InvalidProtocol,

    /// <summary>Text that is no availability zone of the region.</summary>
    InvalidZone,

    /// <summary>Text that is no region name.</summary>
    InvalidRegion,

    /// <summary>Text that is no account number of twelve digits.</summary>
    InvalidAccount,

    /// <summary>An address that is malformed, reserved, taken, or outside its subnet, or a subnet without room.</summary>
    InvalidAddress,

    /// <summary>A network ACL rule number outside 1 to 32766, or one that is used twice.</summary>
    InvalidRuleNumber,

    /// <summary>A name that is looked up and does not exist.</summary>
    UnknownName,

    /// <summary>Two things that the vendor does not allow together, such as a second association of one kind.</summary>
    Conflict,

    /// <summary>A data file that is missing or malformed, or data that does not fit the type that asks for it.</summary>
    InvalidData,

    /// <summary>Something that the vendor does not have by the rules that the network is judged by, its <see cref="SemanticsProfile"/>.</summary>
    NotInProfile,

    /// <summary>An allocation that the lock file holds, and that the program would move.</summary>
    LockedAllocation,

    /// <summary>A prefix to be given out, and no room for it.</summary>
    NoFreePrefix,

    /// <summary>A number outside its range, such as that of an autonomous system or a VLAN.</summary>
    InvalidNumber,

    /// <summary>An endpoint of a dual-stack accelerator that has not both families, or does not see the client's address.</summary>
    AcceleratorFamilies,

    /// <summary>A listener of a custom routing accelerator with fewer ports than the destinations of its subnets take.</summary>
    CustomRoutingPorts,

    /// <summary>An intent that says nothing, such as one about nobody, or that speaks of what has no traffic.</summary>
    InvalidIntent,

    /// <summary>A prefix that is longer or shorter than what the vendor takes there.</summary>
    PrefixLength,

    /// <summary>An IPv6 prefix where IPv4 is meant, or the other way round.</summary>
    PrefixFamily,

    /// <summary>A range reserved in a subnet that is not in it, or overlaps another such range.</summary>
    ReservationOutsideSubnet,

    /// <summary>One of the first four addresses of a subnet or its last.</summary>
    AddressReserved,

    /// <summary>An address that something else in the subnet has.</summary>
    AddressTaken,

    /// <summary>An address of an interface that its subnet does not have.</summary>
    AddressOutsideSubnet,

    /// <summary>A subnet with fewer usable addresses than what is in it needs.</summary>
    SubnetFull,

    /// <summary>An elastic address that the internet does not carry.</summary>
    AddressNotPublic,

    /// <summary>Two elastic addresses that are one.</summary>
    PublicAddressTwice,

    /// <summary>A number that another entry of the same direction of a network ACL has.</summary>
    RuleNumberTaken,

    /// <summary>A prefix that a prefix list has already.</summary>
    PrefixListEntryTwice,

    /// <summary>IPv4 and IPv6 prefixes in one prefix list.</summary>
    PrefixListFamilies,

    /// <summary>More entries than a prefix list was declared for.</summary>
    PrefixListFull,

    /// <summary>A second private, elastic or public address where there is one.</summary>
    SecondAddress,

    /// <summary>Two accounts of one number.</summary>
    AccountNumberTwice,

    /// <summary>A name or an identifier of a zone that means something else already.</summary>
    ZoneMeaning,

    /// <summary>An element used where only elements of the same VPC can be.</summary>
    OtherVpc,

    /// <summary>An element used where only elements of the same region can be.</summary>
    OtherRegion,

    /// <summary>A second route table, network ACL or IPv6 prefix of a subnet.</summary>
    AssociatedAlready,

    /// <summary>A second internet, egress-only or virtual private gateway of a VPC.</summary>
    GatewayOfVpcAlready,

    /// <summary>A gateway that is attached to a second VPC.</summary>
    GatewayAttachedAlready,

    /// <summary>An elastic address that is associated a second time.</summary>
    ElasticAddressHeld,

    /// <summary>An elastic address of a private NAT gateway or an internal load balancer.</summary>
    PrivateHasPublicAddress,

    /// <summary>A second subnet of one zone where one a zone is taken.</summary>
    ZoneServedAlready,

    /// <summary>More of something than the vendor takes.</summary>
    QuotaExceeded,

    /// <summary>An elastic address of another network border group than what it is for.</summary>
    OtherBorderGroup,

    /// <summary>An interface of an instance in a zone that is not the instance's.</summary>
    InterfaceInOtherZone,

    /// <summary>An IPv6 address in a subnet without an IPv6 prefix.</summary>
    NoIpv6Prefix,

    /// <summary>Something that needs an IPv4 address in a subnet of IPv6 only.</summary>
    NoIpv4Addresses,

    /// <summary>Sizes of an Auto Scaling group that contradict each other, or no subnet to launch in.</summary>
    GroupSize,

    /// <summary>A prefix that overlaps one that was named before where each address is named once.</summary>
    NamedAlready,

    /// <summary>A second static route to one prefix in one table.</summary>
    RouteTwice,

    /// <summary>A route to addresses of the vendor's own services.</summary>
    RouteToReserved,

    /// <summary>A route into its own VPC that is not for the whole prefix of a subnet.</summary>
    RouteInsideVpc,

    /// <summary>A route into its own VPC by a target that is not in the VPC.</summary>
    TargetOfLocalRoute,

    /// <summary>A route of a gateway route table to something else than a block of the VPC or a whole subnet.</summary>
    DestinationOfGatewayTable,

    /// <summary>A route of a gateway route table to something else than an interface or an endpoint.</summary>
    TargetOfGatewayTable,

    /// <summary>A route table that cannot be associated with a gateway.</summary>
    GatewayTable,

    /// <summary>A route of a regional NAT gateway to what translates again.</summary>
    TargetOfRegionalNat,

    /// <summary>A second association of a transit gateway attachment.</summary>
    AttachmentAssociatedAlready,

    /// <summary>An attachment used in a route table of another transit gateway.</summary>
    AttachmentOfOtherGateway,

    /// <summary>A second attachment of one VPC to one transit gateway.</summary>
    VpcAttachedAlready,

    /// <summary>A transit gateway to which an account attaches that it is not shared with.</summary>
    TransitGatewayNotShared,

    /// <summary>An account that accepts, rejects or deletes what only another can.</summary>
    NotForThisAccount,

    /// <summary>A peering connection or an attachment to which this cannot be done any more, or not yet.</summary>
    NotInThisState,

    /// <summary>Addresses inside a tunnel that the vendor does not take.</summary>
    InsidePrefix,

    /// <summary>Addresses inside two tunnels of one gateway.</summary>
    InsidePrefixTwice,

    /// <summary>Static routes of a VPN connection with BGP, or BGP of one with static routing.</summary>
    StaticAndBgp,

    /// <summary>A session of external BGP within one autonomous system.</summary>
    SameAutonomousSystem,

    /// <summary>A prefix that is advertised, or led statically, over one link twice.</summary>
    AdvertisedTwice,

    /// <summary>A VLAN that another virtual interface of the connection has.</summary>
    VlanTaken,

    /// <summary>A prefix of Client VPN clients that overlaps what they are to reach.</summary>
    ClientPrefixOverlaps,

    /// <summary>A prefix that a Direct Connect gateway allows two transit gateways.</summary>
    AllowedPrefixTwice,

    /// <summary>Propagation from a gateway or a route server that is not of the VPC.</summary>
    PropagationFromElsewhere,

    /// <summary>A gateway endpoint of a service that has none.</summary>
    NoGatewayEndpoint,

    /// <summary>A second gateway endpoint of one service in one route table.</summary>
    EndpointOfTableAlready,

    /// <summary>A second peering connection of two VPCs.</summary>
    PeeredAlready,

    /// <summary>A peering connection of a VPC with itself.</summary>
    PeeredWithItself,

    /// <summary>A third VPC named at a peering connection.</summary>
    NotOfThePeering,

    /// <summary>Something of a Client VPN endpoint that needs an associated subnet.</summary>
    NotAssociated,

    /// <summary>A public number of an autonomous system for the vendor's end.</summary>
    PublicAutonomousSystem,

    /// <summary>A block of a transit gateway that overlaps another one or an attached VPC.</summary>
    BlockOfTransitGateway,

    /// <summary>A security group given to an interface of a VPC that it is not associated with.</summary>
    GroupOfOtherVpc,

    /// <summary>A VPC that a security group cannot be associated with.</summary>
    GroupAssociation,

    /// <summary>A policy of an endpoint that allows nothing.</summary>
    PolicyDeniesAll,

    /// <summary>A statement that another one denies as a whole.</summary>
    StatementAllowsNothing,

    /// <summary>A policy of an endpoint that leads to an endpoint service.</summary>
    PolicyNotTaken,

    /// <summary>A resource policy that names an endpoint by which no request comes.</summary>
    RequestsComeOtherwise,

    /// <summary>An account that a security group cannot be shared with.</summary>
    GroupSharing,

    /// <summary>A target of a Gateway Load Balancer that does not give back what it gets.</summary>
    ApplianceForwardsNothing,

    /// <summary>A target without an address of the family that its group sends to.</summary>
    TargetWithoutIpv6,

    /// <summary>A target that cannot be while its group preserves client addresses.</summary>
    TargetHidesClients,

    /// <summary>A target address that the vendor does not take.</summary>
    TargetOutsideVpc,

    /// <summary>A load balancer behind a second endpoint service, or of another kind than the first.</summary>
    ServesAlready,

    /// <summary>A second way of forwarding of one instance.</summary>
    ForwardsOtherwise,

    /// <summary>IPv6 at a load balancer of type Ipv4.</summary>
    LoadBalancerNotDualStack,

    /// <summary>UDP at a dual-stack load balancer without a prefix for IPv6 source NAT.</summary>
    NoIpv6SourceNat,

    /// <summary>A second listener of one port and protocol.</summary>
    ListenerTwice,

    /// <summary>A target group behind two load balancers.</summary>
    TargetGroupUsedAlready,

    /// <summary>A listener whose protocol its target group does not have.</summary>
    ProtocolOfTargets,

    /// <summary>A target that is registered on one port a second time.</summary>
    RegisteredTwice,

    /// <summary>An option of a target group that its protocol does not have.</summary>
    OptionNotOffered,
}
