using System.Globalization;

namespace NetDsl.Interop;

/// <summary>What rules speak of as text: <c>tcp/443</c>, <c>udp/1024-65535</c>, <c>icmp</c>, <c>50</c>, <c>all</c>.</summary>
internal static class TrafficText
{
    public static TrafficSelector Read(JsonPlace place)
    {
        var text = place.Text();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (Protocol.TryParse(slash < 0 ? text : text[..slash], out var protocol) && protocol.HasPorts == slash >= 0)
        {
            if (slash < 0)
            {
                return new TrafficSelector(protocol, PortRange.All);
            }

            var ends = text[(slash + 1)..].Split('-');
            if (ends.Length is 1 or 2 && TryReadPort(ends[0], out var first) && TryReadPort(ends[^1], out var last) && first <= last)
            {
                return new TrafficSelector(protocol, new PortRange(first, last));
            }
        }

        throw place.Fault($"'{JsonPlace.Printable(text)}' is not traffic; write tcp/443, udp/1024-65535, icmp, all or a protocol number");
    }

    private static bool TryReadPort(string text, out ushort port) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port);
}
