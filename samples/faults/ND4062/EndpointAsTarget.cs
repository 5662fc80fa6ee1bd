using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An interface endpoint is a target.</summary>
[Topology]
public static partial class EndpointAsTarget
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")).Subnet(web, "10.0.0.10");
        vpc.TargetGroup("queue", ListenerProtocol.Udp, 443, TargetKind.Ip).Target("10.0.0.10"); // ND4062 at `Target("10.0.0.10")`: 10.0.0.10 is the address of VPC endpoint 'sqs', which cannot be a target while target group 'queue' preserves client addresses; a group of Udp always does, so register the hosts behind it.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class EndpointAsTargetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")).Subnet(web, "10.0.0.10");
        vpc.TargetGroup("queue", ListenerProtocol.Tcp, 443, TargetKind.Ip).Target("10.0.0.10");
    }
}
