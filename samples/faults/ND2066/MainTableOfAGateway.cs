using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The main table is associated with an internet gateway.</summary>
[Topology]
public static partial class MainTableOfAGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        igw.Associate(vpc.MainRouteTable); // ND2066 at `vpc.MainRouteTable`: The main route table of VPC 'shop' cannot be the table of internet gateway 'igw'; declare one for it.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class MainTableOfAGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        igw.Associate(vpc.RouteTable("ingress"));
    }
}
