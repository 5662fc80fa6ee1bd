namespace NetDsl.Runtime;

/// <summary>How NAT gateways give ports and forget flows .</summary>
public sealed record NatOptions
{
    /// <summary>After how long without a packet a TCP flow is forgotten.</summary>
    public TimeSpan TcpIdle { get; init; } = TimeSpan.FromSeconds(350);

    /// <summary>The same for UDP; not published, a model.</summary>
    public TimeSpan UdpIdle { get; init; } = TimeSpan.FromSeconds(350);

    /// <summary>The same for ICMP; not published, a model.</summary>
    public TimeSpan IcmpIdle { get; init; } = TimeSpan.FromSeconds(350);

    /// <summary>How long a port rests before another flow to the same destination gets it; a model.</summary>
    public TimeSpan PortQuarantine { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// From where ports to a destination are given: from a place that the seed and the destination tell, or, without a
    /// seed, from 1024 upwards as in a trace.
    /// </summary>
    public ulong? PortSeed { get; init; }

    /// <summary>
    /// The ports that a NAT instance gives: those of its operating system for clients, of Linux by default. A NAT gateway gives 1024 to 65535.
    /// </summary>
    public PortRange InstancePorts { get; init; } = new(32768, 60999);
}
