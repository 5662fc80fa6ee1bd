using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A gateway gets two tables.</summary>
[Topology]
public static partial class SecondTableOfAGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        igw.Associate(vpc.RouteTable("ingress"));
        igw.Associate(vpc.RouteTable("second")); // ND2066 at `vpc.RouteTable("second")`: Internet gateway 'igw' has route table 'ingress' already; a gateway has one, put everything into it.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SecondTableOfAGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        igw.Associate(vpc.RouteTable("ingress"));
    }
}
