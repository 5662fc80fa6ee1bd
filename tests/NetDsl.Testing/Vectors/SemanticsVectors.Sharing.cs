using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>I section 3, and what follows from tables and owned ranges in F section 1.</content>
public abstract partial class SemanticsVectors
{
    [Fact]
    [Trait("Rule", "I-3 forwarding")]
    [Trait("Rule", "I-3 groups")]
    public void I_3_Sharing_changes_no_forwarding_and_participants_reference_the_groups_of_others()
    {
        var network = new NetworkBuilder("Shared");
        var partner = network.Account("partner", "222222222222");
        var vpc = network.Region("us-east-1").Vpc("owner", "10.0.0.0/16");
        var web = vpc.SecurityGroup("web");
        var own = vpc.Subnet("own", "10.0.0.0/24", "a").Instance("own", web);
        var subnet = vpc.Subnet("shared", "10.0.1.0/24", "b").ShareWith(partner);
        var team = subnet.As(partner).SecurityGroup("team").Ingress(Tcp(443), from: web);
        var app = subnet.As(partner).Instance("app", team);

        AssertReachable(Ask(network, own, app, Tcp(443)));
        Assert.Equal("EniSgRulesMismatch us-east-1/owner/app", Why(Ask(network, own, app, Tcp(80)).Forward));
        Assert.Equal("EniSgRulesMismatch us-east-1/owner/own", Why(Ask(network, app, own, Tcp(443)).Forward));
    }

    [Fact]
    [Trait("Rule", "F-1.2 public subnet")]
    public void F_1_2_A_subnet_is_public_by_its_table_alone()
    {
        var network = new NetworkBuilder("Public");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var gateway = vpc.InternetGateway("igw");
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
        var host = subnet.Instance("host", Open(vpc)).PublicIp();
        Assert.Equal(Verdict.Blocked, AskFromInternet(network, host, Tcp(443)).Verdict);

        subnet.RouteTable("public").Route(AnyIpv4, gateway);

        AssertReachable(AskFromInternet(network, host, Tcp(443)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "F-1.1 BYOIP")]
    public void F_1_1_Addresses_of_a_range_that_is_not_advertised_are_unknown_outside(bool advertised)
    {
        var network = new NetworkBuilder("Brought");
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("v", "10.0.0.0/16");
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
        subnet.RouteTable("public").Route(AnyIpv4, vpc.InternetGateway("igw"));
        var host = subnet.Instance("host", Open(vpc)).ElasticIp(region.ByoipPool("198.51.101.0/24", advertised).ElasticIp("door"));

        var trace = AskFromInternet(network, host, Tcp(443));

        if (advertised)
        {
            AssertReachable(trace);
        }
        else
        {
            Assert.Equal(Verdict.Blocked, trace.Verdict);
            Assert.Equal("internet", trace.Forward.Blocks[0].Element);
        }
    }
}
