using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Hosts are in two zones, the endpoint in one.</summary>
[Topology]
public static partial class EndpointOfOneZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        one.Instance("first");
        two.Instance("second");
        vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")).Subnet(one); // ND4053 at `"sqs"`: Interface endpoint 'sqs' has no interface in zone us-east-1b, where subnet 'two' has hosts: their requests go to another zone, and are lost with it; add a subnet of the zone with Subnet(…).
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class EndpointOfOneZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        one.Instance("first");
        two.Instance("second");
        vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")).Subnet(two).Subnet(one);
    }
}
