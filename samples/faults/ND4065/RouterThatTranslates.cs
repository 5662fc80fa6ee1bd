using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A router translates sources, too.</summary>
[Topology]
public static partial class RouterThatTranslates
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("router").SourceDestinationCheck(false).ForwardsTraffic().TranslatesSources(); // ND4065 at `TranslatesSources()`: Instance 'router' forwards in another way already; keep one of ForwardsTraffic(), ForwardsTraffic(stateful: true) and TranslatesSources().
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouterThatTranslatesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("router").SourceDestinationCheck(false).ForwardsTraffic();
    }
}
