using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>The records that a name has for interfaces of an endpoint. Source: "DNS record IP type", AWS PrivateLink guide.</summary>
public static class EndpointRecords
{
    /// <summary>The addresses that the name answers with: A records, then AAAA records.</summary>
    /// <param name="type">Which records there are.</param>
    /// <param name="interfaces">The interfaces: the private address of each, which is IPv4 where it has one, and its IPv6 addresses.</param>
    public static IEnumerable<IpAddress> Of(DnsRecordIpType type, IEnumerable<(IpAddress Private, EquatableArray<IpAddress> Ipv6)> interfaces)
    {
        var all = interfaces.ToList();
        return all.Where(each => type != DnsRecordIpType.Ipv6 && each.Private.IsIpv4)
            .Select(each => each.Private)
            .Concat(all.Where(each => type != DnsRecordIpType.Ipv4).SelectMany(each => each.Ipv6));
    }
}
