using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A public NAT gateway is in a VPC without an internet gateway.</summary>
[Topology]
public static partial class NatGatewayWithoutAGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.NatGateway("nat"); // ND2004 at `"nat"`: NAT gateway 'nat' cannot reach the internet: the main route table of VPC 'shop', which its subnet 'web' uses, has no route to an internet gateway; declare an internet gateway for VPC 'shop' and route 0.0.0.0/0 to it there.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NatGatewayWithoutAGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.RouteTable("web").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        web.NatGateway("nat");
    }
}
