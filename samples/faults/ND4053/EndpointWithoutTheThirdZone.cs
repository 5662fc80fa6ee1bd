using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Hosts are in three zones, the endpoint in two.</summary>
[Topology]
public static partial class EndpointWithoutTheThirdZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        var three = vpc.Subnet("three", "10.0.2.0/24", "c");
        one.Instance("first");
        three.Instance("third");
        var endpoint = vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")); // ND4053 at `"sqs"`: Interface endpoint 'sqs' has no interface in zone us-east-1c, where subnet 'three' has hosts: their requests go to another zone, and are lost with it; add a subnet of the zone with Subnet(…).
        endpoint.Subnet(one).Subnet(two);
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class EndpointWithoutTheThirdZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        var three = vpc.Subnet("three", "10.0.2.0/24", "c");
        one.Instance("first");
        three.Instance("third");
        var endpoint = vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")).Subnet(three);
        endpoint.Subnet(one).Subnet(two);
    }
}
