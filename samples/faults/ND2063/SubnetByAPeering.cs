using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table leads to a subnet of its VPC by a peering connection.</summary>
[Topology]
public static partial class SubnetByAPeering
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        vpc.MainRouteTable.Route("10.0.0.0/24", peering); // ND2063 at `peering`: 10.0.0.0/24 lies in VPC 'shop', which routes it locally; route table 'main' can lead it to a NAT gateway, an interface or a Gateway Load Balancer endpoint, not to peering connection 'shop-tools'.
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class SubnetByAPeeringRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        vpc.MainRouteTable.Route("10.1.0.0/16", peering);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
    }
}
