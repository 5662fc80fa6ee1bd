using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two prefix lists lead one prefix to two transit gateways.</summary>
[Topology]
public static partial class ListsOfTwoGateways
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var (one, two) = (vpc.Region.TransitGateway("one"), vpc.Region.TransitGateway("two"));
        one.Attach("shop", web);
        two.Attach("shop", web);
        var (a, b) = (vpc.Region.PrefixList("a", 4).Entry("10.1.0.0/16"), vpc.Region.PrefixList("b", 4).Entry("10.1.0.0/16"));
        vpc.MainRouteTable.Route(a, one).Route(b, two); // ND2011 at `b`: The main route table of VPC 'shop' leads 10.1.0.0/16 to transit gateway 'one' by prefix list 'a' and to transit gateway 'two' by prefix list 'b'; the vendor takes one of them at random, add a route to 10.1.0.0/16 itself, or take the entry out of one list.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ListsOfTwoGatewaysRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var (one, two) = (vpc.Region.TransitGateway("one"), vpc.Region.TransitGateway("two"));
        one.Attach("shop", web);
        two.Attach("shop", web);
        var (a, b) = (vpc.Region.PrefixList("a", 4).Entry("10.1.0.0/16"), vpc.Region.PrefixList("b", 4).Entry("10.2.0.0/16"));
        vpc.MainRouteTable.Route(a, one).Route(b, two);
    }
}
