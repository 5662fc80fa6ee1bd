namespace NetDsl.Runtime;

/// <summary>Which way a packet passes an interface.</summary>
public enum FlowDirection
{
    /// <summary>It arrives.</summary>
    Ingress,

    /// <summary>It leaves.</summary>
    Egress,
}

/// <summary>What security groups and network ACL say of a packet at an interface .</summary>
public enum FlowAction
{
    /// <summary>Both allow it.</summary>
    Accept,

    /// <summary>One of them denies it.</summary>
    Reject,
}

/// <summary>A packet seen at a monitored interface: that of a host, or that of a NAT gateway.</summary>
/// <param name="Holder">The interface, an entry of the graph's holder table.</param>
/// <param name="Direction">Which way it passes.</param>
/// <param name="Action">What groups and ACL say.</param>
/// <param name="Packet">The packet as it is there.</param>
public readonly record struct InterfaceEvent(int Holder, FlowDirection Direction, FlowAction Action, Packet Packet);
