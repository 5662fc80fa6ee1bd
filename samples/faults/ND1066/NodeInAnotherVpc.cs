using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A load balancer gets a node in a subnet of another VPC.</summary>
[Topology]
public static partial class NodeInAnotherVpc
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var web = shop.Subnet("web", "10.0.0.0/24", "a");
        var tools = region.Vpc("tools", "10.1.0.0/16").Subnet("tools", "10.1.0.0/24", "b");
        shop.NetworkLoadBalancer("front").Internal().Subnet(web).Subnet(tools); // ND1066 at `tools`: Subnet 'tools' is of VPC 'tools', network load balancer 'front' of VPC 'shop'; use subnets of its own VPC.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NodeInAnotherVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var web = shop.Subnet("web", "10.0.0.0/24", "a");
        var tools = region.Vpc("tools", "10.1.0.0/16").Subnet("tools", "10.1.0.0/24", "b");
        shop.NetworkLoadBalancer("front").Internal().Subnet(web);
    }
}
