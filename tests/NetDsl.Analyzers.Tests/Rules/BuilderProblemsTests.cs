using NetDsl.Testing;

namespace NetDsl.Analyzers.Tests.Rules;

public class BuilderProblemsTests
{
    const string Vpc = "var vpc = network.Region(\"us-east-1\").Vpc(\"shop\", \"10.0.0.0/16\");\n";

    [Theory]
    [InlineData("ND1001", "'10.0.0.1/16' has host bits set; the prefix is 10.0.0.0/16.", "network.Region(\"us-east-1\").Vpc(\"shop\", [|\"10.0.0.1/16\"|]);")]
    [InlineData("ND1001", "'10.0.0.0' has no prefix length; write 10.0.0.0/32 for this one address.", Vpc + "vpc.MainRouteTable.Route([|\"10.0.0.0\"|], vpc.InternetGateway(\"igw\"));")]
    [InlineData("ND1002", "'a b' cannot be the name of a subnet: character 2 is not allowed; a name starts with a letter or digit and has letters, digits, '-', '_' and '.'.", Vpc + "vpc.Subnet([|\"a b\"|], \"10.0.0.0/24\", \"a\");")]
    [InlineData("ND1003", "Subnet 'web' exists already in us-east-1/shop; names tell elements apart, give this one another.", Vpc + "vpc.Subnet({0|\"web\"|}, \"10.0.0.0/24\", \"a\");\nvpc.Subnet([|\"web\"|], \"10.0.1.0/24\", \"a\");")]
    [InlineData("ND1004", "Port 70000 does not exist; a port is 0 to 65535.", Vpc + "vpc.SecurityGroup(\"web\").Ingress(Tcp([|70000|]), from: AnyIpv4);")]
    [InlineData("ND1005", "Protocol 256 does not exist; a protocol number is 0 to 255.", Vpc + "vpc.SecurityGroup(\"web\").Ingress(IpProtocol([|256|]), from: AnyIpv4);")]
    [InlineData("ND1006", "'z9' is not a zone of us-east-1; write a letter such as a, or us-east-1a.", Vpc + "vpc.Subnet(\"web\", \"10.0.0.0/24\", [|\"z9\"|]);")]
    [InlineData("ND1007", "'virginia' is not a region name; write one such as us-east-1.", "network.Region([|\"virginia\"|]);")]
    [InlineData("ND1008", "'42' is not an account number; it has twelve digits.", "network.Account(\"ops\", [|\"42\"|]);")]
    [InlineData("ND1053", "10.0.0.1 is reserved: the vendor keeps the first four addresses and the last of subnet 'web' (10.0.0.0/24).", Vpc + "vpc.Subnet(\"web\", \"10.0.0.0/24\", \"a\").Instance(\"host\").PrivateIp([|\"10.0.0.1\"|]);")]
    [InlineData("ND1010", "Entry number 40000 of network ACL 'edge' does not exist; a number is 1 to 32766.", Vpc + "vpc.NetworkAcl(\"edge\").AllowInbound([|40000|], Tcp(80), AnyIpv4);")]
    [InlineData("ND1011", "VPC 'shop' has no instance 'web' at this point; declare it before, with Subnet(…).Instance(…).", Vpc + "vpc.Instance([|\"web\"|]);")]
    [InlineData("ND2086", "VPC 'shop' cannot peer with itself; name another VPC.", Vpc + "network.Peer(\"self\", vpc, [|vpc|]);")]
    [InlineData("ND1013", "The project has no data file 'plan.netdsl.json'; name it by its path from the folder of the project, with forward slashes.", "var plan = network.Data<string>([|\"plan.netdsl.json\"|]);")]
    [InlineData("ND1014", "Route 10.0.0.0/24 inside VPC 'shop' is not allowed where RoutesMoreSpecificThanLocal is off, as in the profile Talk2018 of this network; leave it out, or set RoutesMoreSpecificThanLocal.", Vpc + "network.Profile({0|SemanticsProfile.Talk2018|});\nvpc.MainRouteTable.Route([|\"10.0.0.0/24\"|], vpc.Subnet(\"edge\", \"10.0.0.0/24\", \"a\").NatGateway(\"nat\"));\nvpc.InternetGateway(\"igw\");")]
    [InlineData("ND1040", "Instance 'host' cannot be an endpoint of the dual-stack accelerator 'edge': its primary interface has no IPv6 address; give it one with Ipv6Address().", "var vpc = network.Region(\"us-east-1\").Vpc(\"v\", \"10.0.0.0/16\"); vpc.InternetGateway(\"igw\"); var host = vpc.Subnet(\"s\", \"10.0.0.0/24\", \"a\").Instance({0|\"host\"|}); network.Accelerator(\"edge\").IpAddressType(IpAddressType.Dualstack).Listener(Traffic.Tcp(443)).EndpointGroup(vpc.Region).Endpoint([|host|]);")]
    [InlineData("ND1041", "The listener has 100 ports, and the addresses of its subnets take 251, one for each port that they are led to; give it more, or lead to fewer.", "var vpc = network.Region(\"us-east-1\").Vpc(\"v\", \"10.0.0.0/16\"); vpc.InternetGateway(\"igw\"); var servers = vpc.Subnet(\"s\", {0|\"10.0.0.0/24\"|}, \"a\"); network.CustomRoutingAccelerator(\"games\").[|Listener(5000, 5099)|].EndpointGroup(vpc.Region, 80, 80).Subnet(servers);")]
    [InlineData("ND1015", "0 is not the number of an autonomous system; it is 1 to 4294967294.", "network.Site(\"paris\", [|0|]);")]
    public void A_value_that_a_builder_cannot_take_is_underlined(string id, string message, string statements) =>
        Squiggles.One(id, message, statements);

    [Fact]
    public void Values_that_builders_take_are_not() =>
        Squiggles.None(Vpc + "vpc.Subnet(\"web\", \"10.0.0.0/24\", \"us-east-1b\").Instance(\"host\").PrivateIp(\"10.0.0.9\");");

    [Fact]
    public void A_value_that_came_from_a_data_file_is_underlined_there()
    {
        const string Json = "{ \"shop\":\n  \"10.0.0.1/16\" }";
        var found = Assert.Single(Squiggles.Of(
            TopologyPrograms.Compile(TopologyPrograms.Shop("foreach (var (name, cidr) in network.Data<Dictionary<string, string>>(\"plan.netdsl.json\")) network.Region(\"us-east-1\").Vpc(name, cidr);")),
            new DataFileText("plan.netdsl.json", Json)));

        Assert.Equal("ND1001", found.Id);
        Assert.Equal(("/src/plan.netdsl.json", 1, 2), (found.Location.GetLineSpan().Path, found.Location.GetLineSpan().StartLinePosition.Line, found.Location.GetLineSpan().StartLinePosition.Character));
        Assert.Equal("\"10.0.0.1/16\"", Json.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
    }
}
