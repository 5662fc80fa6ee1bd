using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table leads one prefix to two targets.</summary>
[Topology]
public static partial class RouteTwice
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        var igw = vpc.InternetGateway("igw");
        edge.RouteTable("edge").Route("0.0.0.0/0", igw);
        var data = vpc.Subnet("data", "10.0.1.0/24", "a").RouteTable("data").Route("0.0.0.0/0", edge.NatGateway("nat"));
        data.Route("0.0.0.0/0", igw); // ND2060 at `"0.0.0.0/0"`: Route table 'data' routes 0.0.0.0/0 already; a table has one static route to a prefix.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        var igw = vpc.InternetGateway("igw");
        edge.RouteTable("edge").Route("0.0.0.0/0", igw);
        var data = vpc.Subnet("data", "10.0.1.0/24", "a").RouteTable("data").Route("0.0.0.0/0", edge.NatGateway("nat"));
    }
}
