using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A load balancer sends to a target group of another VPC.</summary>
[Topology]
public static partial class GroupOfTargetsOfAnotherVpc
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var web = shop.Subnet("web", "10.0.0.0/24", "a");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        shop.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 443, tools.TargetGroup("web", ListenerProtocol.Tcp, 443)); // ND1066 at `tools.TargetGroup("web", ListenerProtocol.Tcp, 443)`: Target group 'web' is of VPC 'tools', load balancer 'front' of VPC 'shop'; use one of its own VPC.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GroupOfTargetsOfAnotherVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var web = shop.Subnet("web", "10.0.0.0/24", "a");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        shop.NetworkLoadBalancer("front").Internal().Subnet(web).Listener(ListenerProtocol.Tcp, 443, shop.TargetGroup("web", ListenerProtocol.Tcp, 443, TargetKind.Ip).Target("192.168.1.10"));
    }
}
