using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>Passes a Gateway Load Balancer endpoint: an appliance sees the packet, and lets it go on as it was.</summary>
/// <param name="Node">The endpoint.</param>
/// <param name="Inspection">What is behind it.</param>
public sealed record InspectionStep(int Node, int Inspection) : PathStep(Node);

/// <summary>What is behind a Gateway Load Balancer endpoint.</summary>
/// <param name="Node">The endpoint.</param>
/// <param name="LoadBalancer">The Gateway Load Balancer.</param>
/// <param name="Address">The address of its node in the endpoint's zone, from which appliances get Geneve.</param>
/// <param name="Stickiness">What of a flow chooses the appliance.</param>
/// <param name="Targets">The appliances that this node may choose from; not empty.</param>
/// <param name="Text">What they were chosen from.</param>
public sealed record Inspection(
    int Node, int LoadBalancer, IpAddress Address, FlowStickiness Stickiness, EquatableArray<InspectionTarget> Targets, string Text);

/// <summary>An appliance, and what stands between it and the node of its load balancer.</summary>
/// <param name="Holder">The interface's entry in the holder table.</param>
/// <param name="Host">The node of the instance, which remembers flows.</param>
/// <param name="Mode">What the host does with packets that are not for it.</param>
/// <param name="There">The network ACLs on the way to it.</param>
/// <param name="Back">The network ACLs on the way back.</param>
/// <param name="Origin">Where the appliance was registered.</param>
public sealed record InspectionTarget(
    int Holder, int Host, HostForwarding Mode, EquatableArray<NetworkAclStep> There, EquatableArray<NetworkAclStep> Back, Origin Origin);
