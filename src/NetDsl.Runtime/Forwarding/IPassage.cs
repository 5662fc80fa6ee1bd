using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// What a walk meets that its driver decides or notes: whether groups are asked or a connection is known, which port a
/// NAT gateway gives, and whether the walk goes on behind a filter that denies. Implemented by structures, so that each
/// driver gets a walk of its own without calls through an interface.
/// </summary>
internal interface IPassage
{
    /// <summary>Whether it is to hear of the steps that decide nothing, too: of each look-up, each relay, and each network ACL that lets everything pass.</summary>
    bool AsksEveryStep { get; }

    /// <summary>
    /// The translator that the packet goes back to, because it answers a flow whose client address that translator kept; -1 for
    /// every other packet.
    /// </summary>
    int Diversion(int sender, in Packet packet);

    /// <summary>The packet takes a path program; of equal paths, the common part and then one of the rest; at a junction, the way there and then the rest.</summary>
    /// <param name="program">The program.</param>
    void Take(int program);

    /// <summary>The packet is at whoever it was for, or was handed to, and has not been let in yet.</summary>
    /// <param name="holder">The holder.</param>
    void Arrive(int holder);

    /// <summary>The packet is about to leave an interface; says why it does not, when it does not.</summary>
    DropCode? LeaveInterface(PathPosition at, int holder, in Packet packet);

    /// <summary>A network ACL has judged. Says whether the walk goes on.</summary>
    /// <param name="at">Where.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="rule">The entry that matched; -1 when none did.</param>
    /// <param name="allowed">Whether it passes.</param>
    bool PassNetworkAcl(PathPosition at, in Packet packet, int rule, bool allowed);

    /// <summary>The packet has come to a machine, which may be down; says why it is lost there, when it is.</summary>
    /// <param name="at">Where.</param>
    /// <param name="holder">What it came to: a host, or what translates.</param>
    DropCode? Reach(PathPosition at, int holder);

    /// <summary>The packet has passed a route look-up or a gateway, and looks like this behind it; says why it is lost on the way there, when it is.</summary>
    DropCode? Pass(PathPosition at, in Packet packet);

    /// <summary>A NAT gateway puts its own address and a port in place of the source; says why not, when it cannot.</summary>
    DropCode? Translate(PathPosition at, int natGateway, ref Packet packet);

    /// <summary>A NAT gateway puts an IPv4 packet in the place of an IPv6 packet, with its own address and a port; says why not, when it cannot.</summary>
    /// <param name="at">Where.</param>
    /// <param name="natGateway">The NAT gateway.</param>
    /// <param name="translated">The packet that it becomes, but for the port.</param>
    /// <param name="packet">The packet.</param>
    DropCode? TranslateToIpv4(PathPosition at, int natGateway, in Packet translated, ref Packet packet);

    /// <summary>An egress-only internet gateway looks at the packet. Says whether it may pass: out always, in when it answers what went out.</summary>
    /// <param name="at">Where.</param>
    /// <param name="gateway">The node of the gateway.</param>
    /// <param name="inbound">Whether the packet enters the VPC.</param>
    /// <param name="packet">The packet.</param>
    bool PassEgressOnly(PathPosition at, int gateway, bool inbound, in Packet packet);

    /// <summary>A stateful host that forwards looks at the packet. Says whether it belongs to a connection that it saw begin.</summary>
    /// <param name="at">Where.</param>
    /// <param name="holder">The interface that the packet came to.</param>
    /// <param name="host">The node of the host.</param>
    /// <param name="packet">The packet.</param>
    bool Inspect(PathPosition at, int holder, int host, in Packet packet);

    /// <summary>A Gateway Load Balancer has chosen the appliance that sees a packet.</summary>
    void Inspect(PathPosition at, Inspection inspection, InspectionTarget appliance, in Packet packet);

    /// <summary>A network ACL before an appliance has judged a packet in Geneve. Says whether the walk goes on.</summary>
    bool PassNetworkAcl(PathPosition at, NetworkAclStep acl, in Packet packet, int rule, bool allowed);

    /// <summary>The groups of an appliance have judged a packet in Geneve; the rule is -1 when none matched. Says whether the walk goes on.</summary>
    bool EnterAppliance(PathPosition at, int holder, in Packet packet, int rule);

    /// <summary>The same for what the appliance gives back.</summary>
    bool LeaveAppliance(PathPosition at, int holder, in Packet packet, int rule);

    /// <summary>The packet arrived at a translator, which restores what answers a flow of its table; says whether it does.</summary>
    /// <param name="at">Where.</param>
    /// <param name="translator">The translator.</param>
    /// <param name="packet">The packet, which becomes the reply to what the flow began with.</param>
    /// <param name="handedBy">The translator that handed the flow over, to which the reply is handed back; -1 when the reply goes its own way.</param>
    bool Restore(PathPosition at, int translator, ref Packet packet, out int handedBy);

    /// <summary>A node of a load balancer sends a flow to a target; says why not, when it cannot.</summary>
    /// <param name="at">Where.</param>
    /// <param name="leg">The leg that brought the packet.</param>
    /// <param name="rule">The listener.</param>
    /// <param name="keepsSource">Whether the client's address stays the source.</param>
    /// <param name="packet">The packet, which becomes what the target is to receive.</param>
    DropCode? Distribute(PathPosition at, in Leg leg, DistributionRule rule, bool keepsSource, ref Packet packet);

    /// <summary>An interface of an endpoint hands a flow to its service; says why not, when it cannot.</summary>
    /// <param name="at">Where.</param>
    /// <param name="leg">The leg that brought the packet.</param>
    /// <param name="handed">What the packet becomes.</param>
    /// <param name="packet">The packet.</param>
    DropCode? Hand(PathPosition at, in Leg leg, in Packet handed, ref Packet packet);

    /// <summary>An accelerator sends a flow to an endpoint; says why not, when it cannot.</summary>
    /// <param name="at">Where.</param>
    /// <param name="leg">The leg that brought the packet.</param>
    /// <param name="choice">The endpoint, while everything works; where the flow goes then.</param>
    /// <param name="packet">The packet, which becomes what the endpoint is to receive.</param>
    DropCode? Accelerate(PathPosition at, in Leg leg, ref AcceleratorChoice choice, ref Packet packet);

    /// <summary>The packet arrived at an interface; says why it is not let in, when it is not.</summary>
    DropCode? EnterInterface(PathPosition at, int holder, in Packet packet, in Leg leg);
}

/// <summary>How a walk ended.</summary>
/// <param name="Outcome">In what.</param>
/// <param name="At">Where in which path.</param>
/// <param name="Holder">The holder that the packet arrived at; the sender itself for a service of the host; else -1.</param>
/// <param name="Code">Why it was dropped, when it was.</param>
/// <param name="Packet">The packet as it ended.</param>
internal readonly record struct WalkEnd(Outcome Outcome, PathPosition At, int Holder, DropCode? Code, Packet Packet);
