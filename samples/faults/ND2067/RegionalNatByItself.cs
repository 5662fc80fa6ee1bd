using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A regional NAT gateway sends to itself.</summary>
[Topology]
public static partial class RegionalNatByItself
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var nat = vpc.RegionalNatGateway("nat");
        nat.RouteTable.Route("192.168.0.0/16", nat); // ND2067 at `nat`: Route table 'nat-routes' routes what regional NAT gateway 'nat' sends, which regional NAT gateway 'nat' cannot translate again; route it to an internet gateway, a transit gateway or an interface.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class RegionalNatByItselfRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var nat = vpc.RegionalNatGateway("nat");
    }
}
