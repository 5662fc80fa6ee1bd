using NetDsl.Compiler.Lowering;

namespace NetDsl.Runtime.Tests.Names;

/// <summary>The names that load balancers and endpoints have, which carry identifiers of the vendor's.</summary>
public class DualstackNameTests
{
    [Theory]
    [InlineData(IpAddressType.Ipv4, "10.0.0.9, 10.0.1.9", "10.0.0.9")]
    [InlineData(IpAddressType.Dualstack, "10.0.0.9, 10.0.1.9, 2001:db8:0:100::4, 2001:db8:0:101::4", "10.0.0.9, 2001:db8:0:100::4")]
    [Trait("Rule", "R-6.8")]
    public void The_names_of_a_load_balancer_have_A_and_AAAA_records(IpAddressType type, string all, string ofZone)
    {
        var answers = Answers(vpc => vpc.NetworkLoadBalancer("lb").Internal().IpAddressType(type)
            .Subnet(vpc.Subnet("a", "10.0.0.0/24", "a").Ipv6Cidr(), privateIp: "10.0.0.9")
            .Subnet(vpc.Subnet("b", "10.0.1.0/24", "b").Ipv6Cidr(), privateIp: "10.0.1.9"));

        Assert.Equal(all, answers.Single(answer => answer.Key.StartsWith("lb-", StringComparison.Ordinal)).Value);
        Assert.Equal(ofZone, answers.Single(answer => answer.Key.StartsWith("us-east-1a.lb-", StringComparison.Ordinal)).Value);
    }

    [Theory]
    [InlineData(DnsRecordIpType.Ipv4, "10.0.0.9")]
    [InlineData(DnsRecordIpType.Ipv6, "2001:db8:0:100::4")]
    [InlineData(DnsRecordIpType.Dualstack, "10.0.0.9, 2001:db8:0:100::4")]
    [InlineData(DnsRecordIpType.ServiceDefined, "10.0.0.9, 2001:db8:0:100::4")]
    [Trait("Rule", "R-7.10")]
    public void The_names_of_an_endpoint_have_the_records_of_its_type(DnsRecordIpType type, string expected)
    {
        var answers = Answers(vpc => vpc.InterfaceEndpoint("sqs", vpc.Region.Service("sqs").SupportedIpAddressTypes(IpAddressType.Dualstack))
            .IpAddressType(IpAddressType.Dualstack)
            .DnsRecordIpType(type)
            .Subnet(vpc.Subnet("a", "10.0.0.0/24", "a").Ipv6Cidr(), "10.0.0.9"));

        // The regional name and the zonal one.
        Assert.Equal([expected, expected], answers.Where(answer => answer.Key.StartsWith("vpce-", StringComparison.Ordinal)).Select(answer => answer.Value));
    }

    [Fact]
    public void A_host_writes_to_the_records_of_its_family()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16").Ipv6Cidr("2001:db8:0:100::/56").DnsHostnames();
        var both = vpc.Subnet("both", "10.0.0.0/24", "a").AssignIpv6();
        var dual = both.Instance("dual");
        var six = vpc.Ipv6OnlySubnet("six", "a").Dns64().Instance("six");
        vpc.InterfaceEndpoint("sqs", vpc.Region.Service("sqs").SupportedIpAddressTypes(IpAddressType.Dualstack)).IpAddressType(IpAddressType.Dualstack).Subnet(both, "10.0.0.9", "2001:db8:0:100::9");
        var compiled = new CompiledNetwork(TopologyLowering.Lower(network.Build()));

        Assert.Equal("10.0.0.9", Address(dual));
        Assert.Equal("2001:db8:0:100::9", Address(six));
        var nobody = compiled.Resolve(Endpoint.Of(dual.Id), "nobody.sqs.example");
        Assert.Throws<ArgumentException>(() => compiled.AddressFor(Endpoint.Of(dual.Id), nobody, Traffic.Tcp(443)));

        string Address(InstanceBuilder host) =>
            compiled.AddressFor(Endpoint.Of(host.Id), compiled.Resolve(Endpoint.Of(host.Id), "sqs.us-east-1.amazonaws.com"), Traffic.Tcp(443)).ToString();
    }

    static Dictionary<string, string> Answers(Action<VpcBuilder> add)
    {
        var network = new NetworkBuilder();
        add(network.Region("us-east-1").Vpc("v", "10.0.0.0/16").Ipv6Cidr("2001:db8:0:100::/56"));
        var topology = network.Build();
        Assert.True(topology.IsWhole, string.Join('\n', topology.Problems.Select(problem => problem.Text)));
        var compiled = new CompiledNetwork(TopologyLowering.Lower(topology));
        return compiled.GivenNames.ToDictionary(given => given.Name, given => string.Join(", ", compiled.Resolve(Endpoint.Internet, given.Name).Addresses));
    }
}
