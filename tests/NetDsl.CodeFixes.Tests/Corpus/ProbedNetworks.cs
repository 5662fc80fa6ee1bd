using System.Collections.Immutable;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.CodeFixes.Tests.Corpus;

/// <summary>
/// Networks with a host more in every subnet, that admits everything: what a route, a filter or a gateway does can be seen then, whether its author drew
/// hosts or not.
/// </summary>
static class ProbedNetworks
{
    /// <summary>Both networks with hosts in them, which have the same addresses where their subnets have.</summary>
    public static (Topology Before, Topology After) Of(Topology before, Topology after)
    {
        var subnets = before.Subnets.Concat(after.Subnets).Select(subnet => subnet.Id).Distinct().ToList();
        return (With(before, subnets), With(after, subnets));
    }

    static Topology With(Topology network, List<ElementId> subnets) => network with
    {
        SecurityGroups = [.. network.SecurityGroups, .. network.Vpcs.Select(Open)],
        NetworkInterfaces = [.. network.NetworkInterfaces, .. network.Subnets.Select(subnet => Host(network, subnet, subnets.IndexOf(subnet.Id)))],
    };

    static NetworkInterface Host(Topology network, Subnet subnet, int number)
    {
        var taken = network.NetworkInterfaces.SelectMany(each => each.Ipv6Addresses.Append(each.PrivateAddress)).ToHashSet();
        return new NetworkInterface(
            new ElementId(ElementKind.NetworkInterface, subnet.Id.Path + "/probe"),
            Origin.None,
            subnet.Id,
            null,
            LastFree(subnet.Prefix.Value, taken),
            subnet.IsIpv6Only ? null : new Ipv4Address(Ipv4Address.Parse("198.51.100.128").Value + (uint)number),
            [OpenIn(subnet.Vpc)])
        {
            Ipv6Addresses = subnet is { IsIpv6Only: false, Ipv6Prefix: { } prefix } ? [LastFree(prefix.Value, taken)] : [],
        };
    }

    static IpAddress LastFree(IpPrefix prefix, HashSet<IpAddress> taken) => Enumerable.Range(1, 200)
        .Select(back => prefix.Last.Minus((ulong)back))
        .First(address => !taken.Contains(address));

    static SecurityGroup Open(Vpc vpc) => new(
        OpenIn(vpc.Id),
        Origin.None,
        vpc.Id,
        Everything,
        Everything);

    static EquatableArray<SecurityGroupRule> Everything { get; } =
    [
        .. ImmutableArray.Create<IpPrefix>(Ipv4Prefix.All, IpPrefix.Parse("::/0"))
            .Select(prefix => new SecurityGroupRule(Traffic.AllTraffic, new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(prefix), Origin.None), Origin.None)),
    ];

    static ElementId OpenIn(ElementId vpc) => new(ElementKind.SecurityGroup, vpc.Path + "/probe");
}
