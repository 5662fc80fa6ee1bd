using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A hundred subnets of 25 VPCs each are one topology.</summary>
[Topology]
public static partial class ManyVpcsOfHundredSubnets
{
    static void Define(NetworkBuilder network)
    {
        var count = 25;
        network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { VpcsPerRegion = 25 } });
        for (var block = 0; block < count; block++)
        {
            var vpc = network.Region("us-east-1").Vpc($"team-{block}", $"10.{block}.0.0/16"); // ND4001 at `$"team-{block}"`: Topology 'ManyVpcsOfHundredSubnets' has more than 250,000 paths from 2,500 subnets of 25 VPCs, which is the most that are compiled; describe its parts in topologies of their own.
            for (var part = 0; part < 100; part++)
            {
                vpc.Subnet($"part-{part}", $"10.{block}.{part}.0/24", "a").Instance($"host-{part}");
            }
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ManyVpcsOfHundredSubnetsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var count = 5;
        network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { VpcsPerRegion = 25 } });
        for (var block = 0; block < count; block++)
        {
            var vpc = network.Region("us-east-1").Vpc($"team-{block}", $"10.{block}.0.0/16");
            for (var part = 0; part < 100; part++)
            {
                vpc.Subnet($"part-{part}", $"10.{block}.{part}.0/24", "a").Instance($"host-{part}");
            }
        }
    }
}
