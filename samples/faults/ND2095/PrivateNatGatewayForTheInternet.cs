using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A private NAT gateway is to lead to the internet.</summary>
[Topology]
public static partial class PrivateNatGatewayForTheInternet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.NatGateway("nat").Private();
        vpc.Subnet("data", "10.0.1.0/24", "a").RouteTable("data").Route("0.0.0.0/0", nat); // ND2095 at `nat`: Route table 'data' of VPC 'shop' sends 0.0.0.0/0 to NAT gateway 'nat', which is private, and whose subnet leads on to internet gateway 'igw': no private address gets through that; use a public NAT gateway, or route to where private addresses are known.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PrivateNatGatewayForTheInternetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.NatGateway("nat");
        vpc.Subnet("data", "10.0.1.0/24", "a").RouteTable("data").Route("0.0.0.0/0", nat);
    }
}
