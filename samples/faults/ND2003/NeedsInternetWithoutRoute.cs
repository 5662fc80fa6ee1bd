using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet that needs the internet has no route to it.</summary>
[Topology]
public static partial class NeedsInternetWithoutRoute
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.NatGateway("nat");
        vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet(); // ND2003 at `NeedsInternet()`: Subnet 'data' needs the internet, but the main route table of VPC 'shop' has no route there; route 0.0.0.0/0 to NAT gateway 'nat' of the same zone us-east-1a.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class NeedsInternetWithoutRouteRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.NatGateway("nat");
        vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet().RouteTable("data").Route("0.0.0.0/0", nat);
    }
}
