using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Public virtual interfaces: docs/semantics.md, section "Public virtual interfaces", and interconnect section 6.</summary>
static partial class Hybrid
{
    static readonly string[] Americas = ["us", "ca", "mx", "sa"];

    /// <summary>The best way from the vendor to a site that has registered the destination, for a packet of that region or of an edge.</summary>
    public static Heard? OnPublic(Topology topology, ElementId? region, IpAddress destination)
    {
        var heard = new List<Heard>();
        foreach (var way in Ways(topology))
        {
            if (way.Element is VirtualInterface { Kind: VirtualInterfaceKind.Public } own
                && (region is null || own.Scope switch
                {
                    AdvertisementScope.Region => way.Region == region,
                    AdvertisementScope.Continent => Part(way.Region!.Path) == Part(region.Path),
                    _ => true,
                }))
            {
                uint[] path = [.. way.Provider, .. Enumerable.Repeat(way.Asn, 1 + way.Policy.Prepends)];
                heard.AddRange(Spoken(way).Where(prefix => !IsSilent(way, prefix)).Select(prefix => new Heard(prefix, DirectConnect, 0, path, 0, way)));
            }
        }

        return Best(heard, destination);
    }

    static string Part(string region) =>
        Americas.Contains(region[..2]) ? "west" : region[..2] is "ap" or "cn" ? "east" : "middle";

    /// <summary>Section 6: public services, and what customers have in public; not the internet.</summary>
    static IEnumerable<(IpPrefix Prefix, uint[] Path)> VendorsPublic(Topology topology)
    {
        var prefixes = new List<IpPrefix>();
        var addresses = new HashSet<Ipv4Address>();
        foreach (var service in topology.PublicServices)
        {
            prefixes.Add(service.Prefix);
            if (service.Ipv6Prefix is { } ipv6)
            {
                prefixes.Add(ipv6);
            }
        }

        foreach (var address in topology.Accelerators.SelectMany(each => each.Ipv6Addresses))
        {
            prefixes.Add(IpPrefix.Of(address));
        }

        foreach (var vpc in topology.Vpcs)
        {
            prefixes.AddRange(vpc.AllBlocks.Select(block => block.Value).Where(block => block.IsIpv6 && !NotPublic(block.First)));
        }

        foreach (var address in topology.ElasticAddresses)
        {
            addresses.Add(address.Address);
        }

        addresses.UnionWith(topology.NetworkInterfaces.Select(each => each.PublicAddress).OfType<Ipv4Address>());
        addresses.UnionWith(topology.ClientVpnEndpoints.SelectMany(each => each.Associations).Select(each => each.PublicAddress).OfType<Ipv4Address>());
        foreach (var gateway in topology.NatGateways)
        {
            addresses.UnionWith(gateway.SecondaryAddresses.Select(each => each.PublicAddress).Append(gateway.PublicAddress).OfType<Ipv4Address>());
        }

        addresses.UnionWith(topology.RegionalNatGateways.SelectMany(each => each.Zones).SelectMany(zone => zone.Addresses));
        addresses.UnionWith(topology.Accelerators.SelectMany(each => each.Addresses));
        addresses.ExceptWith(topology.ElasticAddresses.Where(each => !each.IsAdvertised).Select(each => each.Address));
        return prefixes.Concat(addresses.Select(address => IpPrefix.Of(address))).Select(prefix => (prefix, (uint[])[7224, 7224, 7224]));
    }

    /// <summary>RFC 4291: global unicast is 2000::/3.</summary>
    static bool NotPublic(IpAddress address) => !IpPrefix.Parse("2000::/3").Contains(address);
}
