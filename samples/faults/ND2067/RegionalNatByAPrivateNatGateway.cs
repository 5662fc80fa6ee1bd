using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A regional NAT gateway sends to a private NAT gateway.</summary>
[Topology]
public static partial class RegionalNatByAPrivateNatGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var nat = vpc.RegionalNatGateway("nat");
        nat.RouteTable.Route("192.168.0.0/16", vpc.Subnet("inside", "10.0.1.0/24", "a").NatGateway("second").Private()); // ND2067 at `vpc.Subnet("inside", "10.0.1.0/24", "a").NatGateway("second").Private()`: Route table 'nat-routes' routes what regional NAT gateway 'nat' sends, which NAT gateway 'second' cannot translate again; route it to an internet gateway, a transit gateway or an interface.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class RegionalNatByAPrivateNatGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var nat = vpc.RegionalNatGateway("nat");
        vpc.Subnet("inside", "10.0.1.0/24", "a").NatGateway("second").Private();
    }
}
