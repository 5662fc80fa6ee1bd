using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The hosts are in one zone, the endpoint in another.</summary>
[Topology]
public static partial class EndpointOfTheOtherZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        two.Instance("host");
        vpc.InterfaceEndpoint("kms", network.Region("us-east-1").Service("kms")).Subnet(one); // ND4053 at `"kms"`: Interface endpoint 'kms' has no interface in zone us-east-1b, where subnet 'two' has hosts: their requests go to another zone, and are lost with it; add a subnet of the zone with Subnet(…).
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class EndpointOfTheOtherZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        two.Instance("host");
        vpc.InterfaceEndpoint("kms", network.Region("us-east-1").Service("kms")).Subnet(two).Subnet(one);
    }
}
