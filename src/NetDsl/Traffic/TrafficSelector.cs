using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// What a rule of a security group or network ACL speaks of: a protocol and, where it has them, destination ports.
/// Made by <see cref="Traffic"/>: <c>Tcp(443)</c>, <c>Udp(53)</c>, <c>Icmp</c>, <c>AllTraffic</c>.
/// </summary>
/// <param name="Protocol">The protocol, or any.</param>
/// <param name="DestinationPorts">The ports at the receiver; all of them where the protocol has none.</param>
public sealed record TrafficSelector(Protocol Protocol, PortRange DestinationPorts)
{
    /// <summary>What was wrong in making it; told when a builder uses it, because only a builder has a network to tell.</summary>
    internal Problem? Problem { get; init; }

    /// <summary>Whether a packet of that protocol to that port is meant.</summary>
    public bool Matches(Protocol protocol, int destinationPort) =>
        Protocol.Includes(protocol) && (!Protocol.HasPorts || DestinationPorts.Contains(destinationPort));

    /// <summary>For example <c>tcp/443</c>, <c>udp/1024-65535</c>, <c>icmp</c> or <c>all</c>.</summary>
    public override string ToString() => Protocol.HasPorts ? $"{Protocol}/{DestinationPorts}" : Protocol.ToString();
}
