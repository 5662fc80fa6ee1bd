namespace NetDsl.Analyzers.Tests.Rules;

/// <summary>Zones of network load balancers and of their targets.</summary>
public class LoadBalancerRuleTests
{
    const string Start = """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var (a, b) = (vpc.Subnet("a", "10.0.0.0/24", "a"), vpc.Subnet("b", "10.0.1.0/24", "b"));
        var web = vpc.TargetGroup("web", ListenerProtocol.Tcp, 80);
        var front = vpc.NetworkLoadBalancer("front").Internal().Listener(ListenerProtocol.Tcp, 80, web);

        """;

    [Fact]
    public void A_node_without_targets_is_underlined_at_the_load_balancer() => Squiggles.One(
        "ND4050",
        "Network load balancer 'front' has a node in us-east-1b, and target group 'web' no target there: without cross-zone load balancing the node has nobody to send to; register a target there, or call CrossZone().",
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var (a, b) = (vpc.Subnet("a", "10.0.0.0/24", "a"), vpc.Subnet("b", "10.0.1.0/24", "b"));
        var web = vpc.TargetGroup({0|"web"|}, ListenerProtocol.Tcp, 80).Target(a.Instance("web"));
        vpc.NetworkLoadBalancer([|"front"|]).Internal().Subnet(a).Subnet(b).Listener(ListenerProtocol.Tcp, 80, web);
        """);

    [Theory]
    [InlineData("""web.Target(b.Instance("one")).Target(b.Instance("two")); front.Subnet(a).Subnet(b);""")]
    [InlineData("""web.Target(a.Instance("one"), healthy: false); front.Subnet(a).Subnet(b);""")]
    [InlineData("""web.Target(a.Instance("one")).CrossZone(false); front.CrossZone().Subnet(a).Subnet(b);""")]
    public void Nodes_that_may_send_to_nobody_are_told(string rest) => Assert.Equal(["ND4050"], Squiggles.Ids(Start + rest));

    [Theory]
    [InlineData("""web.Target(a.Instance("one")); front.CrossZone().Subnet(a).Subnet(b);""")]
    [InlineData("""web.Target(a.Instance("one")).CrossZone(true); front.Subnet(a).Subnet(b);""")]
    [InlineData("""web.Target(a.Instance("one")).Target(b.Instance("two")); front.Subnet(a).Subnet(b);""")]
    [InlineData("""web.Target(a.Instance("one")); front.Subnet(a);""")]
    public void Nodes_that_have_somebody_to_send_to_are_not_told(string rest) => Assert.Empty(Squiggles.Ids(Start + rest));

    [Fact]
    public void A_target_in_a_zone_without_a_node_is_underlined_at_its_call() => Squiggles.One(
        "ND4051",
        "A target of target group 'web' is in zone us-east-1b, where network load balancer 'front' has no node: it gets nothing; add a node there with Subnet(…), or register a target of another zone.",
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var (a, b) = (vpc.Subnet("a", "10.0.0.0/24", "a"), vpc.Subnet("b", "10.0.1.0/24", "b"));
        var web = vpc.TargetGroup("web", ListenerProtocol.Tcp, 80).Target(a.Instance("one")).[|Target(b.Instance("two"))|];
        vpc.NetworkLoadBalancer({0|"front"|}).Internal().Subnet(a).Listener(ListenerProtocol.Tcp, 80, web);
        """);

    [Theory]
    [InlineData("""web.Target(a.Instance("one")).Target(b.Instance("two")); front.CrossZone().Subnet(a);""")]
    [InlineData("""web.Target(a.Instance("one")).Target(a.Instance("two")).Target(b.Instance("three"), healthy: false); front.Subnet(a);""")]
    [InlineData("""web.Target(a.Instance("one")); front.Subnet(a).Listener(ListenerProtocol.Tcp, 81, vpc.TargetGroup("ips", ListenerProtocol.Tcp, 81, TargetKind.Ip).Target("10.0.0.77").Target("10.0.1.77"));""")]
    public void Targets_without_a_node_in_their_zone_are_told(string rest) => Assert.Equal(["ND4051"], Squiggles.Ids(Start + rest));

    [Theory]
    [InlineData("""web.Target(a.Instance("one")); front.Subnet(a);""")]
    [InlineData("""web.Target(a.Instance("one")).Target(b.Instance("two")); front.Subnet(a).Subnet(b);""")]
    [InlineData("""web.Target(a.Instance("one")); front.Subnet(a).Listener(ListenerProtocol.Tcp, 81, vpc.TargetGroup("ips", ListenerProtocol.Tcp, 81, TargetKind.Ip).Target("192.168.0.9"));""")]
    public void Targets_with_a_node_in_their_zone_or_in_no_zone_are_not_told(string rest) => Assert.Empty(Squiggles.Ids(Start + rest));
}
