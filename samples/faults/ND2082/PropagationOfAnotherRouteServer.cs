using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A table propagates the route server of another VPC.</summary>
[Topology]
public static partial class PropagationOfAnotherRouteServer
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var server = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16").RouteServer("server");
        var table = vpc.RouteTable("web");
        table.Propagate(server); // ND2082 at `server`: Route server 'server' is of VPC 'tools', and so propagates into tables of that VPC only.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PropagationOfAnotherRouteServerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var server = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16").RouteServer("server");
        var table = vpc.RouteTable("web");
    }
}
