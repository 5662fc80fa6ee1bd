using NetDsl.Addressing;

namespace NetDsl.Compiler.Graph;

/// <summary>What carries packets between the vendor and a site, an appliance that speaks for one, or a client of a Client VPN endpoint, and how they look on it.</summary>
/// <param name="Node">The element: a virtual interface, a VPN connection, a Connect peer or a Client VPN endpoint.</param>
/// <param name="Kind">How packets are framed.</param>
/// <param name="Vlan">The VLAN of a virtual interface, 1 to 4094; 0 for a tunnel.</param>
/// <param name="Near">The vendor's end of a tunnel; nothing where nobody said.</param>
/// <param name="Far">The other end of a tunnel; nothing where nobody said.</param>
public sealed record GraphCircuit(int Node, CircuitKind Kind, int Vlan, IpAddress? Near, IpAddress? Far)
{
    /// <summary>The port that clients connect to; 0 for everything else.</summary>
    public int Port { get; init; }

    /// <summary>Whether it leads to clients of a Client VPN endpoint, each with a tunnel of its own.</summary>
    public bool IsOfClients => Kind is CircuitKind.OpenVpnOverUdp or CircuitKind.OpenVpnOverTcp;
}

/// <summary>How packets are framed on a circuit.</summary>
public enum CircuitKind
{
    /// <summary>With the tag of a VLAN (802.1Q), on Direct Connect.</summary>
    Vlan,

    /// <summary>In IPsec (ESP in tunnel mode), on a VPN connection.</summary>
    Ipsec,

    /// <summary>In GRE, to a Connect peer.</summary>
    Gre,

    /// <summary>In data packets of OpenVPN over UDP, to clients of a Client VPN endpoint.</summary>
    OpenVpnOverUdp,

    /// <summary>In data packets of OpenVPN over TCP, to clients of a Client VPN endpoint.</summary>
    OpenVpnOverTcp,
}
