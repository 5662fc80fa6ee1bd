namespace NetDsl.CodeFixes.Tests.Fixes;

public class LoadBalancerFixTests
{
    const string Start = """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var (a, b) = (vpc.Subnet("a", "10.0.0.0/24", "a"), vpc.Subnet("b", "10.0.1.0/24", "b"));
        var web = vpc.TargetGroup("web", ListenerProtocol.Tcp, 80).Target(a.Instance("web", vpc.SecurityGroup("web")));

        """;

    [Fact]
    public Task A_load_balancer_sends_to_the_targets_of_all_zones() => Repair.Turns(
        "ND4050",
        Start + """vpc.NetworkLoadBalancer("front").Internal().Subnet(a).Subnet(b).Listener(ListenerProtocol.Tcp, 80, web);""",
        Start + """vpc.NetworkLoadBalancer("front").CrossZone().Internal().Subnet(a).Subnet(b).Listener(ListenerProtocol.Tcp, 80, web);""");

    [Fact]
    public Task A_group_that_says_otherwise_is_left_to_its_author() => Repair.IsRefused(
        "ND4050",
        Start + """web.CrossZone(false); vpc.NetworkLoadBalancer("front").Internal().Subnet(a).Subnet(b).Listener(ListenerProtocol.Tcp, 80, web);""");
}
