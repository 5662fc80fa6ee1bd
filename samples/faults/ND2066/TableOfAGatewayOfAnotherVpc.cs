using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A gateway gets a table of another VPC.</summary>
[Topology]
public static partial class TableOfAGatewayOfAnotherVpc
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var igw = vpc.InternetGateway("igw");
        igw.Associate(tools.RouteTable("ingress")); // ND2066 at `tools.RouteTable("ingress")`: Route table 'ingress' is of VPC 'tools', internet gateway 'igw' of VPC 'shop'; use one of its own VPC.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class TableOfAGatewayOfAnotherVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var igw = vpc.InternetGateway("igw");
        igw.Associate(vpc.RouteTable("ingress"));
    }
}
