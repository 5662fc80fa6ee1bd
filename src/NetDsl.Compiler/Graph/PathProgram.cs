using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>A path, found in advance.</summary>
/// <param name="Steps">What packets pass, in order.</param>
/// <param name="End">Where they arrive.</param>
public sealed record PathProgram(EquatableArray<PathStep> Steps, PathEnd End);

/// <summary>One step of a path.</summary>
/// <param name="Node">The element that acts.</param>
public abstract record PathStep(int Node);

/// <summary>Asks the sender's security groups; the node is -1, because it is the sender.</summary>
public sealed record SenderGroupsStep() : PathStep(-1);

/// <summary>Asks a network ACL at the edge of a subnet.</summary>
/// <param name="Node">The network ACL.</param>
/// <param name="Subnet">The subnet.</param>
/// <param name="Inbound">Whether the packet enters the subnet.</param>
/// <param name="Filter">The filter.</param>
public sealed record NetworkAclStep(int Node, int Subnet, bool Inbound, int Filter) : PathStep(Node);

/// <summary>Tells which route of a table was chosen; nothing is left to decide.</summary>
/// <param name="Node">The route table, of a VPC or a transit gateway.</param>
/// <param name="Destination">The longest prefix that matched.</param>
/// <param name="Kind">What kind of route it is.</param>
/// <param name="Target">The node that it leads to; -1 for a local route or a blackhole.</param>
/// <param name="Origin">Where the route was written; nowhere for a local or propagated one.</param>
public sealed record RouteStep(int Node, IpPrefix Destination, RouteKind Kind, int Target, Origin Origin) : PathStep(Node);

/// <summary>Passes an element whose decision was made in advance, such as a VPN connection; nothing is left to decide.</summary>
/// <param name="Node">The element.</param>
/// <param name="Decision">What it decided and why, in words.</param>
public sealed record RelayStep(int Node, string Decision) : PathStep(Node);

/// <summary>Passes a peering connection.</summary>
/// <param name="Node">The peering connection.</param>
public sealed record PeeringStep(int Node) : PathStep(Node);

/// <summary>Enters or leaves a transit gateway.</summary>
/// <param name="Node">The attachment.</param>
/// <param name="Entering">Whether the packet enters the transit gateway.</param>
/// <param name="Subnet">The attachment's subnet that it passes; -1 when what is attached is no VPC.</param>
/// <param name="Unspecified">Whether the vendor leaves this choice of zone open; the lowest zone name is taken.</param>
public sealed record TransitGatewayStep(int Node, bool Entering, int Subnet, bool Unspecified) : PathStep(Node);

/// <summary>Puts the NAT gateway's private address, and a port of its own, in place of the source.</summary>
/// <param name="Node">The NAT gateway.</param>
/// <param name="Holder">Its entry in the holder table.</param>
public sealed record NatGatewayStep(int Node, int Holder) : PathStep(Node)
{
    /// <summary>What a trace says of where it translates; empty when its place says it.</summary>
    public string Note { get; init; } = "";
}

/// <summary>Asks the security groups of a translator's interface, which sends on what it translated.</summary>
/// <param name="Node">The translator.</param>
/// <param name="Holder">Its entry in the holder table.</param>
public sealed record HolderGroupsStep(int Node, int Holder) : PathStep(Node);

/// <summary>Asks the security groups of an interface that stands for somebody behind it, to whom what comes in goes on as it is.</summary>
/// <param name="Node">The association of a Client VPN endpoint.</param>
/// <param name="Holder">Its entry in the holder table.</param>
/// <param name="SourceVpc">
/// The VPC whose private address the source is; -1 when it is none, so that no rule that references a group matches it.
/// </param>
public sealed record HolderEntryStep(int Node, int Holder, int SourceVpc) : PathStep(Node);

/// <summary>Tells which authorization rule lets a client's packet on; nothing is left to decide.</summary>
/// <param name="Node">The Client VPN endpoint.</param>
/// <param name="Destination">The prefix of the rule.</param>
/// <param name="Group">The group of the rule; empty when it is for everybody.</param>
/// <param name="Origin">Where the rule was written.</param>
public sealed record ClientVpnAuthorizationStep(int Node, IpPrefix Destination, string Group, Origin Origin) : PathStep(Node);

