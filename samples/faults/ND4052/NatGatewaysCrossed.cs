using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>One table leads to the NAT gateway of the next zone.</summary>
[Topology]
public static partial class NatGatewaysCrossed
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var a = vpc.Subnet("edge-a", "10.0.0.0/24", "a").Associate(edge).NatGateway("nat-a");
        var b = vpc.Subnet("edge-b", "10.0.1.0/24", "b").Associate(edge).NatGateway("nat-b");
        vpc.Subnet("data-b", "10.0.3.0/24", "b").RouteTable("data-b").Route("0.0.0.0/0", b);
        vpc.Subnet("data-a", "10.0.2.0/24", "a").RouteTable("data-a").Route("0.0.0.0/0", b); // ND4052 at `b`: Route table 'data-a' of VPC 'shop' leads subnet 'data-a' in zone us-east-1a to NAT gateway 'nat-b' in us-east-1b, though NAT gateway 'nat-a' is in its own zone: the way costs more, and is lost with the other zone; route to 'nat-a'.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class NatGatewaysCrossedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var a = vpc.Subnet("edge-a", "10.0.0.0/24", "a").Associate(edge).NatGateway("nat-a");
        var b = vpc.Subnet("edge-b", "10.0.1.0/24", "b").Associate(edge).NatGateway("nat-b");
        vpc.Subnet("data-b", "10.0.3.0/24", "b").RouteTable("data-b").Route("0.0.0.0/0", b);
        vpc.Subnet("data-a", "10.0.2.0/24", "a").RouteTable("data-a").Route("0.0.0.0/0", a);
    }
}
