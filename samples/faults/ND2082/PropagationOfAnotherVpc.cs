using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table propagates the gateway of another VPC.</summary>
[Topology]
public static partial class PropagationOfAnotherVpc
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var vgw = tools.VpnGateway("vgw");
        vpc.RouteTable("web").Propagate(vgw); // ND2082 at `vgw`: Virtual private gateway 'vgw' is attached to VPC 'tools', and so propagates into tables of that VPC only.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PropagationOfAnotherVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        var vgw = tools.VpnGateway("vgw");
        vpc.RouteTable("web");
    }
}
