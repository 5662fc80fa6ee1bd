namespace NetDsl.Tests.Authoring;

/// <summary>Subnets that overlap give one address twice: a fault of the author's, which the checks tell of, and no fault of ours.</summary>
public class OverlappingManagedAddressTests
{
    [Fact]
    public void Nodes_at_one_address_are_taken_in()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var group = vpc.TargetGroup("web", ListenerProtocol.Tcp, 443);
        foreach (var zone in new[] { "a", "b" })
        {
            vpc.NetworkLoadBalancer($"front-{zone}").Internal().Subnet(vpc.Subnet($"edge-{zone}", "10.0.0.0/24", zone)).Listener(ListenerProtocol.Tcp, 443, group);
        }

        Assert.Equal(2, network.Build().LoadBalancers.Count);
    }
}
