using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Each address is led to on ten ports, and the listener counts one.</summary>
[Topology]
public static partial class PortsOfManyDestinations
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var games = vpc.Subnet("games", "10.0.0.0/24", "a");
        network.CustomRoutingAccelerator("games").Listener(5000, 5299).EndpointGroup(vpc.Region, 7000, 7009).Subnet(games); // ND1041 at `Listener(5000, 5299)`: The listener has 300 ports, and the addresses of its subnets take 2510, one for each port that they are led to; give it more, or lead to fewer.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PortsOfManyDestinationsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var games = vpc.Subnet("games", "10.0.0.0/24", "a");
        network.CustomRoutingAccelerator("games").Listener(5000, 7999).EndpointGroup(vpc.Region, 7000, 7009).Subnet(games);
    }
}
