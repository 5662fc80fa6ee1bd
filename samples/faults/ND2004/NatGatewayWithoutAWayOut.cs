using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A public NAT gateway is in a subnet without a route to the internet.</summary>
[Topology]
public static partial class NatGatewayWithoutAWayOut
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.NatGateway("nat"); // ND2004 at `"nat"`: NAT gateway 'nat' cannot reach the internet: the main route table of VPC 'shop', which its subnet 'edge' uses, has no route to an internet gateway; route 0.0.0.0/0 to internet gateway 'igw' there.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class NatGatewayWithoutAWayOutRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", igw);
        edge.NatGateway("nat");
    }
}
