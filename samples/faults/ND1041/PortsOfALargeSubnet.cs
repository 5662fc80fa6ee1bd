using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A listener has fewer ports than the addresses of its subnet take.</summary>
[Topology]
public static partial class PortsOfALargeSubnet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var games = vpc.Subnet("games", "10.0.0.0/24", "a");
        network.CustomRoutingAccelerator("games").Listener(5000, 5099).EndpointGroup(vpc.Region, 80, 80).Subnet(games); // ND1041 at `Listener(5000, 5099)`: The listener has 100 ports, and the addresses of its subnets take 251, one for each port that they are led to; give it more, or lead to fewer.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PortsOfALargeSubnetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var games = vpc.Subnet("games", "10.0.0.0/24", "a");
        network.CustomRoutingAccelerator("games").Listener(5000, 5299).EndpointGroup(vpc.Region, 80, 80).Subnet(games);
    }
}
