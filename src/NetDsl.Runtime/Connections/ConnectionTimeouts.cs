namespace NetDsl.Runtime;

/// <summary>After how long without a packet a tracked connection is forgotten. Source: "Amazon EC2 security group connection tracking".</summary>
public sealed record ConnectionTimeouts
{
    /// <summary>TCP that both ends have spoken on; the vendor's 350 s on its newest hosts, 432,000 s elsewhere.</summary>
    public TimeSpan TcpEstablished { get; init; } = TimeSpan.FromSeconds(432_000);

    /// <summary>TCP before the answer and behind the end; not published, a model.</summary>
    public TimeSpan TcpOpeningOrClosing { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>UDP in one direction, or one exchange.</summary>
    public TimeSpan UdpExchange { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>UDP of more than one exchange.</summary>
    public TimeSpan UdpStream { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>ICMP; not published, a model.</summary>
    public TimeSpan Icmp { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Every other protocol.</summary>
    public TimeSpan Other { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>No connection is forgotten sooner behind a packet of it.</summary>
    internal TimeSpan Shortest => new[] { TcpEstablished, TcpOpeningOrClosing, UdpExchange, UdpStream, Icmp, Other }.Min();

    internal TimeSpan For(Protocol protocol, ConnectionState state) => protocol.Number switch
    {
        6 => state == ConnectionState.Established ? TcpEstablished : TcpOpeningOrClosing,
        17 => state == ConnectionState.Stream ? UdpStream : UdpExchange,
        1 or 58 => Icmp,
        _ => Other,
    };
}
