using System.Diagnostics.CodeAnalysis;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// What a rule of a security group or network ACL speaks of: a protocol and, where it has them, destination ports.
/// Made by <see cref="Traffic"/>: <c>Tcp(443)</c>, <c>Udp(53)</c>, <c>Icmp</c>, <c>IcmpType(8)</c>, <c>AllTraffic</c>.
/// </summary>
/// <param name="Protocol">The protocol, or any.</param>
/// <param name="DestinationPorts">
/// The ports at the receiver; of ICMP, types and codes as <see cref="IcmpMessage.Word"/> has them; all of them where the protocol has neither.
/// </param>
public sealed record TrafficSelector(Protocol Protocol, PortRange DestinationPorts)
{
    /// <summary>What was wrong in making it; told when a builder uses it, because only a builder has a network to tell.</summary>
    internal Problem? Problem { get; init; }

    /// <summary>Whether a packet of that protocol to that port, or of that type and code, is meant.</summary>
    public bool Matches(Protocol protocol, int destinationPort) =>
        Protocol.Includes(protocol) && (!Protocol.HasPortsOrTypes || DestinationPorts.Contains(destinationPort));

    /// <summary>Whether it means every packet that the other one means.</summary>
    /// <param name="other">The other one.</param>
    public bool Covers(TrafficSelector other) =>
        Protocol.IsAny
        || (Protocol == other.Protocol
            && (!other.Protocol.HasPortsOrTypes || (DestinationPorts.Contains(other.DestinationPorts.First) && DestinationPorts.Contains(other.DestinationPorts.Last))));

    /// <summary>For example <c>tcp/443</c>, <c>udp/1024-65535</c>, <c>icmp</c>, <c>icmp/8</c>, <c>icmp/3/4</c> or <c>all</c>.</summary>
    public override string ToString() =>
        Protocol.HasPorts ? $"{Protocol.ToString()}/{DestinationPorts.ToString()}"
        : Protocol.IsIcmp && DestinationPorts != PortRange.All ? $"{Protocol}/{IcmpMessage.Text(DestinationPorts)}"
        : Protocol.ToString();

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">For example <c>tcp/443</c>.</param>
    /// <param name="traffic">What it says.</param>
    /// <returns>Whether it is such text.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TrafficSelector? traffic)
    {
        traffic = null;
        var parts = (text ?? "").Split(['/'], 2);
        if (!Protocol.TryParse(parts[0], out var protocol) || (parts.Length == 1 ? protocol.HasPorts : !protocol.HasPortsOrTypes))
        {
            return false;
        }

        var ports = PortRange.All;
        if (parts.Length == 2 && !(protocol.HasPorts ? PortRange.TryParse(parts[1], out ports) : IcmpMessage.TryParse(parts[1], out ports)))
        {
            return false;
        }

        traffic = new TrafficSelector(protocol, ports);
        return true;
    }
}
