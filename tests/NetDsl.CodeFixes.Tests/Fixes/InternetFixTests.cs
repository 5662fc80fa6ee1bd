namespace NetDsl.CodeFixes.Tests.Fixes;

public class InternetFixTests
{
    const string Edge = """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");

        """;

    const string Nat = Edge + """
        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        var nat = edge.NatGateway("nat");

        """;

    [Fact]
    public Task A_subnets_table_gets_the_route_to_the_nat_gateway() => Repair.Turns(
        "ND2003",
        Nat + """
        var data = vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet();
        data.RouteTable("data"); // private
        """,
        Nat + """
        var data = vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet();
        data.RouteTable("data").Route("0.0.0.0/0", nat); // private
        """);

    [Fact]
    public Task A_subnet_on_the_main_table_gets_a_table_of_its_own() => Repair.Turns(
        "ND2003",
        Nat + """
            var data = vpc.Subnet("data", "10.0.1.0/24", "a"); // hidden
            data.NeedsInternet();
            """,
        Nat + """
            var data = vpc.Subnet("data", "10.0.1.0/24", "a"); // hidden
            data.RouteTable("data").Route("0.0.0.0/0", nat);
            data.NeedsInternet();
            """);

    [Fact]
    public Task A_subnet_without_a_variable_gets_its_table_in_the_chain() => Repair.Turns(
        "ND2003",
        Nat + """vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet();""",
        Nat + """vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet().RouteTable("data").Route("0.0.0.0/0", nat);""");

    [Fact]
    public Task A_nat_gateway_that_is_declared_later_is_routed_to_there() => Repair.Turns(
        "ND2003",
        Edge + """
        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        var data = vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet();
        var nat = edge.NatGateway("nat");
        """,
        Edge + """
        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        var data = vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet();
        var nat = edge.NatGateway("nat");
        data.RouteTable("data").Route("0.0.0.0/0", nat);
        """);

