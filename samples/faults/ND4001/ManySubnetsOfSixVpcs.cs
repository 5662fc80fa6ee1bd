using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Six VPCs have two hundred subnets each.</summary>
[Topology]
public static partial class ManySubnetsOfSixVpcs
{
    static void Define(NetworkBuilder network)
    {
        var count = 200;
        network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { VpcsPerRegion = 6 } });
        for (var block = 0; block < 6; block++)
        {
            var vpc = network.Region("us-east-1").Vpc($"team-{block}", $"10.{block}.0.0/16"); // ND4001 at `$"team-{block}"`: Topology 'ManySubnetsOfSixVpcs' has more than 250,000 paths from 1,200 subnets of 6 VPCs, which is the most that are compiled; describe its parts in topologies of their own.
            for (var part = 0; part < count; part++)
            {
                vpc.Subnet($"part-{part}", $"10.{block}.{part}.0/24", "a").Instance($"host-{part}");
            }
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ManySubnetsOfSixVpcsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var count = 20;
        network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { VpcsPerRegion = 6 } });
        for (var block = 0; block < 6; block++)
        {
            var vpc = network.Region("us-east-1").Vpc($"team-{block}", $"10.{block}.0.0/16");
            for (var part = 0; part < count; part++)
            {
                vpc.Subnet($"part-{part}", $"10.{block}.{part}.0/24", "a").Instance($"host-{part}");
            }
        }
    }
}
