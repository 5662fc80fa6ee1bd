using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two prefix lists of one table lead one prefix to two targets.</summary>
[Topology]
public static partial class ListsOfTwoTargets
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        var hub = region.TransitGateway("hub");
        hub.Attach("shop", web);
        var one = region.PrefixList("one", 2).Entry("10.1.0.0/16");
        var two = region.PrefixList("two", 2).Entry("10.1.0.0/16");
        vpc.MainRouteTable.Route(one, peering).Route(two, hub); // ND2011 at `two`: The main route table of VPC 'shop' leads 10.1.0.0/16 to peering connection 'shop-tools' by prefix list 'one' and to transit gateway 'hub' by prefix list 'two'; the vendor takes one of them at random, add a route to 10.1.0.0/16 itself, or take the entry out of one list.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ListsOfTwoTargetsRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        var hub = region.TransitGateway("hub");
        hub.Attach("shop", web);
        var one = region.PrefixList("one", 2).Entry("10.1.0.0/16");
        var two = region.PrefixList("two", 2).Entry("10.2.0.0/16");
        vpc.MainRouteTable.Route(one, peering).Route(two, hub);
    }
}
