using NetDsl.Compiler.Checks;
using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Checks;

public class BuilderProblemsTests
{
    public static TheoryData<string, string, string?, Action<NetworkBuilder>> Problems => new()
    {
        { "ND1001", "'10.0.0.1/16' has host bits set; the prefix is 10.0.0.0/16.", "10.0.0.0/16", network => Vpc(network, "10.0.0.1/16") },
        { "ND1002", "'a b' cannot be the name of an account: character 2 is not allowed; a name starts with a letter or digit and has letters, digits, '-', '_' and '.'.", "a-b", network => network.Account("a b", "123456789012") },
        { "ND1003", "Subnet 'web' exists already in us-east-1/shop; names tell elements apart, give this one another.", "web-2", network => { var vpc = Vpc(network); vpc.Subnet("web", "10.0.0.0/24", "a"); vpc.Subnet("web", "10.0.1.0/24", "a"); } },
        { "ND1004", "Port 70000 does not exist; a port is 0 to 65535.", null, network => Vpc(network).SecurityGroup("web").Ingress(Tcp(70000), from: AnyIpv4) },
        { "ND1005", "Protocol 256 does not exist; a protocol number is 0 to 255.", null, network => Vpc(network).SecurityGroup("web").Ingress(IpProtocol(256), from: AnyIpv4) },
        { "ND1006", "'eu-west-1a' is not a zone of us-east-1; write a letter such as a, or us-east-1a.", null, network => Vpc(network).Subnet("web", "10.0.0.0/24", "eu-west-1a") },
        { "ND1007", "'virginia' is not a region name; write one such as us-east-1.", null, network => network.Region("virginia") },
        { "ND1008", "'42' is not an account number; it has twelve digits.", null, network => network.Account("ops", "42") },
        { "ND1053", "10.0.0.1 is reserved: the vendor keeps the first four addresses and the last of subnet 'web' (10.0.0.0/24).", "10.0.0.4", network => Vpc(network).Subnet("web", "10.0.0.0/24", "a").Instance("host").PrivateIp("10.0.0.1") },
        { "ND1011", "VPC 'shop' has no instance 'web' at this point; declare it before, with Subnet(…).Instance(…).", null, network => Vpc(network).Instance("web") },
        { "ND2086", "VPC 'shop' cannot peer with itself; name another VPC.", null, network => { var vpc = Vpc(network); network.Peer("self", vpc, vpc); } },
        { "ND1015", "0 is not the number of an autonomous system; it is 1 to 4294967294.", null, network => network.Site("paris", 0) },
        { "ND1040", "Elastic IP address 'fixed' cannot be an endpoint of the dual-stack accelerator 'edge': an elastic address is of IPv4; use what holds it.", null, network => { var region = network.Region("us-east-1"); network.Accelerator("edge").IpAddressType(IpAddressType.Dualstack).Listener(Tcp(443)).EndpointGroup(region).Endpoint(region.ElasticIp("fixed")); } },
        { "ND1041", "The listener has 100 ports, and the addresses of its subnets take 251, one for each port that they are led to; give it more, or lead to fewer.", null, network => { var vpc = Vpc(network); vpc.InternetGateway("igw"); network.CustomRoutingAccelerator("games").Listener(5000, 5099).EndpointGroup(vpc.Region, 80, 80).Subnet(vpc.Subnet("servers", "10.0.0.0/24", "a")); } },
        { "ND5010", "The expectation claims nothing; complete it with CanReach(…) or CannotReach(…).", null, network => network.Expect(Internet) },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public void A_problem_of_a_builder_is_a_finding(string id, string message, string? replacement, Action<NetworkBuilder> define)
    {
        var finding = Assert.Single(Checked.Findings(define));

        Assert.Equal(id, finding.Rule.Id);
        Assert.Equal(message, finding.Message);
        Assert.Equal(replacement, finding.FixArgument(FixArguments.Replacement));
        Assert.Equal(Severity.Error, finding.Rule.Severity);
    }

    [Fact]
    public void A_rule_number_that_cannot_be_used_is_a_finding() =>
        Assert.Equal(["ND1010"], Checked.Findings(network =>
            Vpc(network).NetworkAcl("edge").AllowInbound(40000, AllTraffic, AnyIpv4)).Select(finding => finding.Rule.Id));

    [Fact]
    public void Data_that_does_not_fit_is_a_finding()
    {
        var finding = Assert.Single(Checked.Findings(network =>
            Assert.Throws<NetworkDataException>(() => network.Data<string>("plan.netdsl.json"))));

        Assert.Equal("ND1013", finding.Rule.Id);
        Assert.Equal(
            "The project has no data file 'plan.netdsl.json'; name it by its path from the folder of the project, with forward slashes.",
            finding.Message);
    }

    [Fact]
    public void A_duplicate_name_shows_the_first_holder()
    {
        var finding = Assert.Single(Checked.Findings(network =>
        {
            network.Account("ops", "123456789013");
            network.Account("ops", "123456789014");
        }));

        var related = Assert.Single(finding.Related);
        Assert.Equal(finding.Origin.Line - 1, related.Origin.Line);
        Assert.Equal("the first of that name", related.Text);
    }

    static VpcBuilder Vpc(NetworkBuilder network, string cidr = "10.0.0.0/16") => network.Region("us-east-1").Vpc("shop", cidr);
}
