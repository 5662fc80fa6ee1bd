using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A public NAT gateway is in the subnet that it serves.</summary>
[Topology]
public static partial class NatGatewayInAPrivateSubnet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", igw);
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        var nat = data.NatGateway("nat"); // ND2004 at `"nat"`: NAT gateway 'nat' cannot reach the internet: route table 'data' of VPC 'shop', which its subnet 'data' uses, has no route to an internet gateway; route 0.0.0.0/0 to internet gateway 'igw' there.
        data.RouteTable("data").Route("192.168.0.0/16", nat);
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class NatGatewayInAPrivateSubnetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", igw);
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        var nat = edge.NatGateway("nat");
        data.RouteTable("data").Route("192.168.0.0/16", nat);
    }
}
