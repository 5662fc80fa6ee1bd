using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An interface endpoint is a target beside a host.</summary>
[Topology]
public static partial class EndpointAsSecondTarget
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host").PrivateIp("10.0.0.20");
        vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")).Subnet(web, "10.0.0.10");
        vpc.TargetGroup("queue", ListenerProtocol.Tcp, 443, TargetKind.Ip).PreserveClientAddress().Target("10.0.0.20").Target("10.0.0.10"); // ND4062 at `Target("10.0.0.10")`: 10.0.0.10 is the address of VPC endpoint 'sqs', which cannot be a target while target group 'queue' preserves client addresses; take PreserveClientAddress() away.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class EndpointAsSecondTargetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host").PrivateIp("10.0.0.20");
        vpc.InterfaceEndpoint("sqs", network.Region("us-east-1").Service("sqs")).Subnet(web, "10.0.0.10");
        vpc.TargetGroup("queue", ListenerProtocol.Tcp, 443, TargetKind.Ip).PreserveClientAddress().Target("10.0.0.20");
    }
}
