using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Both zones go by the NAT gateway of the first.</summary>
[Topology]
public static partial class NatGatewayOfTheFirstZone
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var one = vpc.Subnet("edge-a", "10.0.0.0/24", "a");
        var two = vpc.Subnet("edge-b", "10.0.1.0/24", "b");
        var edge = vpc.RouteTable("edge").Route("0.0.0.0/0", igw);
        one.Associate(edge);
        two.Associate(edge);
        var first = one.NatGateway("nat-a");
        var second = two.NatGateway("nat-b");
        vpc.Subnet("data-a", "10.0.2.0/24", "a").RouteTable("data-a").Route("0.0.0.0/0", first);
        vpc.Subnet("data-b", "10.0.3.0/24", "b").RouteTable("data-b").Route("0.0.0.0/0", first); // ND4052 at `first`: Route table 'data-b' of VPC 'shop' leads subnet 'data-b' in zone us-east-1b to NAT gateway 'nat-a' in us-east-1a, though NAT gateway 'nat-b' is in its own zone: the way costs more, and is lost with the other zone; route to 'nat-b'.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class NatGatewayOfTheFirstZoneRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var one = vpc.Subnet("edge-a", "10.0.0.0/24", "a");
        var two = vpc.Subnet("edge-b", "10.0.1.0/24", "b");
        var edge = vpc.RouteTable("edge").Route("0.0.0.0/0", igw);
        one.Associate(edge);
        two.Associate(edge);
        var first = one.NatGateway("nat-a");
        var second = two.NatGateway("nat-b");
        vpc.Subnet("data-a", "10.0.2.0/24", "a").RouteTable("data-a").Route("0.0.0.0/0", first);
        vpc.Subnet("data-b", "10.0.3.0/24", "b").RouteTable("data-b").Route("0.0.0.0/0", second);
    }
}
