using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Edits;

/// <summary>Where a packet wants to go, and the prefix by which one would route there: the block of its VPC, the prefix of its site, or everything on the internet.</summary>
/// <param name="Prefix">The prefix.</param>
/// <param name="Vpc">The VPC; nothing where it is in none.</param>
/// <param name="Site">The site; nothing where it is in none.</param>
internal sealed record Destination(IpPrefix Prefix, Vpc? Vpc = null, Site? Site = null)
{
    /// <summary>Whether it is on the internet.</summary>
    public bool IsInternet => Vpc is null && Site is null;

    /// <summary>What an address may mean: VPCs that have an interface with it first, as several may have one prefix.</summary>
    public static IEnumerable<Destination> Of(Topology topology, IpAddress address)
    {
        var vpcs = topology.Vpcs.Where(vpc => vpc.Contains(address)).OrderBy(vpc => HasHolder(topology, vpc, address) ? 0 : 1).ToList();
        foreach (var vpc in vpcs)
        {
            yield return new Destination(vpc.AllBlocks.First(block => block.Value.Contains(address)).Value, Vpc: vpc);
        }

        foreach (var site in topology.Hybrid.Sites)
        {
            if (site.Prefixes.FirstOrDefault(prefix => prefix.Value.Contains(address)) is { } prefix)
            {
                yield return new Destination(prefix.Value, Site: site);
            }
        }

        if (Nat64.Embedded(address) is not null)
        {
            yield return new Destination(Nat64.Prefix);
        }
        else if (vpcs.Count == 0)
        {
            yield return new Destination(address.IsIpv4 ? IpPrefix.AllIpv4 : IpPrefix.AllIpv6);
        }
    }

    private static bool HasHolder(Topology topology, Vpc vpc, IpAddress address) => topology.NetworkInterfaces.Any(each =>
        (each.PrivateAddress == address || each.Ipv6Addresses.Contains(address))
        && topology.Subnets.Any(subnet => subnet.Id == each.Subnet && subnet.Vpc == vpc.Id));
}
