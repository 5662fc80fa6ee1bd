using NetDsl.Compiler.Checks;

namespace NetDsl.Analyzers.Tests;

/// <summary>Who types stops the proofs of what is no longer there.</summary>
public class CheckedOnceTests
{
    [Fact]
    public void Checks_that_were_stopped_are_begun_anew()
    {
        var topology = Open();
        var once = new CheckedOnce(TopologyChecks.Run);
        Assert.ThrowsAny<OperationCanceledException>(() => once.Run(topology, isWhole: true, new CancellationToken(canceled: true)));

        var findings = once.Run(topology, isWhole: true, CancellationToken.None);
        Assert.Equal(TopologyChecks.Run(topology), findings);
        Assert.Equal("ND5002", Assert.Single(findings).Rule.Id);
    }

    [Fact]
    public void What_is_known_is_not_looked_for_again()
    {
        var topology = Open();
        var once = new CheckedOnce(TopologyChecks.Run);
        var findings = once.Run(topology, isWhole: true, CancellationToken.None);
        Assert.Equal(findings, once.Run(topology, isWhole: true, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_check_that_fails_is_told_as_a_fault_of_ours()
    {
        var finding = Assert.Single(new CheckedOnce((_, _, _) => throw new InvalidOperationException("there is no way")).Run(Open(), isWhole: true, CancellationToken.None));
        Assert.Equal("ND0007", finding.Rule.Id);
        Assert.Equal("NetDsl failed here with InvalidOperationException: there is no way; this is a fault of NetDsl, please report it", finding.Message);
    }

    /// <summary>A host that the internet reaches and must not.</summary>
    static Model.Topology Open()
    {
        var network = new NetworkBuilder("Open");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var subnet = vpc.Subnet("edge", "10.0.0.0/24", "a");
        subnet.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var host = subnet.Instance("web", vpc.SecurityGroup("web").Ingress(Traffic.Tcp(443), from: Traffic.AnyIpv4)).PublicIp();
        network.Expect(Traffic.Internet).CannotReach(host);
        return network.Build();
    }
}
