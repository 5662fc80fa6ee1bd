using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A stateful firewall is a router, too.</summary>
[Topology]
public static partial class FirewallThatRoutes
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var firewall = web.Instance("firewall").SourceDestinationCheck(false).ForwardsTraffic(stateful: true);
        firewall.ForwardsTraffic(); // ND4065 at `ForwardsTraffic()`: Instance 'firewall' forwards in another way already; keep one of ForwardsTraffic(), ForwardsTraffic(stateful: true) and TranslatesSources().
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class FirewallThatRoutesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var firewall = web.Instance("firewall").SourceDestinationCheck(false).ForwardsTraffic(stateful: true);
    }
}
