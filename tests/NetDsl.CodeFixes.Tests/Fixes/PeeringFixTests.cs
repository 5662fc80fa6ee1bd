namespace NetDsl.CodeFixes.Tests.Fixes;

public class PeeringFixTests
{
    const string Peers = """
        var region = network.Region("us-east-1");
        var (a, b) = (region.Vpc("a", "10.0.0.0/16"), region.Vpc("b", "10.1.0.0/16"));
        var peering = network.Peer("a-b", a, b);

        """;

    [Fact]
    public Task A_destination_beyond_the_peer_becomes_the_peers_own() => Repair.Turns(
        "ND2002",
        Peers + """a.MainRouteTable.Route("10.2.0.0/16", peering);""",
        Peers + """a.MainRouteTable.Route("10.1.0.0/16", peering);""");

    [Fact]
    public Task Where_the_peers_own_is_routed_the_route_goes() => Repair.Turns(
        "ND2002",
        Peers + """
        a.MainRouteTable.Route("10.1.0.0/16", peering);
        // Not this way.
        a.MainRouteTable.Route("0.0.0.0/0", peering);
        """,
        Peers + """
        a.MainRouteTable.Route("10.1.0.0/16", peering);
        // Not this way.
        """);

    [Fact]
    public Task A_route_that_is_right_for_another_table_is_not_taken_away() => Repair.IsRefused(
        "ND2002",
        """
        var region = network.Region("us-east-1");
        var (a, b, c) = (region.Vpc("a", "10.0.0.0/16"), region.Vpc("b", "10.1.0.0/16"), region.Vpc("c", "10.2.0.0/16"));
        Reach(a, network.Peer("a-b", a, b));
        Reach(a, network.Peer("a-c", a, c));
        ---
        static void Reach(VpcBuilder vpc, PeeringBuilder peering)
        {
            var table = vpc.RouteTable($"to-{peering.Name}");
            table.Route("10.1.0.0/16", peering);
            table.Route("10.2.0.0/16", peering);
        }
        """);

    [Fact]
    public Task A_route_in_a_chain_goes_from_the_chain() => Repair.Turns(
        "ND2002",
        Peers + """a.MainRouteTable.Route("10.1.0.0/16", peering).Route("0.0.0.0/0", peering).Route("10.1.7.0/24", peering);""",
        Peers + """a.MainRouteTable.Route("10.1.0.0/16", peering).Route("10.1.7.0/24", peering);""");

    [Fact]
    public Task A_computed_destination_is_not_touched() => Repair.IsRefused(
        "ND2002",
        Peers + """
        for (var i = 2; i < 4; i++)
        {
            a.RouteTable($"t-{i}").Route($"10.{i}.0.0/16", peering);
        }
        """);

    [Fact]
    public Task The_owner_of_the_accepter_accepts() => Repair.Turns(
        "ND2006",
        """
        var a = network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
        var b = network.Region("eu-west-1").Vpc("b", "10.1.0.0/16");
        a.MainRouteTable.Route("10.1.0.0/16", network.Peer("a-b", a, accepter: b));
        """,
        """
        var a = network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
        var b = network.Region("eu-west-1").Vpc("b", "10.1.0.0/16");
        a.MainRouteTable.Route("10.1.0.0/16", network.Peer("a-b", a, accepter: b).AcceptedBy(b.Account));
        """);

    [Fact]
    public Task An_accepter_that_nothing_names_accepts_nothing() => Repair.IsRefused(
        "ND2006",
        """
        var a = network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
        network.Peer("a-b", a, network.Region("eu-west-1").Vpc("b", "10.1.0.0/16"));
        """);

    [Fact]
    public Task All_peerings_are_accepted_at_once() => Repair.TurnsAll(
        "ND2006",
        """
        var a = network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
        var b = network.Region("eu-west-1").Vpc("b", "10.1.0.0/16");
        var c = network.Region("eu-west-2").Vpc("c", "10.2.0.0/16");
        network.Peer("a-b", a, b);
        network.Peer("a-c", a, c);
        """,
        """
        var a = network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
        var b = network.Region("eu-west-1").Vpc("b", "10.1.0.0/16");
        var c = network.Region("eu-west-2").Vpc("c", "10.2.0.0/16");
        network.Peer("a-b", a, b).AcceptedBy(b.Account);
        network.Peer("a-c", a, c).AcceptedBy(c.Account);
        """);
}
