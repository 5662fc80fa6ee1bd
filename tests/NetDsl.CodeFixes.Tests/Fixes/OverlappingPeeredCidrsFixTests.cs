namespace NetDsl.CodeFixes.Tests.Fixes;

public class OverlappingPeeredCidrsFixTests
{
    [Fact]
    public Task The_later_block_moves_with_its_subnets_and_the_routes_to_it() => Repair.Turns(
        "ND2001",
        """
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        shop.Subnet("web", "10.0.1.0/24", "a");
        var shared = region.Vpc("shared", "10.0.0.0/16");
        shared.Subnet("logs", "10.0.5.0/24", "a");
        var peering = network.Peer("shop-shared", shop, shared);
        shop.MainRouteTable.Route("10.0.5.0/24", peering);
        shared.MainRouteTable.Route("10.0.1.0/24", peering);
        """,
        """
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        shop.Subnet("web", "10.0.1.0/24", "a");
        var shared = region.Vpc("shared", "10.1.0.0/16");
        shared.Subnet("logs", "10.1.5.0/24", "a");
        var peering = network.Peer("shop-shared", shop, shared);
        shop.MainRouteTable.Route("10.1.5.0/24", peering);
        shared.MainRouteTable.Route("10.0.1.0/24", peering);
        """);

    [Fact]
    public Task What_is_computed_from_the_block_follows_by_itself() => Repair.Turns(
        "ND2001",
        """
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var shared = region.Vpc("shared", "10.0.0.0/16");
        shop.MainRouteTable.Route(shared.Cidr, network.Peer("shop-shared", shop, shared));
        """,
        """
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var shared = region.Vpc("shared", "10.1.0.0/16");
        shop.MainRouteTable.Route(shared.Cidr, network.Peer("shop-shared", shop, shared));
        """);

    [Fact]
    public Task A_block_whose_subnets_are_computed_is_not_touched() => Repair.IsRefused(
        "ND2001",
        """
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var shared = region.Vpc("shared", "10.0.0.0/16");
        for (var i = 0; i < 2; i++)
        {
            shared.Subnet($"logs-{i}", $"10.0.{i}.0/24", "a");
        }

        network.Peer("shop-shared", shop, shared);
        """);

    [Fact]
    public Task A_block_that_a_helper_shares_is_not_touched() => Repair.IsRefused(
        "ND2001",
        """
        var region = network.Region("us-east-1");
        network.Peer("a-b", Make(region, "a"), Make(region, "b"));
        ---
        static VpcBuilder Make(RegionBuilder region, string name) => region.Vpc(name, "10.0.0.0/16");
        """);

    [Fact]
    public Task Several_peers_move_apart_at_once() => Repair.TurnsAll(
        "ND2001",
        """
        var region = network.Region("us-east-1");
        var hub = region.Vpc("hub", "10.0.0.0/16");
        var a = region.Vpc("a", "10.0.0.0/16");
        var b = region.Vpc("b", "10.0.0.0/16");
        network.Peer("hub-a", hub, a);
        network.Peer("hub-b", hub, b);
        """,
        """
        var region = network.Region("us-east-1");
        var hub = region.Vpc("hub", "10.0.0.0/16");
        var a = region.Vpc("a", "10.1.0.0/16");
        var b = region.Vpc("b", "10.2.0.0/16");
        network.Peer("hub-a", hub, a);
        network.Peer("hub-b", hub, b);
        """);
}
