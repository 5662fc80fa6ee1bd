using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads to the internet gateway of another VPC.</summary>
[Topology]
public static partial class RouteToTheGatewayOfAnotherVpc
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        tools.MainRouteTable.Route("0.0.0.0/0", igw); // ND2005 at `igw`: The main route table of VPC 'tools' sends 0.0.0.0/0 to internet gateway 'igw', which is attached to VPC 'shop'; declare one for VPC 'tools' with InternetGateway.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class RouteToTheGatewayOfAnotherVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        tools.MainRouteTable.Route("0.0.0.0/0", tools.InternetGateway("igw-2"));
    }
}
