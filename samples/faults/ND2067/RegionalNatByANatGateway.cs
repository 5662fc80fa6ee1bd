using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A regional NAT gateway sends to a NAT gateway.</summary>
[Topology]
public static partial class RegionalNatByANatGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        var igw = vpc.InternetGateway("igw");
        edge.RouteTable("edge").Route("0.0.0.0/0", igw);
        vpc.RegionalNatGateway("nat").RouteTable.Route("192.168.0.0/16", edge.NatGateway("second")); // ND2067 at `edge.NatGateway("second")`: Route table 'nat-routes' routes what regional NAT gateway 'nat' sends, which NAT gateway 'second' cannot translate again; route it to an internet gateway, a transit gateway or an interface.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class RegionalNatByANatGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        var igw = vpc.InternetGateway("igw");
        edge.RouteTable("edge").Route("0.0.0.0/0", igw);
        vpc.RegionalNatGateway("nat");
    }
}
