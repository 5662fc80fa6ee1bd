using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>
/// Software VPN between VPCs of two regions: interconnect section 5. What is inside the tunnel goes to the appliance's interface; the tunnel itself is a flow between
/// the elastic addresses of the two appliances.
/// </summary>
public abstract partial class SemanticsVectors
{
    /// <summary>One end: an application whose routes to the other VPC lead to an appliance with an elastic address.</summary>
    sealed class SoftwareVpnEnd
    {
        public SoftwareVpnEnd(RegionBuilder region, string name, string second, string address, string otherBlock, string otherAddress, bool checks)
        {
            Vpc = region.Vpc(name, $"10.{second}.0.0/16");
            var edge = Vpc.Subnet("edge", $"10.{second}.0.0/24", "a");
            edge.RouteTable("edge").Route(AnyIpv4, Vpc.InternetGateway("igw"));
            var group = Vpc.SecurityGroup("vpn")
                .Ingress(AllTraffic, from: $"10.{second}.0.0/16")
                .Ingress(Udp(500), from: $"{otherAddress}/32")
                .Ingress(Udp(4500), from: $"{otherAddress}/32")
                .Ingress(IpProtocol(50), from: $"{otherAddress}/32");
            Appliance = edge.Instance("vpn", group).SourceDestinationCheck(checks).ForwardsTraffic().ElasticIp(region.ElasticIp(name, address));
            var subnet = Vpc.Subnet("app", $"10.{second}.1.0/24", "a");
            subnet.RouteTable("app").Route(otherBlock, Appliance);
            App = subnet.Instance("app", Open(Vpc));
        }

        public VpcBuilder Vpc { get; }

        public InstanceBuilder Appliance { get; }

        public InstanceBuilder App { get; }
    }

    static (NetworkBuilder Network, SoftwareVpnEnd Near, SoftwareVpnEnd Far) SoftwareVpn(bool checks = false)
    {
        var network = new NetworkBuilder();
        return (
            network,
            new SoftwareVpnEnd(network.Region("us-east-1"), "near", "0", "203.0.113.10", "10.1.0.0/16", "203.0.113.20", checks),
            new SoftwareVpnEnd(network.Region("eu-west-1"), "far", "1", "203.0.113.20", "10.0.0.0/16", "203.0.113.10", checks));
    }

    [Theory]
    [Trait("Rule", "I-5 software VPN")]
    [InlineData(500)]
    [InlineData(4500)]
    [InlineData(0)]
    public void I_5_The_tunnel_of_a_software_VPN_is_a_flow_between_elastic_addresses(int port)
    {
        var (network, near, _) = SoftwareVpn();
        var traffic = port == 0 ? IpProtocol(50) : Udp(port);

        var trace = Ask(network, near.Appliance, "203.0.113.20", traffic);

        AssertReachable(trace);
        Assert.Equal("far/vpn", trace.Forward.Receiver?["eu-west-1/".Length..]);
    }

    [Fact]
    [Trait("Rule", "I-5 software VPN")]
    public void I_5_The_group_of_a_software_VPN_lets_in_nothing_but_the_tunnel()
    {
        var (network, near, _) = SoftwareVpn();

        AssertForwardBlocked(
            "EniSgRulesMismatch eu-west-1/far/vpn",
            Ask(network, near.Appliance, "203.0.113.20", Tcp(22)));
    }

    [Theory]
    [Trait("Rule", "I-5 software VPN")]
    [InlineData(false, "IgwPublicIpAssociationForEgress")]
    [InlineData(true, "EniSourceDestCheckRestriction")]
    public void I_5_What_is_for_the_other_VPC_passes_the_interface_of_the_appliance_when_its_check_is_off(bool checks, string reason)
    {
        var (network, near, far) = SoftwareVpn(checks);

        var trace = Ask(network, near.App, far.App, Tcp(443));

        // What the appliance would put into the tunnel leaves it in the clear here, and the internet gateway does not know its source.
        Assert.Contains(trace.Forward.Hops, hop => hop.Element == near.Appliance.Id.Path);
        Assert.Equal(reason, Assert.Single(trace.Forward.Blocks).Code.ToString());
    }
}
