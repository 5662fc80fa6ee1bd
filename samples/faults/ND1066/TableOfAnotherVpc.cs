using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet is associated with a route table of another VPC.</summary>
[Topology]
public static partial class TableOfAnotherVpc
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        shop.Subnet("web", "10.0.0.0/24", "a").Associate(tools.RouteTable("private")); // ND1066 at `tools.RouteTable("private")`: Route table 'private' is of VPC 'tools', subnet 'web' of VPC 'shop'; use one of its own VPC.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class TableOfAnotherVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        shop.Subnet("web", "10.0.0.0/24", "a").Associate(shop.RouteTable("private"));
    }
}
