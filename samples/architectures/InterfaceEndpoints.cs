using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Private hosts ask services by interface endpoints in every zone. Source: "Access an AWS service using an interface VPC endpoint", AWS PrivateLink.</summary>
[Topology]
public static partial class InterfaceEndpoints
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("app", "10.0.0.0/16").DnsHostnames();
        var clients = vpc.SecurityGroup("clients");
        var admit = vpc.SecurityGroup("endpoints").Ingress(Tcp(443), from: clients);
        var queue = vpc.InterfaceEndpoint("sqs", region.Service("sqs")).SecurityGroup(admit);
        var keys = vpc.InterfaceEndpoint("kms", region.Service("kms")).SecurityGroup(admit);
        foreach (var (index, zone) in new[] { "a", "b", "c" }.Index())
        {
            var subnet = vpc.Subnet($"app-{zone}", $"10.0.{index}.0/24", zone);
            queue.Subnet(subnet);
            keys.Subnet(subnet);
            subnet.Instance($"app-{zone}", clients);
        }

        network.Expect(vpc.Instance("app-a")).CanReach(queue, Tcp(443));
        network.Expect(vpc.Instance("app-c")).CanReach(keys, Tcp(443));
    }
}
