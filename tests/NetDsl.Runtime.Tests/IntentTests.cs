using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests;

/// <summary>A test of the user's verifies what is expected of a network.</summary>
public class IntentTests
{
    [Fact]
    public void What_holds_passes() => Network(closed: true).Verify();

    [Fact]
    public void What_does_not_hold_fails_with_the_packet()
    {
        var told = Assert.Throws<IntentException>(() => Network(closed: false).Verify());

        Assert.Equal([IntentFault.Arrives], told.Verdicts.Select(verdict => verdict.Fault));
        Assert.StartsWith("1 intent of network 'Shop' does not hold:", told.Message, StringComparison.Ordinal);
        Assert.Contains("tcp 198.51.100.7:49152 -> 203.0.113.1:22 from the internet arrives at us-east-1/shop/db", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_alone_has_no_intents() =>
        Assert.Throws<InvalidOperationException>(() => new CompiledNetwork(TopologyLowering.Lower(Describe(closed: true))).Verify());

    static CompiledNetwork Network(bool closed) => new(TopologyLowering.Lower(Describe(closed)), describe: () => Describe(closed));

    static Topology Describe(bool closed)
    {
        var network = new NetworkBuilder("Shop");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var subnet = vpc.Subnet("data", "10.0.1.0/24", "a");
        subnet.RouteTable("data").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var database = subnet.Instance("db", vpc.SecurityGroup("db").Ingress(Tcp(22), from: closed ? "10.0.0.0/16" : AnyIpv4)).PublicIp();
        network.Expect(Internet).CannotReach(database);
        return network.Build();
    }
}
