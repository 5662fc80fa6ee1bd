namespace NetDsl;

/// <summary>What is spoken on the ports of a destination of a custom routing accelerator.</summary>
public enum CustomRoutingProtocols
{
    /// <summary>Both: one port of the listener stands for the port in either protocol.</summary>
    TcpAndUdp,

    /// <summary>TCP alone.</summary>
    Tcp,

    /// <summary>UDP alone.</summary>
    Udp,
}
