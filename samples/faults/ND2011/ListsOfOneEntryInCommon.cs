using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two lists share one entry among others, and no route decides it.</summary>
[Topology]
public static partial class ListsOfOneEntryInCommon
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var tools = vpc.Region.Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        var hub = vpc.Region.TransitGateway("hub");
        hub.Attach("shop", web);
        var near = vpc.Region.PrefixList("near", 4).Entry("10.1.0.0/16");
        var far = vpc.Region.PrefixList("far", 4).Entry("10.1.0.0/16").Entry("10.2.0.0/16");
        vpc.MainRouteTable.Route(near, peering).Route(far, hub); // ND2011 at `near`: The main route table of VPC 'shop' leads 10.1.0.0/16 to transit gateway 'hub' by prefix list 'far' and to peering connection 'shop-tools' by prefix list 'near'; the vendor takes one of them at random, add a route to 10.1.0.0/16 itself, or take the entry out of one list.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ListsOfOneEntryInCommonRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var tools = vpc.Region.Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", vpc, tools).AcceptedBy(network.DefaultAccount);
        tools.MainRouteTable.Route("10.0.0.0/16", peering);
        var hub = vpc.Region.TransitGateway("hub");
        hub.Attach("shop", web);
        var near = vpc.Region.PrefixList("near", 4).Entry("10.1.0.0/16");
        var far = vpc.Region.PrefixList("far", 4).Entry("10.1.0.0/16").Entry("10.2.0.0/16");
        vpc.MainRouteTable.Route(near, peering).Route(far, hub).Route("10.1.0.0/16", peering);
    }
}
