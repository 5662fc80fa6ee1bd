namespace NetDsl.CodeFixes.Tests;

public class RefactoringTests
{
    const string Vpc = "        var vpc = network.Region(\"us-east-1\").Vpc(\"shop\", \"10.0.0.0/16\");\n";

    [Fact]
    public Task A_subnet_is_split_in_two_halves() => Refactor.Turns(
        new SplitSubnetRefactoring(),
        "Split the subnet into 10.0.0.0/25 and 10.0.0.128/25",
        Vpc + "        var web = vpc.§Subnet(\"web\", \"10.0.0.0/24\", \"a\");\n        web.Instance(\"host\");",
        Vpc + "        var web = vpc.Subnet(\"web\", \"10.0.0.0/25\", \"a\");\n        vpc.Subnet(\"web-2\", \"10.0.0.128/25\", \"a\");\n        web.Instance(\"host\");");

    [Theory]
    [InlineData("        vpc.§Subnet(\"web\", \"10.0.0.0/28\", \"a\");")]
    [InlineData("        var cidr = \"10.0.0.0/24\"; vpc.§Subnet(\"web\", cidr, \"a\");")]
    [InlineData("        vpc.§RouteTable(\"web\");")]
    public Task What_cannot_be_split_is_not(string statements) => Refactor.IsNotOffered(new SplitSubnetRefactoring(), Vpc + statements);

    [Fact]
    public Task Statements_for_zones_become_a_loop() => Refactor.Turns(
        new ZoneLoopRefactoring(),
        "Put what stands for each zone into a loop",
        Vpc + "        vpc.§Subnet(\"web-a\", \"10.0.0.0/24\", \"a\").Instance(\"host-a\");\n        vpc.Subnet(\"web-b\", \"10.0.1.0/24\", \"b\").Instance(\"host-b\");\n        vpc.InternetGateway(\"igw\");",
        Vpc + "        foreach (var (zone, cidr) in new[] { (\"a\", \"10.0.0.0/24\"), (\"b\", \"10.0.1.0/24\") })\n        {\n            vpc.Subnet($\"web-{zone}\", cidr, zone).Instance($\"host-{zone}\");\n        }\n        vpc.InternetGateway(\"igw\");");

    [Theory]
    [InlineData("        vpc.§Subnet(\"web-a\", \"10.0.0.0/24\", \"a\");\n        vpc.InternetGateway(\"igw\");")]
    [InlineData("        vpc.§SecurityGroup(\"web\");\n        vpc.SecurityGroup(\"data\");")]
    [InlineData("        var a = vpc.§Subnet(\"web-a\", \"10.0.0.0/24\", \"a\");\n        var b = vpc.Subnet(\"web-b\", \"10.0.1.0/24\", \"b\");")]
    public Task What_does_not_stand_for_zones_stays(string statements) => Refactor.IsNotOffered(new ZoneLoopRefactoring(), Vpc + statements);

    const string Edges = Vpc + "        var igw = vpc.InternetGateway(\"igw\");\n        var edgeA = vpc.Subnet(\"edge-a\", \"10.0.0.0/24\", \"a\");\n        edgeA.RouteTable(\"edge-a\").Route(AnyIpv4, igw);\n        var nat = edgeA.NatGateway(\"nat-a\");\n";

    [Fact]
    public Task A_zone_gets_a_nat_gateway_of_its_own() => Refactor.Turns(
        new NatGatewayPerZoneRefactoring(),
        "Give zone us-east-1b a NAT gateway of its own",
        Edges + "        var edgeB = vpc.Subnet(\"edge-b\", \"10.0.1.0/24\", \"b\");\n        edgeB.RouteTable(\"edge-b\").Route(AnyIpv4, igw);\n        vpc.Subnet(\"data\", \"10.0.2.0/24\", \"b\").RouteTable(\"data\").Route(AnyIpv4, §nat);",
        Edges + "        var edgeB = vpc.Subnet(\"edge-b\", \"10.0.1.0/24\", \"b\");\n        var natB = edgeB.NatGateway(\"nat-b\");\n        edgeB.RouteTable(\"edge-b\").Route(AnyIpv4, igw);\n        vpc.Subnet(\"data\", \"10.0.2.0/24\", \"b\").RouteTable(\"data\").Route(AnyIpv4, natB);");

    [Theory]
    [InlineData("        vpc.Subnet(\"data\", \"10.0.2.0/24\", \"a\").RouteTable(\"data\").Route(AnyIpv4, §nat);")]
    [InlineData("        vpc.Subnet(\"data\", \"10.0.2.0/24\", \"b\").RouteTable(\"data\").Route(AnyIpv4, §nat);")]
    public Task A_zone_that_has_one_or_no_public_subnet_gets_none(string statements) => Refactor.IsNotOffered(new NatGatewayPerZoneRefactoring(), Edges + statements);
}
