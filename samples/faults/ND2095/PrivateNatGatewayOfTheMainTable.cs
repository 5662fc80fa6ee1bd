using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The main table leads everything to a private NAT gateway in a public subnet.</summary>
[Topology]
public static partial class PrivateNatGatewayOfTheMainTable
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        vpc.Subnet("data", "10.0.1.0/24", "a");
        vpc.MainRouteTable.Route("0.0.0.0/0", edge.NatGateway("nat").Private()); // ND2095 at `edge.NatGateway("nat").Private()`: The main route table of VPC 'shop' sends 0.0.0.0/0 to NAT gateway 'nat', which is private, and whose subnet leads on to internet gateway 'igw': no private address gets through that; use a public NAT gateway, or route to where private addresses are known.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PrivateNatGatewayOfTheMainTableRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        vpc.Subnet("data", "10.0.1.0/24", "a");
        vpc.MainRouteTable.Route("0.0.0.0/0", edge.NatGateway("nat"));
    }
}
