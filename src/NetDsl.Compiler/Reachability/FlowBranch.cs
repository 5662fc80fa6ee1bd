using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>Packets that have met the same on their way so far.</summary>
/// <param name="Packets">Which, as they were sent.</param>
/// <param name="Header">What their headers are now.</param>
internal sealed record FlowBranch(PacketSet Packets, SymbolicHeader Header)
{
    /// <summary>Whether they are replies: groups know the connection, and translators the flow.</summary>
    public bool IsReply { get; init; }

    /// <summary>
    /// Whether a hash has chosen their way, which no set of packets tells: each of them takes this way, or another one that they are in too.
    /// </summary>
    public bool IsChosen { get; init; }

    /// <summary>What translators remember.</summary>
    public Chain<RememberedTranslation> Translations { get; init; } = Chain<RememberedTranslation>.Empty;

    /// <summary>Where packets came in at interfaces that they were not for.</summary>
    public Chain<Sighting> Entered { get; init; } = Chain<Sighting>.Empty;

    /// <summary>Where they left there again.</summary>
    public Chain<Sighting> Left { get; init; } = Chain<Sighting>.Empty;

    /// <summary>What stateful hosts have seen begin, by the node of the host.</summary>
    public Chain<Sighting> Inspected { get; init; } = Chain<Sighting>.Empty;

    /// <summary>What they have seen the answer of, as the packet that it answers.</summary>
    public Chain<Sighting> Answered { get; init; } = Chain<Sighting>.Empty;

    /// <summary>What egress-only internet gateways have let out, by the node of the gateway.</summary>
    public Chain<Sighting> LetOut { get; init; } = Chain<Sighting>.Empty;

    /// <summary>The appliances that Gateway Load Balancers have chosen.</summary>
    public Chain<ChosenAppliance> Appliances { get; init; } = Chain<ChosenAppliance>.Empty;

    /// <summary>Where they have been.</summary>
    public Chain<PathPoint> Path { get; init; } = Chain<PathPoint>.Empty;
}

/// <summary>What a translator remembers of a flow.</summary>
/// <param name="Translator">Its entry in the holder table.</param>
/// <param name="Before">The packets as they came.</param>
/// <param name="After">The packets as they left.</param>
internal sealed record RememberedTranslation(int Translator, SymbolicHeader Before, SymbolicHeader After)
{
    /// <summary>Whether the reply has to be led back, because the client's address stayed the source.</summary>
    public bool KeepsSource { get; init; }

    /// <summary>The translator that handed the packets over; -1 when they came over a path.</summary>
    public int HandedBy { get; init; } = -1;
}

/// <summary>Somebody has seen packets.</summary>
/// <param name="By">Who.</param>
/// <param name="Header">What they looked like.</param>
internal readonly record struct Sighting(int By, SymbolicHeader Header)
{
    /// <summary>The interface at which a stateful host saw them; -1 for others.</summary>
    public int Holder { get; init; } = -1;
}

/// <summary>A Gateway Load Balancer has chosen an appliance, and chooses it again for both directions of the flow among the same appliances.</summary>
/// <param name="Among">The appliances.</param>
/// <param name="Stickiness">What of a flow chooses.</param>
/// <param name="Header">The packets.</param>
/// <param name="Chosen">The appliance's place among them.</param>
internal readonly record struct ChosenAppliance(EquatableArray<int> Among, FlowStickiness Stickiness, SymbolicHeader Header, int Chosen);

/// <summary>A place on the way.</summary>
/// <param name="Program">The path program; -1 for a translator.</param>
/// <param name="Step">The step in it; the number of steps for its end.</param>
/// <param name="Holder">The holder that the packets came to or left there; -1 for none.</param>
internal readonly record struct PathPoint(int Program, int Step, int Holder)
{
    /// <summary>The filter that was asked here; -1 for none.</summary>
    public int Filter { get; init; } = -1;

    /// <summary>Those that the filter was not asked about, because they are of a tracked connection.</summary>
    public PacketSet Known { get; init; }

    /// <summary>What the headers were, those around the packet in a tunnel.</summary>
    public SymbolicHeader Header { get; init; } = SymbolicHeader.AsSent;

    /// <summary>The node that was passed, where neither the step nor a holder tells it: what a Gateway Load Balancer does behind its endpoint; else -1.</summary>
    public int Node { get; init; } = -1;

    /// <summary>The network ACL that was asked there, behind a Gateway Load Balancer.</summary>
    public NetworkAclStep? Acl { get; init; }

    /// <summary>The leg on which packets came in at an interface; nothing where they left one, or passed something else.</summary>
    public SymbolicLeg? CameBy { get; init; }

    /// <summary>Whether the holder stands for its group: each packet was at the member whose address it has, as its source where it left.</summary>
    public bool IsOfGroup { get; init; }
}
