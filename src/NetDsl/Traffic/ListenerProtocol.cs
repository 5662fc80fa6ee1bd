namespace NetDsl;

/// <summary>What a listener takes, or what a target group is spoken to in.</summary>
public enum ListenerProtocol
{
    /// <summary>TCP.</summary>
    Tcp,

    /// <summary>UDP.</summary>
    Udp,

    /// <summary>TLS over TCP, which the listener ends.</summary>
    Tls,

    /// <summary>TCP and UDP on one port.</summary>
    TcpUdp,
}
