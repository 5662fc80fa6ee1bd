using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A listener has enough ports for one of its two subnets.</summary>
[Topology]
public static partial class PortsOfTwoSubnets
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var first = vpc.Subnet("first", "10.0.0.0/24", "a");
        var second = vpc.Subnet("second", "10.0.1.0/24", "b");
        network.CustomRoutingAccelerator("games").Listener(5000, 5299).EndpointGroup(vpc.Region, 80, 80).Subnet(first).Group.Subnet(second); // ND1041 at `Listener(5000, 5299)`: The listener has 300 ports, and the addresses of its subnets take 502, one for each port that they are led to; give it more, or lead to fewer.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PortsOfTwoSubnetsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var first = vpc.Subnet("first", "10.0.0.0/24", "a");
        var second = vpc.Subnet("second", "10.0.1.0/24", "b");
        network.CustomRoutingAccelerator("games").Listener(5000, 5599).EndpointGroup(vpc.Region, 80, 80).Subnet(first).Group.Subnet(second);
    }
}
