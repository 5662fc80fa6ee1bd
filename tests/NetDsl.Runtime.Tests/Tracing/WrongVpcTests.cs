using NetDsl.Compiler.Lowering;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests.Tracing;

/// <summary>Of two peers that overlap each other, the wrong one may get the reply: the trace names it.</summary>
public class WrongVpcTests
{
    [Theory]
    [Trait("Vector", "interconnect 1.3")]
    [InlineData(true, "the reply arrives at us-east-1/c/twin in VPC us-east-1/c, the wrong one, not at us-east-1/b/asking")]
    [InlineData(false, "the reply goes to VPC us-east-1/c instead of us-east-1/b: ")]
    public void Verdict_names_the_third_vpc(bool twin, string text)
    {
        var network = new NetworkBuilder();
        var region = network.Region("us-east-1");
        var (a, b, c) = (region.Vpc("a", "172.16.0.0/16"), region.Vpc("b", "10.0.0.0/16"), region.Vpc("c", "10.0.0.0/16"));
        var (ab, ac) = (network.Peer("ab", a, b), network.Peer("ac", a, c));
        a.MainRouteTable.Route("10.0.0.0/16", ac).Route("10.0.1.0/24", ab);
        b.MainRouteTable.Route("172.16.0.0/16", ab);
        var server = a.Subnet("s", "172.16.0.0/24", "a").Instance("server", a.SecurityGroup("open").Ingress(AllTraffic, from: AnyIpv4));
        var asking = b.Subnet("s", "10.0.2.0/24", "a").Instance("asking").PrivateIp("10.0.2.5");
        var there = c.Subnet("s", "10.0.2.0/24", "a");
        if (twin)
        {
            there.Instance("twin").PrivateIp("10.0.2.5");
        }

        var trace = new CompiledNetwork(TopologyLowering.Lower(network.Build())).Trace(Endpoint.Of(asking.Id), Endpoint.Of(server.Id), Tcp(443));

        Assert.Equal(Verdict.Blocked, trace.Verdict);
        Assert.StartsWith(text, Assert.Single(trace.Return.Blocks).Text, StringComparison.Ordinal);
    }
}
