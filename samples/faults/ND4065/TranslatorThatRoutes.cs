using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A NAT instance is a router, too.</summary>
[Topology]
public static partial class TranslatorThatRoutes
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("nat").SourceDestinationCheck(false).TranslatesSources().ForwardsTraffic(); // ND4065 at `ForwardsTraffic()`: Instance 'nat' forwards in another way already; keep one of ForwardsTraffic(), ForwardsTraffic(stateful: true) and TranslatesSources().
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TranslatorThatRoutesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("nat").SourceDestinationCheck(false).TranslatesSources();
    }
}
