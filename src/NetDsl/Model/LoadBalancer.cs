using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>Who can reach a load balancer.</summary>
public enum LoadBalancerScheme
{
    /// <summary>Its nodes have public addresses besides their private ones.</summary>
    InternetFacing,

    /// <summary>Its nodes have private addresses only.</summary>
    Internal,
}

/// <summary>
/// A network load balancer: one node with a static address in each of its zones. Source: "What is a Network Load Balancer?",
/// User Guide for Network Load Balancers.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">Its VPC.</param>
/// <param name="Scheme">Whether the internet can reach it.</param>
/// <param name="CrossZone">Whether each node sends to the targets of all zones, unless a target group says otherwise.</param>
/// <param name="Nodes">The interfaces of its nodes, one a zone; they have its security groups.</param>
/// <param name="Listeners">What it takes.</param>
public sealed record LoadBalancer(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    LoadBalancerScheme Scheme,
    bool CrossZone,
    EquatableArray<ElementId> Nodes,
    EquatableArray<LoadBalancerListener> Listeners) : Element(Id, Origin)
{
    /// <summary>IPv4, or both families: then its nodes have IPv6 addresses too.</summary>
    public IpAddressType IpAddressType { get; init; }
}

/// <summary>A listener of a load balancer.</summary>
/// <param name="Protocol">What it takes.</param>
/// <param name="Port">The port that it listens on, 1 to 65535.</param>
/// <param name="TargetGroup">Where it sends what it takes.</param>
/// <param name="Origin">The whole call.</param>
public sealed record LoadBalancerListener(ListenerProtocol Protocol, ushort Port, ElementId TargetGroup, Origin Origin)
{
    /// <summary>Whether it takes packets of that protocol to that port.</summary>
    public bool Takes(Protocol protocol, int port) => port == Port && (Protocol switch
    {
        ListenerProtocol.Udp => protocol == NetDsl.Protocol.Udp,
        ListenerProtocol.TcpUdp => protocol == NetDsl.Protocol.Tcp || protocol == NetDsl.Protocol.Udp,
        _ => protocol == NetDsl.Protocol.Tcp,
    });
}

/// <summary>
/// The targets of listeners. Source: "Target groups for your Network Load Balancers", User Guide for Network Load Balancers.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">Its VPC.</param>
/// <param name="Protocol">What the targets are spoken to in.</param>
/// <param name="Port">The port of the targets that name no other.</param>
/// <param name="Kind">How targets are named.</param>
/// <param name="PreservesClientAddress">Whether targets see the client's address as the source, and not the node's.</param>
/// <param name="CrossZone">Overrides the load balancer's cross-zone setting, when it is given.</param>
/// <param name="SticksToSource">Whether all flows of one client address go to one target.</param>
/// <param name="Targets">The targets.</param>
public sealed record TargetGroup(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    ListenerProtocol Protocol,
    ushort Port,
    TargetKind Kind,
    bool PreservesClientAddress,
    bool? CrossZone,
    bool SticksToSource,
    EquatableArray<Target> Targets) : Element(Id, Origin)
{
    /// <summary>The one family that its targets are spoken to in.</summary>
    public IpAddressType IpAddressType { get; init; }
}

/// <summary>A target of a load balancer: an interface, or an address.</summary>
/// <param name="Interface">The primary interface of the instance; nothing when an address is named.</param>
/// <param name="Address">The address, of the family of its group; nothing when an instance is named.</param>
/// <param name="Port">The port that it is spoken to on.</param>
/// <param name="IsHealthy">Whether it answers health checks: a state that the author gives.</param>
/// <param name="Origin">The call that registered it.</param>
public sealed record Target(ElementId? Interface, IpAddress? Address, ushort Port, bool IsHealthy, Origin Origin);
