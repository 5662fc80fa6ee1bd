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

    const string Edge = Vpc + "        var igw = vpc.InternetGateway(\"igw\");\n";

    [Fact]
    public Task Statements_become_a_helper_of_what_they_use() => Refactor.Moves(
        new ExtractHelperRefactoring(),
        "Extract the helper 'AddEdge'",
        Edge + """
                §var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
                edge.RouteTable("edge")
                    .Route(AnyIpv4, igw);
                var nat = edge.NatGateway("nat");§
                vpc.Subnet("data", "10.0.1.0/24", "a").RouteTable("data").Route(AnyIpv4, nat);
        """,
        Edge + """
                var nat = AddEdge(vpc, igw);
                vpc.Subnet("data", "10.0.1.0/24", "a").RouteTable("data").Route(AnyIpv4, nat);
            }

            static NatGatewayBuilder AddEdge(VpcBuilder vpc, InternetGatewayBuilder igw)
            {
                var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
                edge.RouteTable("edge")
                    .Route(AnyIpv4, igw);
                var nat = edge.NatGateway("nat");
                return nat;
        """);

    [Fact]
    public Task What_a_loop_does_becomes_a_helper_of_its_zone() => Refactor.Moves(
        new ExtractHelperRefactoring(),
        "Extract the helper 'AddData'",
        Vpc + """
                foreach (var (index, zone) in new[] { "a", "b" }.Index())
                {
                    §vpc.Subnet($"data-{zone}", $"10.0.{index}.0/24", zone).Instance($"host-{zone}");
        §        }
        """,
        Vpc + """
                foreach (var (index, zone) in new[] { "a", "b" }.Index())
                {
                    AddData(vpc, index, zone);
                }
            }

            static void AddData(VpcBuilder vpc, int index, string zone)
            {
                vpc.Subnet($"data-{zone}", $"10.0.{index}.0/24", zone).Instance($"host-{zone}");
        """);

    [Fact]
    public Task Two_things_that_are_used_behind_are_both_answered() => Refactor.Moves(
        new ExtractHelperRefactoring(),
        "Extract the helper 'AddEdge'",
        Vpc + """
                §var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
                var web = vpc.SecurityGroup("web");§
                edge.Instance("host", web);
        """,
        Vpc + """
                var (edge, web) = AddEdge(vpc);
                edge.Instance("host", web);
            }

            static (SubnetBuilder Edge, SecurityGroupBuilder Web) AddEdge(VpcBuilder vpc)
            {
                var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
                var web = vpc.SecurityGroup("web");
                return (edge, web);
        """);

    [Theory]
    [InlineData("        vpc.§Subnet(\"web\", \"10.0.0.0/24\", \"a\");")]
    [InlineData("        §if (vpc.Name == \"shop\") { return; }§")]
    [InlineData("        var count = 0;\n        §count++;§\n        vpc.Subnet($\"web-{count}\", \"10.0.0.0/24\", \"a\");")]
    public Task What_no_helper_can_do_is_not_extracted(string statements) => Refactor.IsNotOffered(new ExtractHelperRefactoring(), Vpc + statements);

    [Fact]
    public Task A_helper_is_inlined_with_the_values_of_the_call() => Refactor.Moves(
        new InlineHelperRefactoring(),
        "Inline the helper 'AddZone'",
        Edge + """
                var data = §AddZone("a", 1 + 1);
                AddZone("b", 3);
                data.Instance("host");

                SubnetBuilder AddZone(string zone, int number)
                {
                    var edge = vpc.Subnet($"edge-{zone}", $"10.0.{number}.0/24", zone);
                    edge.RouteTable($"edge-{zone}").Route(AnyIpv4, igw);
                    var igw2 = vpc.Subnet("data-" + zone, $"10.0.1{number}.0/24", zone: zone);
                    return igw2;
                }
        """,
        Edge + """
                var number2 = 1 + 1;
                var edge2 = vpc.Subnet($"edge-a", $"10.0.{number2}.0/24", "a");
                edge2.RouteTable($"edge-a").Route(AnyIpv4, igw);
                var data = vpc.Subnet("data-" + "a", $"10.0.1{number2}.0/24", zone: "a");
                AddZone("b", 3);
                data.Instance("host");

                SubnetBuilder AddZone(string zone, int number)
                {
                    var edge = vpc.Subnet($"edge-{zone}", $"10.0.{number}.0/24", zone);
                    edge.RouteTable($"edge-{zone}").Route(AnyIpv4, igw);
                    var igw2 = vpc.Subnet("data-" + zone, $"10.0.1{number}.0/24", zone: zone);
                    return igw2;
                }
        """);

    [Fact]
    public Task A_helper_that_is_called_once_goes_away() => Refactor.Moves(
        new InlineHelperRefactoring(),
        "Inline the helper 'AddEdge'",
        Edge + """
                var (edge, nat) = §AddEdge(vpc, igw);
                vpc.Subnet("data", "10.0.1.0/24", "a").RouteTable("data").Route(AnyIpv4, nat);
                edge.Instance("host");
            }

            static (SubnetBuilder Edge, NatGatewayBuilder Nat) AddEdge(VpcBuilder vpc, InternetGatewayBuilder gateway)
            {
                var subnet = vpc.Subnet("edge", "10.0.0.0/24", "a");
                subnet.RouteTable("edge").Route(AnyIpv4, gateway);
                var nat = subnet.NatGateway("nat");
                return (subnet, nat);
            }

            static void Other()
            {
        """,
        Edge + """
                var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
                edge.RouteTable("edge").Route(AnyIpv4, igw);
                var nat = edge.NatGateway("nat");
                vpc.Subnet("data", "10.0.1.0/24", "a").RouteTable("data").Route(AnyIpv4, nat);
                edge.Instance("host");
            }

            static void Other()
            {
        """);

    [Fact]
    public Task A_helper_of_one_expression_starts_the_chain_that_it_is_called_in() => Refactor.Moves(
        new InlineHelperRefactoring(),
        "Inline the helper 'Add'",
        Vpc + """
                vpc.§Add("web").Instance("host");
            }

            static SubnetBuilder Add(this VpcBuilder vpc, string name, string zone = "a") => vpc.Subnet(name, "10.0.0.0/24", zone);

            static void Other()
            {
        """,
        Vpc + """
                vpc.Subnet("web", "10.0.0.0/24", "a").Instance("host");
            }

            static void Other()
            {
        """);

    [Fact]
    public Task What_is_computed_stays_computed_as_it_was() => Refactor.Moves(
        new InlineHelperRefactoring(),
        "Inline the helper 'Base'",
        """
                var number = §Base(3) * 2;
                network.Region("us-east-1").Vpc($"shop-{number}", "10.0.0.0/16");
            }

            static double Base(double share) => share / 2 + 1;

            static void Other()
            {
        """,
        """
                double share = 3;
                var number = (share / 2 + 1) * 2;
                network.Region("us-east-1").Vpc($"shop-{number}", "10.0.0.0/16");
            }

            static void Other()
            {
        """);

    [Fact]
    public Task A_name_that_is_selected_is_a_place_too() => Refactor.Turns(
        new SplitSubnetRefactoring(),
        "Split the subnet into 10.0.0.0/25 and 10.0.0.128/25",
        Vpc + "        vpc.§Subnet§(\"web\", \"10.0.0.0/24\", \"a\");",
        Vpc + "        vpc.Subnet(\"web\", \"10.0.0.0/25\", \"a\");\n        vpc.Subnet(\"web-2\", \"10.0.0.128/25\", \"a\");");

    [Theory]
    [InlineData("        vpc.§Subnet(\"web\", \"10.0.0.0/24\", \"a\");")]
    [InlineData("        vpc.Subnet(\"web\", §Cidr(), \"a\"); string Cidr() { var text = \"10.0.0.0/24\"; return text; }")]
    [InlineData("        §Add(true); void Add(bool wanted) { if (!wanted) { return; } vpc.InternetGateway(\"igw\"); }")]
    public Task What_cannot_stand_elsewhere_is_not_inlined(string statements) => Refactor.IsNotOffered(new InlineHelperRefactoring(), Vpc + statements);
}
