using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The third zone goes by the NAT gateway of the first, and has one.</summary>
[Topology]
public static partial class NatGatewayOfAThirdZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var a = vpc.Subnet("edge-a", "10.0.0.0/24", "a").Associate(edge).NatGateway("nat-a");
        var c = vpc.Subnet("edge-c", "10.0.2.0/24", "c").Associate(edge).NatGateway("nat-c");
        vpc.Subnet("data-c", "10.0.5.0/24", "c").RouteTable("data-c").Route("0.0.0.0/0", a); // ND4052 at `a`: Route table 'data-c' of VPC 'shop' leads subnet 'data-c' in zone us-east-1c to NAT gateway 'nat-a' in us-east-1a, though NAT gateway 'nat-c' is in its own zone: the way costs more, and is lost with the other zone; route to 'nat-c'.
        vpc.Subnet("data-a", "10.0.3.0/24", "a").RouteTable("data-a").Route("0.0.0.0/0", a);
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class NatGatewayOfAThirdZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var a = vpc.Subnet("edge-a", "10.0.0.0/24", "a").Associate(edge).NatGateway("nat-a");
        var c = vpc.Subnet("edge-c", "10.0.2.0/24", "c").Associate(edge).NatGateway("nat-c");
        vpc.Subnet("data-c", "10.0.5.0/24", "c").RouteTable("data-c").Route("0.0.0.0/0", c);
        vpc.Subnet("data-a", "10.0.3.0/24", "a").RouteTable("data-a").Route("0.0.0.0/0", a);
    }
}
