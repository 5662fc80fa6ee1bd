namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    // Some lie in others, and some in names of the vendor's.
    static readonly string[] DomainsDrawn = ["corp.example", "eu.corp.example", "example", "us-east-1.amazonaws.com", "s3.us-east-1.amazonaws.com"];

    static readonly string[] RecordsDrawn = ["db", "*", "a.b", "s3"];

    readonly List<SiteBuilder> sitesDrawn = [];

    /// <summary>Zones, rules and resolvers: with dice of its own, so that the rest of a seed's network stays as it is.</summary>
    void DrawNames(int seed)
    {
        var own = new Dice(unchecked(seed * 6271) ^ 0x2f31);
        foreach (var vpc in vpcs)
        {
            vpc.Builder.DnsSupport(own.Chance(85)).DnsHostnames(own.Chance(70));
        }

        foreach (var domain in own.Some(DomainsDrawn, 40))
        {
            var zone = network.PrivateHostedZone(domain);
            own.Some(vpcs, 50).ForEach(vpc => zone.Associate(vpc.Builder));
            own.Some(RecordsDrawn, 50).ForEach(record => zone.Record(record, $"10.{own.Between(0, 255)}.0.{own.Between(1, 9)}"));
        }

        foreach (var (domain, index) in own.Some(DomainsDrawn, 25).Select((domain, index) => (domain, index)))
        {
            var rule = network.Region(RegionNames[0]).ResolverRule($"rule{index}", domain).Target("192.168.0.53");
            own.Some(vpcs.Where(vpc => vpc.Builder.Region == rule.Region), 50).ForEach(vpc => rule.Associate(vpc.Builder));
        }

        foreach (var site in own.Some(sitesDrawn, 60))
        {
            var vpc = own.Pick(vpcs);
            if (vpc.Subnets.Find(subnet => subnet.Prefix.Length <= 26) is { } home)
            {
                site.ResolvesBy(vpc.Builder.InboundResolverEndpoint($"for-{site.Name}").Subnet(home.Builder));
            }
        }
    }
}
