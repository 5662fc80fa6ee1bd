using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class ConnectTests
{
    [Fact]
    [Trait("Rule", "I-2 connect")]
    public void A_peer_has_the_gateways_system_and_its_lowest_free_address_unless_told_otherwise()
    {
        var topology = Takes(scene =>
        {
            scene.Hub.AmazonSideAsn(64600);
            var (connect, site) = (Connect(scene), scene.Network.Site("paris", 65010));
            connect.Peer("a", site, Router(scene, "a"), "169.254.10.0/29");
            connect.Peer("b", site, Router(scene, "b"), "169.254.10.8/29", 65001, "10.99.0.9")
                .Advertise("192.168.0.0/16").Prepend(2).Med(7).LocalPreference(200).Down();
            connect.Peer("c", site, Router(scene, "c"), "169.254.10.16/29");
        });

        var attachment = topology.TransitGateways[0].Attachments[1];
        Assert.Equal((TransitGatewayAttachmentKind.Connect, "us-east-1/hub/shop"), (attachment.Kind, attachment.Resource.Path));
        Assert.Equal(
            ["us-east-1/hub/connect/a 10.99.0.1 64600 True", "us-east-1/hub/connect/b 10.99.0.9 65001 False", "us-east-1/hub/connect/c 10.99.0.2 64600 True"],
            topology.Hybrid.ConnectPeers.Select(peer => $"{peer.Id} {peer.GatewayAddress} {peer.Asn} {peer.IsUp}"));
        Assert.Equal(
            new RoutingPolicy([.. topology.Hybrid.ConnectPeers[1].Policy.Advertised], 2, 7, 200, LocalPreferenceCommunity.None),
            topology.Hybrid.ConnectPeers[1].Policy);
        Assert.Equal(("us-east-1/shop/a", "paris", "169.254.10.0/29"), (topology.Hybrid.ConnectPeers[0].Appliance.Value.Path, topology.Hybrid.ConnectPeers[0].Site.Path, topology.Hybrid.ConnectPeers[0].InsideCidr.ToString()));
    }

    [Fact]
    [Trait("Rule", "I-2 connect")]
    public void A_device_behind_Direct_Connect_has_a_system_of_its_own()
    {
        var topology = Takes(scene => OverDirectConnect(scene).Peer("p", scene.Network.Site("paris", 65010).CustomerGateway("edge", "203.0.113.9", 65020), "169.254.10.0/29"));

        Assert.Equal((65020u, "paris", "paris/edge"), (topology.Hybrid.ConnectPeers[0].Asn, topology.Hybrid.ConnectPeers[0].Site.Path, topology.Hybrid.ConnectPeers[0].Appliance.Value.Path));
    }

    [Theory]
    [Trait("Rule", "I-2 connect")]
    [InlineData("169.254.0.0/29")]
    [InlineData("169.254.5.0/29")]
    [InlineData("169.254.169.248/29")]
    [InlineData("169.254.10.0/30")]
    [InlineData("10.0.0.0/29")]
    public void Inside_a_peer_is_a_slash_29_that_the_vendor_does_not_keep(string inside) =>
        Refuses(scene => Connect(scene).Peer("p", scene.Network.Site("paris"), Router(scene, "r"), inside), ProblemKind.InsidePrefix, $"{inside} cannot be inside a Connect peer; it is a /29 of 169.254.0.0/16, and the vendor keeps 169.254.0.0/29 to 169.254.5.0/29 and 169.254.169.248/29", replacement: "169.254.0.8/29");

    [Fact]
    [Trait("Rule", "I-2 connect")]
    public void What_a_peer_has_is_of_no_other()
    {
        Refuses(scene => { var (connect, site) = (Connect(scene), scene.Network.Site("paris")); connect.Peer("p", site, Router(scene, "p"), "169.254.10.0/29"); connect.Peer("q", site, Router(scene, "q"), "169.254.10.0/29"); }, ProblemKind.InsidePrefixTwice, "169.254.10.0/29 is inside peer 'p' already; give each peer of a transit gateway its own", replacement: "169.254.0.8/29", other: _ => Here());
        Refuses(scene => { var (connect, site) = (Connect(scene), scene.Network.Site("paris")); connect.Peer("p", site, Router(scene, "p"), "169.254.10.0/29"); connect.Peer("q", site, Router(scene, "q"), "169.254.10.8/29", gatewayAddress: "10.99.0.1"); }, ProblemKind.Conflict, "10.99.0.1 is the gateway's end of Connect peer 'p' already; name another", other: _ => Here());
        Refuses(scene => Connect(scene).Peer("p", scene.Network.Site("paris"), Router(scene, "p"), "169.254.10.0/29", gatewayAddress: "10.98.0.1"), ProblemKind.Conflict, "10.98.0.1 is in no block of transit gateway 'hub'; give it the block before, with CidrBlock(…)", other: scene => scene.Hub.Origin);
        Refuses(scene => scene.Hub.AttachConnect("connect", scene.Hub.Attach("shop", scene.Edge)).Peer("p", scene.Network.Site("paris"), Router(scene, "p"), "169.254.10.0/29"), ProblemKind.Conflict, "transit gateway 'hub' has no address left for peer 'p'; give it a block before, with CidrBlock(…)", other: scene => scene.Hub.Origin);
        Refuses(scene => { var (connect, site) = (Connect(scene), scene.Network.Site("paris")); for (var index = 0; index < 5; index++) { connect.Peer($"p{index}", site, Router(scene, $"r{index}"), $"169.254.10.{8 * index}/29"); } }, ProblemKind.Conflict, "attachment 'connect' has 4 peers already, the vendor's quota; attach 'p4' by another Connect attachment");
    }

    [Fact]
    [Trait("Rule", "I-2 connect")]
    public void The_appliance_is_where_the_transport_leads()
    {
        Refuses(scene => Connect(scene).Peer("p", scene.Network.Site("paris"), scene.Tools.Instance("r", scene.Shared.DefaultSecurityGroup), "169.254.10.0/29"), ProblemKind.Conflict, "'r' is of VPC 'shared', the attachment 'shop' that transports of 'shop'; use an instance of that VPC");
        Refuses(scene => Connect(scene).Peer("p", scene.Network.Site("paris").CustomerGateway("edge", "203.0.113.9"), "169.254.10.0/29"), ProblemKind.Conflict, "attachment 'connect' is transported by a VPC, and a customer gateway is behind a Direct Connect gateway; name an instance of that VPC");
        Refuses(scene => OverDirectConnect(scene).Peer("p", scene.Network.Site("paris").CustomerGateway("edge"), "169.254.10.0/29"), ProblemKind.Conflict, "customer gateway 'edge' has no address that a tunnel could end at; give it one");
        Refuses(scene => OverDirectConnect(scene).Peer("p", scene.Network.Site("paris"), Router(scene, "r"), "169.254.10.0/29"), ProblemKind.Conflict, "attachment 'connect' is transported by a Direct Connect gateway, and 'r' is in a VPC; name a customer gateway of a site");
    }

    [Fact]
    [Trait("Rule", "I-2 connect")]
    public void Only_a_VPC_and_a_Direct_Connect_gateway_transport()
    {
        Refuses(scene => scene.Hub.AttachConnect("connect", scene.Hub.AttachVpn("vpn", scene.Network.Site("paris").CustomerGateway("edge"))), ProblemKind.Conflict, "attachment 'vpn' cannot transport a Connect attachment; the attachment of a VPC or of a Direct Connect gateway can", other: _ => Here());
        Refuses(scene => scene.Virginia.TransitGateway("other").AttachConnect("connect", scene.Hub.Attach("shop", scene.Edge)), ProblemKind.Conflict, "attachment 'shop' is of transit gateway 'hub', not of 'other'; transport over an attachment of the same gateway", other: _ => Here());
    }

    [Fact]
    [Trait("Rule", "I-2 connect")]
    public void No_static_route_leads_to_a_Connect_attachment() =>
        Refuses(scene => scene.Hub.RouteTable("table").Route("192.168.0.0/16", scene.Hub.AttachConnect("connect", scene.Hub.Attach("shop", scene.Edge))), ProblemKind.Conflict, "attachment 'connect' is a Connect attachment, to which no static route leads; let a peer advertise the prefix, and propagate the attachment with Propagate(…)", other: _ => Here());

    [Fact]
    public void A_block_of_a_transit_gateway_overlaps_nothing_that_is_attached_and_there_are_five()
    {
        Refuses(scene => scene.Hub.CidrBlock("10.0.8.0/24").Attach("shop", scene.Edge), ProblemKind.BlockOfTransitGateway, "10.0.8.0/24 is a block of transit gateway 'hub' and overlaps 10.0.0.0/16 of VPC 'shop', which is attached; choose another block", other: scene => scene.Shop.Blocks[0].Origin);
        Refuses(scene => { for (var index = 0; index < 6; index++) { scene.Hub.CidrBlock($"10.9{index}.0.0/24"); } }, ProblemKind.QuotaExceeded, "transit gateway 'hub' has 5 blocks already, the vendor's quota; use a larger one", other: scene => scene.Hub.Origin);
        Refuses(scene => scene.Hub.CidrBlock("2001:db8::/65"), ProblemKind.InvalidPrefix, "2001:db8::/65 cannot be a block of a transit gateway; it has /64 or more");
        Assert.Equal("2001:db8::/64", Takes(scene => scene.Hub.CidrBlock("2001:db8::/64")).TransitGateways[0].CidrBlocks[0].ToString());
    }

    static InstanceBuilder Router(Scene scene, string name) => scene.Edge.Instance(name, scene.Web).ForwardsTraffic();

    static TransitGatewayConnectAttachmentBuilder Connect(Scene scene) =>
        scene.Hub.CidrBlock("10.99.0.0/24").AttachConnect("connect", scene.Hub.Attach("shop", scene.Edge));

    static TransitGatewayConnectAttachmentBuilder OverDirectConnect(Scene scene) => scene.Hub.CidrBlock("10.99.0.0/24")
        .AttachConnect("connect", scene.Hub.AttachDirectConnect("dx", scene.Network.DirectConnectGateway("dxgw", 64700)));
}
