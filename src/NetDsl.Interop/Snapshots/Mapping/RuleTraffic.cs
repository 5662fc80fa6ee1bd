using System.Globalization;
using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <summary>Reads what rules of security groups and entries of network ACLs speak of.</summary>
internal static class RuleTraffic
{
    /// <summary>Of a rule of a security group: the types and codes of ICMP stand where other protocols have ports.</summary>
    public static TrafficSelector? OfPermission(SnapshotValue permission)
    {
        if (ProtocolOf(permission.Text("IpProtocol")) is not { } protocol)
        {
            return null;
        }

        var (from, to) = (permission.Number("FromPort"), permission.Number("ToPort"));
        return protocol.IsIcmp ? Icmp(protocol, from ?? -1, to ?? -1) : Ports(protocol, from ?? -1, to ?? -1);
    }

    /// <summary>Of an entry of a network ACL.</summary>
    public static TrafficSelector? OfEntry(SnapshotValue entry)
    {
        if (ProtocolOf(entry.Text("Protocol")) is not { } protocol)
        {
            return null;
        }

        if (protocol.IsIcmp)
        {
            var message = entry.Object("IcmpTypeCode");
            return Icmp(protocol, message?.Number("Type") ?? -1, message?.Number("Code") ?? -1);
        }

        var range = entry.Object("PortRange");
        return Ports(protocol, range?.Number("From") ?? -1, range?.Number("To") ?? -1);
    }

    private static Protocol? ProtocolOf(string? text) => text?.ToLowerInvariant() switch
    {
        null or "-1" or "all" => Protocol.Any,
        "tcp" => Protocol.Tcp,
        "udp" => Protocol.Udp,
        "icmp" => Protocol.Icmp,
        "icmpv6" => Protocol.Icmpv6,
        { } number when byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) => Protocol.FromNumber(known),
        _ => null,
    };

    private static TrafficSelector? Ports(Protocol protocol, long from, long to) =>
        !protocol.HasPorts || from < 0 ? new TrafficSelector(protocol, PortRange.All)
        : from <= ushort.MaxValue && to >= from && to <= ushort.MaxValue ? new TrafficSelector(protocol, new PortRange((ushort)from, (ushort)to))
        : null;

    private static TrafficSelector? Icmp(Protocol protocol, long type, long code) => (type, code) switch
    {
        ( < 0, _) => new TrafficSelector(protocol, PortRange.All),
        ( > byte.MaxValue, _) or (_, > byte.MaxValue) => null,
        (_, < 0) => new TrafficSelector(protocol, IcmpMessage.AllCodes((byte)type)),
        _ => Single(protocol, new IcmpMessage((byte)type, (byte)code).Word),
    };

    private static TrafficSelector Single(Protocol protocol, ushort word) => new(protocol, new PortRange(word, word));
}
