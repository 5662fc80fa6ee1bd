using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An interface endpoint gets two subnets of one zone.</summary>
[Topology]
public static partial class TwoInterfacesOfAZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "a");
        var endpoint = vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")).Subnet(one);
        endpoint.Subnet(two); // ND1073 at `two`: VPC endpoint 'sqs' is in zone us-east-1a by subnet 'one' already; it has one subnet a zone.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TwoInterfacesOfAZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "a");
        var endpoint = vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")).Subnet(one);
    }
}
