namespace NetDsl.Interop;

/// <summary>What rules speak of as text: <c>tcp/443</c>, <c>udp/1024-65535</c>, <c>icmp</c>, <c>icmp/3/4</c>, <c>50</c>, <c>all</c>.</summary>
internal static class TrafficText
{
    public static TrafficSelector Read(JsonPlace place) => place.Text() is var text && TrafficSelector.TryParse(text, out var traffic)
        ? traffic
        : throw place.Fault($"'{JsonPlace.Printable(text)}' is not traffic; write tcp/443, udp/1024-65535, icmp, icmp/8, all or a protocol number");
}
