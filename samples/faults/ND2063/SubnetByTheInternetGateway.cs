using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table leads to a subnet of its VPC by the internet gateway.</summary>
[Topology]
public static partial class SubnetByTheInternetGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var igw = vpc.InternetGateway("igw");
        vpc.MainRouteTable.Route("10.0.0.0/24", igw); // ND2063 at `igw`: 10.0.0.0/24 lies in VPC 'shop', which routes it locally; route table 'main' can lead it to a NAT gateway, an interface or a Gateway Load Balancer endpoint, not to internet gateway 'igw'.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SubnetByTheInternetGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var igw = vpc.InternetGateway("igw");
        vpc.MainRouteTable.Route("0.0.0.0/0", igw);
    }
}