    [Fact]
    public Task Every_zone_of_a_loop_gets_its_own_route() => Repair.TurnsAll(
        "ND2003",
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var edge = vpc.Subnet($"edge-{zone}", $"10.0.{index}.0/24", zone);
            edge.RouteTable($"edge-{zone}").Route("0.0.0.0/0", internet);
            var nat = edge.NatGateway($"nat-{zone}");
            var data = vpc.Subnet($"data-{zone}", $"10.0.{10 + index}.0/24", zone).NeedsInternet();
            data.RouteTable($"data-{zone}");
        }
        """,
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var edge = vpc.Subnet($"edge-{zone}", $"10.0.{index}.0/24", zone);
            edge.RouteTable($"edge-{zone}").Route("0.0.0.0/0", internet);
            var nat = edge.NatGateway($"nat-{zone}");
            var data = vpc.Subnet($"data-{zone}", $"10.0.{10 + index}.0/24", zone).NeedsInternet();
            data.RouteTable($"data-{zone}").Route("0.0.0.0/0", nat);
        }
        """);

    [Fact]
    public Task A_route_that_leads_elsewhere_is_led_to_the_nat_gateway() => Repair.Turns(
        "ND2003",
        Nat + """
        var other = network.Region("us-east-1").Vpc("other", "10.1.0.0/16");
        var peering = network.Peer("shop-other", vpc, other);
        vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet().RouteTable("data").Route("0.0.0.0/0", peering);
        """,
        Nat + """
        var other = network.Region("us-east-1").Vpc("other", "10.1.0.0/16");
        var peering = network.Peer("shop-other", vpc, other);
        vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet().RouteTable("data").Route("0.0.0.0/0", nat);
        """);

    [Fact]
    public Task A_table_that_a_helper_makes_for_hidden_subnets_too_is_not_touched() => Repair.IsRefused(
        "ND2003",
        Nat + """
        Private(vpc, "data", "10.0.1.0/24", nat).NeedsInternet();
        Private(vpc, "vault", "10.0.2.0/24", nat);
        ---
        static SubnetBuilder Private(VpcBuilder vpc, string name, string prefix, NatGatewayBuilder nat)
        {
            var subnet = vpc.Subnet(name, prefix, "a");
            subnet.RouteTable(name);
            return subnet;
        }
        """);

    [Fact]
    public Task Without_a_variable_for_the_nat_gateway_nothing_is_offered() => Repair.IsRefused(
        "ND2003",
        Edge + """
        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        edge.NatGateway("nat");
        vpc.Subnet("data", "10.0.1.0/24", "a").NeedsInternet();
        """);

    [Fact]
    public Task The_subnet_of_a_nat_gateway_gets_the_route_to_the_internet_gateway() => Repair.Turns(
        "ND2004",
        Edge + """
        var nat = edge.NatGateway("nat");
        """,
        Edge.TrimEnd('\n') + """

        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        var nat = edge.NatGateway("nat");
        """);

    [Fact]
    public Task A_table_that_a_local_function_makes_for_private_subnets_too_is_not_touched() => Repair.IsRefused(
        "ND2004",
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");
        var nat = Make("edge", "10.0.0.0/24").NatGateway("nat");
        Make("data", "10.0.1.0/24");

        SubnetBuilder Make(string name, string prefix)
        {
            var subnet = vpc.Subnet(name, prefix, "a");
            subnet.RouteTable(name);
            return subnet;
        }
        """);

    [Fact]
    public Task A_nat_gateway_that_its_private_subnet_routes_to_moves_to_a_public_one() => Repair.Turns(
        "ND2004",
        Edge + """
        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        data.RouteTable("data").Route("0.0.0.0/0", data.NatGateway("nat"));
        """,
        Edge + """
        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        data.RouteTable("data").Route("0.0.0.0/0", edge.NatGateway("nat"));
        """);

    [Fact]
    public Task A_public_subnet_of_another_zone_is_none_to_move_to() => Repair.Turns(
        "ND2004",
        Edge + """
        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        var other = vpc.Subnet("other", "10.0.1.0/24", "b");
        other.RouteTable("other");
        other.NatGateway("nat");
        """,
        Edge + """
        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        var other = vpc.Subnet("other", "10.0.1.0/24", "b");
        other.RouteTable("other").Route("0.0.0.0/0", internet);
        other.NatGateway("nat");
        """);

    [Fact]
    public Task A_nat_gateway_that_routes_to_itself_is_led_out() => Repair.Turns(
        "ND2004",
        Edge + """
        var nat = edge.NatGateway("nat");
        edge.RouteTable("edge").Route("0.0.0.0/0", nat);
        """,
        Edge + """
        var nat = edge.NatGateway("nat");
        edge.RouteTable("edge").Route("0.0.0.0/0", internet);
        """);

    [Fact]
    public Task An_internet_gateway_is_attached_where_the_vpc_is_known() => Repair.Turns(
        "ND2005",
        """
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var internet = region.InternetGateway("igw");
        vpc.MainRouteTable.Route("0.0.0.0/0", internet);
        """,
        """
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var internet = region.InternetGateway("igw").AttachTo(vpc);
        vpc.MainRouteTable.Route("0.0.0.0/0", internet);
        """);

    [Fact]
    public Task An_internet_gateway_before_its_vpc_is_attached_behind_it() => Repair.Turns(
        "ND2005",
        """
            var region = network.Region("us-east-1");
            var internet = region.InternetGateway("igw");
            var vpc = region.Vpc("shop", "10.0.0.0/16");
            vpc.MainRouteTable.Route("0.0.0.0/0", internet);
        """,
        """
            var region = network.Region("us-east-1");
            var internet = region.InternetGateway("igw");
            var vpc = region.Vpc("shop", "10.0.0.0/16");
            internet.AttachTo(vpc);
            vpc.MainRouteTable.Route("0.0.0.0/0", internet);
        """);

    [Fact]
    public Task A_gateway_of_another_vpc_is_not_taken_from_it() => Repair.IsRefused(
        "ND2005",
        """
        var region = network.Region("us-east-1");
        var internet = region.Vpc("other", "10.1.0.0/16").InternetGateway("igw");
        region.Vpc("shop", "10.0.0.0/16").MainRouteTable.Route("0.0.0.0/0", internet);
        """);
}
