namespace NetDsl.Model;

/// <summary>
/// What of a flow chooses the appliance that sees it: flows that are alike in this go to one appliance, in both directions. Source: "Target groups
/// for your Gateway Load Balancers", User Guide for Gateway Load Balancers, flow stickiness.
/// </summary>
public enum FlowStickiness
{
    /// <summary>Both addresses, both ports and the protocol: the vendor's default.</summary>
    FiveTuple,

    /// <summary>Both addresses and the protocol.</summary>
    ThreeTuple,

    /// <summary>Both addresses.</summary>
    TwoTuple,
}

/// <summary>
/// A Gateway Load Balancer: one node in each of its zones, which sends whole packets in Geneve to appliances and takes them back as they were.
/// Source: "What is a Gateway Load Balancer?", User Guide for Gateway Load Balancers.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">Its VPC.</param>
/// <param name="Nodes">The interfaces of its nodes, one a zone; they have no security groups.</param>
/// <param name="CrossZone">Whether each node sends to the appliances of all zones.</param>
/// <param name="Stickiness">What of a flow chooses the appliance.</param>
/// <param name="Targets">The appliances.</param>
public sealed record GatewayLoadBalancer(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    EquatableArray<ElementId> Nodes,
    bool CrossZone,
    FlowStickiness Stickiness,
    EquatableArray<ApplianceTarget> Targets) : Element(Id, Origin)
{
    /// <summary>The UDP port of Geneve, to which both ends send. Source: RFC 8926, and "Gateway Load Balancers", User Guide for Gateway Load Balancers.</summary>
    public const ushort GenevePort = 6081;
}

/// <summary>An appliance behind a Gateway Load Balancer.</summary>
/// <param name="Interface">The interface of an instance that takes Geneve.</param>
/// <param name="IsHealthy">Whether it answers health checks: a state that the author gives.</param>
/// <param name="Origin">The call that registered it.</param>
public sealed record ApplianceTarget(ElementId Interface, bool IsHealthy, Origin Origin);
