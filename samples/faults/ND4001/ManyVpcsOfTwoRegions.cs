using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two regions that nothing joins are one topology.</summary>
[Topology]
public static partial class ManyVpcsOfTwoRegions
{
    static void Define(NetworkBuilder network)
    {
        var count = 13;
        network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { VpcsPerRegion = 13 } });
        foreach (var region in new[] { "us-east-1", "eu-west-1" })
        {
            for (var block = 0; block < count; block++)
            {
                var vpc = network.Region(region).Vpc($"team-{block}", $"10.{block}.0.0/16"); // ND4001 at `$"team-{block}"`: Topology 'ManyVpcsOfTwoRegions' has more than 250,000 paths from 2,600 subnets of 26 VPCs, which is the most that are compiled; describe its parts in topologies of their own.
                for (var part = 0; part < 100; part++)
                {
                    vpc.Subnet($"part-{part}", $"10.{block}.{part}.0/24", "a").Instance($"host-{part}");
                }
            }
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ManyVpcsOfTwoRegionsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var count = 5;
        network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { VpcsPerRegion = 13 } });
        foreach (var region in new[] { "us-east-1", "eu-west-1" })
        {
            for (var block = 0; block < count; block++)
            {
                var vpc = network.Region(region).Vpc($"team-{block}", $"10.{block}.0.0/16");
                for (var part = 0; part < 100; part++)
                {
                    vpc.Subnet($"part-{part}", $"10.{block}.{part}.0/24", "a").Instance($"host-{part}");
                }
            }
        }
    }
}