/// <summary>Puts the paired public address in place of the source; drops what has none.</summary>
/// <param name="Node">The internet gateway.</param>
/// <param name="Vpc">The VPC in which the source is looked up; -1 when the source is of another VPC, and has none.</param>
public sealed record InternetGatewayOutStep(int Node, int Vpc) : PathStep(Node);

/// <summary>Puts the paired private address in place of the destination.</summary>
/// <param name="Node">The internet gateway.</param>
/// <param name="Holder">The holder of the public address.</param>
public sealed record InternetGatewayInStep(int Node, int Holder) : PathStep(Node);

/// <summary>Passes a gateway endpoint, which takes TCP and ICMP only.</summary>
/// <param name="Node">The endpoint.</param>
public sealed record GatewayEndpointStep(int Node) : PathStep(Node);

/// <summary>Comes to the vendor over a public virtual interface, which takes registered sources only.</summary>
/// <param name="Node">The virtual interface.</param>
/// <param name="Prefixes">The prefixes that are registered for it.</param>
public sealed record RegisteredSourceStep(int Node, EquatableArray<IpPrefix> Prefixes) : PathStep(Node);

/// <summary>How a route came into its table.</summary>
public enum RouteKind
{
    /// <summary>It comes with the VPC's block.</summary>
    Local,

    /// <summary>It was written.</summary>
    Static,

    /// <summary>It was written, as an entry of a prefix list, or came with an endpoint for the prefix list of a service.</summary>
    PrefixList,

    /// <summary>
    /// As <see cref="PrefixList"/>; another list of the table has the same entry and leads elsewhere. The vendor takes one at random and keeps
    /// it; the list with the lowest name is taken here.
    /// </summary>
    PrefixListTie,

    /// <summary>It was propagated from an attachment.</summary>
    Propagated,
}

/// <summary>Where a path ends.</summary>
public abstract record PathEnd;

/// <summary>In a subnet, at whoever has the destination address, when its security groups allow.</summary>
/// <param name="Vpc">The VPC.</param>
/// <param name="SourceVpc">
/// The VPC whose private address the source is when the packet arrives; -1 when it is none, so that no rule that
/// references a group matches it.
/// </param>
public sealed record DeliverEnd(int Vpc, int SourceVpc) : PathEnd;

/// <summary>At a service that the host itself offers, such as the resolver; no filter sees it.</summary>
/// <param name="Service">Its name.</param>
public sealed record HostServiceEnd(string Service) : PathEnd;

/// <summary>At a service of the vendor's.</summary>
/// <param name="Node">The service.</param>
/// <param name="ReplySource">The source class of its replies.</param>
public sealed record ServiceEnd(int Node, int ReplySource) : PathEnd;

/// <summary>Outside, on the internet.</summary>
/// <param name="Node">The internet.</param>
public sealed record ExitEnd(int Node) : PathEnd;

/// <summary>On one of several equal paths, which the flow decides: its hash, modulo their number (see docs/semantics.md, "Equal paths").</summary>
/// <param name="Node">The element that spreads flows.</param>
/// <param name="Programs">The rest of the path for each of them; they stand before this program in the table of programs.</param>
public sealed record SpreadEnd(int Node, EquatableArray<int> Programs) : PathEnd;

/// <summary>
/// Where paths of many sources meet, in a large network: the rest of the path is that of a junction, which has a program for each range of destinations, as a source class has.
/// </summary>
/// <param name="Node">The table of a transit gateway, or the internet.</param>
/// <param name="Junction">The junction, in the table of junctions.</param>
/// <param name="SourceVpc">
/// The VPC whose private address the source is; -1 when it is none. The rest of the path says <see cref="Carried"/> where it means this one.
/// </param>
public sealed record JunctionEnd(int Node, int Junction, int SourceVpc) : PathEnd
{
    /// <summary>Stands behind a junction for the VPC of the source, which differs from path to path.</summary>
    public const int Carried = -2;
}

/// <summary>Nowhere.</summary>
/// <param name="Node">The element that drops.</param>
/// <param name="Code">Why.</param>
/// <param name="Text">What is wrong and what would let it pass.</param>
/// <param name="Origin">Where the deciding route or element was written.</param>
public sealed record DropEnd(int Node, DropCode Code, string Text, Origin Origin) : PathEnd;
