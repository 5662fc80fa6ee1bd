using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A provider's service in the consumer's VPC. Source: "Share your services through AWS PrivateLink", AWS PrivateLink.</summary>
[Topology]
public static partial class PrivateLinkService
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var provider = region.Vpc("provider", "10.0.0.0/16");
        var inside = provider.Subnet("inside", "10.0.0.0/24", "a");
        var targets = provider.TargetGroup("api", ListenerProtocol.Tcp, 443).Target(inside.Instance("api", provider.SecurityGroup("api").Ingress(Tcp(443), from: "10.0.0.0/16")));
        var balancer = provider.NetworkLoadBalancer("api").Internal().Subnet(inside).Listener(ListenerProtocol.Tcp, 443, targets);
        var service = provider.EndpointService("api", balancer, acceptanceRequired: false);
        var consumer = region.Vpc("consumer", "10.0.0.0/16");
        var subnet = consumer.Subnet("app", "10.0.0.0/24", "a");
        var endpoint = consumer.InterfaceEndpoint("api", service).Subnet(subnet).SecurityGroup(consumer.SecurityGroup("api").Ingress(Tcp(443), from: "10.0.0.0/16"));
        network.Expect(subnet.Instance("client")).CanReach(endpoint, Tcp(443));
    }
}
