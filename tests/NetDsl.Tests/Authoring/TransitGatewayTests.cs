using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class TransitGatewayTests
{
    [Fact]
    public void Gateway_has_the_vendors_defaults()
    {
        var gateway = Takes(_ => { }).TransitGateways[0];

        Assert.Equal((64512u, false, true, true), (gateway.AmazonSideAsn, gateway.AutoAcceptsSharedAttachments, gateway.VpnEcmp, gateway.DnsSupport));
        Assert.Null(gateway.Owner);
        Assert.Empty(gateway.SharedWith);
        Assert.Empty(gateway.CidrBlocks);
    }

    [Fact]
    public void Gateway_takes_options()
    {
        var gateway = Takes(scene => scene.Hub
            .OwnedBy(scene.Partner).ShareWith(scene.Network.DefaultAccount).ShareWith(scene.Partner).AutoAcceptSharedAttachments()
            .AmazonSideAsn(4_200_000_001).VpnEcmp(false).DnsSupport(false).CidrBlock("10.99.0.0/24").Attach("shop", scene.Edge).ApplianceMode().DnsSupport(false)).TransitGateways[0];

        Assert.Equal((4_200_000_001u, true, false, false), (gateway.AmazonSideAsn, gateway.AutoAcceptsSharedAttachments, gateway.VpnEcmp, gateway.DnsSupport));
        Assert.Equal(("partner", "default", "10.99.0.0/24"), (gateway.Owner?.Path, Assert.Single(gateway.SharedWith).Path, Assert.Single(gateway.CidrBlocks).ToString()));
        Assert.Equal((true, false, true), (gateway.Attachments[0].ApplianceMode, gateway.Attachments[0].DnsSupport, gateway.Attachments[0].IsAvailable));
    }

    [Fact]
    public void Gateway_refuses_what_the_vendor_does()
    {
        Refuses(scene => scene.Hub.AmazonSideAsn(65535), ProblemKind.PublicAutonomousSystem, "65535 cannot be the autonomous system of the vendor's end; it is a private number, 64512 to 65534 or 4200000000 to 4294967294", replacement: "64512");
        Refuses(scene => scene.Hub.CidrBlock("10.99.0.0/25"), ProblemKind.InvalidPrefix, "10.99.0.0/25 cannot be a block of a transit gateway; it has /24 or more, outside 169.254.0.0/16");
        Refuses(scene => scene.Hub.CidrBlock("169.254.8.0/24"), ProblemKind.InvalidPrefix, "169.254.8.0/24 cannot be a block of a transit gateway; it has /24 or more, outside 169.254.0.0/16");
        Refuses(scene => scene.Hub.CidrBlock("10.99.0.0/24").CidrBlock("10.99.0.0/16"), ProblemKind.BlockOfTransitGateway, "10.99.0.0/16 overlaps block 10.99.0.0/24 of transit gateway 'hub'; give each its own addresses", other: _ => Here());
    }

    [Fact]
    [Trait("Rule", "I-2 sharing")]
    public void Owner_shares_before_others_attach()
    {
        var topology = Refuses(scene => scene.Hub.OwnedBy(scene.Network.DefaultAccount).Attach("shared", scene.Tools), ProblemKind.TransitGatewayNotShared, "transit gateway 'hub' is not shared with account 'partner', which owns VPC 'shared'; share it before with ShareWith", other: scene => scene.Hub.Origin);
        Assert.Empty(topology.TransitGateways[0].Attachments);
        Refuses(scene => scene.Hub.ShareWith(scene.Partner), ProblemKind.Conflict, "transit gateway 'hub' has no owner yet that could share it; name one before with OwnedBy");
        Refuses(scene => { scene.Hub.Attach("shop", scene.Edge); scene.Hub.OwnedBy(scene.Partner); }, ProblemKind.Conflict, "transit gateway 'hub' has the attachment 'shop' already; name its owner before that", other: _ => Here());
    }

    [Fact]
    [Trait("Rule", "I-2 sharing")]
    public void Owner_accepts_or_rejects_what_others_attach()
    {
        Assert.Equal(TransitGatewayAttachmentState.PendingAcceptance, State(_ => { }));
        Assert.Equal(TransitGatewayAttachmentState.Available, State(scene => scene.Attachment.AcceptedBy(scene.Owner)));
        Assert.Equal(TransitGatewayAttachmentState.Rejected, State(scene => scene.Attachment.RejectedBy(scene.Owner)));
        Refuses(scene => Foreign(scene).AcceptedBy(scene.Partner), ProblemKind.NotForThisAccount, "account 'partner' cannot accept attachment 'shared': transit gateway 'hub' is owned by 'default'", other: scene => scene.Hub.Origin);
        Refuses(scene => Foreign(scene).AcceptedBy(scene.Network.DefaultAccount).RejectedBy(scene.Network.DefaultAccount), ProblemKind.NotInThisState, "attachment 'shared' is available, and there is nothing to reject; take this call away");
        Refuses(scene => scene.Hub.Attach("shared", scene.Tools).AcceptedBy(scene.Partner), ProblemKind.NotForThisAccount, "account 'partner' cannot accept attachment 'shared': transit gateway 'hub' names no owner; name one with OwnedBy", other: scene => scene.Hub.Origin);

        static TransitGatewayAttachmentState State(Action<(TransitGatewayVpcAttachmentBuilder Attachment, AccountBuilder Owner)> decide) =>
            Takes(scene => decide((Foreign(scene), scene.Network.DefaultAccount))).TransitGateways[0].Attachments[0].State;
    }

    [Fact]
    public void Peering_of_gateways_has_an_attachment_at_each()
    {
        var topology = Takes(scene =>
        {
            var peering = scene.Hub.Peer("ocean", scene.Oregon.TransitGateway("west", defaultRouteTable: false)).AcceptedBy(scene.Network.DefaultAccount);
            scene.Hub.RouteTable("t").Associate(peering).Route("10.2.0.0/16", peering);
        });

        var (here, there) = (topology.TransitGateways[0], topology.TransitGateways[1]);
        Assert.Equal((here.Id, there.Id), (there.Attachments[0].Resource, here.Attachments[0].Resource));
        Assert.Equal(("us-east-1/hub/ocean", "us-west-2/west/ocean"), (here.Attachments[0].Id.Path, there.Attachments[0].Id.Path));
        Assert.All([here.Attachments[0], there.Attachments[0]], attachment =>
            Assert.Equal((TransitGatewayAttachmentKind.Peering, true, null), (attachment.Kind, attachment.IsAvailable, attachment.Vpc)));
        Assert.Equal("us-east-1/hub/t", here.Attachments[0].Association?.Path);
    }

    [Fact]
    public void Peering_of_gateways_is_asked_and_answered()
    {
        var requested = Takes(scene => scene.Hub.Peer("ocean", scene.Oregon.TransitGateway("west"))).TransitGateways;
        var rejected = Takes(scene => scene.Hub.Peer("ocean", scene.Oregon.TransitGateway("west")).RejectedBy(scene.Network.DefaultAccount)).TransitGateways;

        Assert.All(requested, gateway => Assert.Equal(TransitGatewayAttachmentState.PendingAcceptance, gateway.Attachments[0].State));
        Assert.All(rejected, gateway => Assert.Equal(TransitGatewayAttachmentState.Rejected, gateway.Attachments[0].State));
        Refuses(scene => scene.Hub.Peer("ocean", scene.Oregon.TransitGateway("west").OwnedBy(scene.Partner)).AcceptedBy(scene.Network.DefaultAccount), ProblemKind.NotForThisAccount, "account 'default' cannot accept peering attachment 'ocean': transit gateway 'west', which is asked, is owned by 'partner'", other: scene => scene.Oregon.TransitGateways[0].Origin);
    }

    [Fact]
    [Trait("Rule", "I-2 peering")]
    public void Two_gateways_have_one_peering_without_propagation()
    {
        Refuses(scene => scene.Hub.Peer("self", scene.Hub), ProblemKind.Conflict, "transit gateway 'hub' cannot peer with itself; name another");
        var topology = Refuses(scene => { var west = scene.Oregon.TransitGateway("west"); scene.Hub.Peer("there", west); west.Peer("back", scene.Hub); }, ProblemKind.Conflict, "transit gateways 'west' and 'hub' are peered already by 'there'; two gateways have one peering, use that one", other: _ => Here());
        Assert.All(topology.TransitGateways, gateway => Assert.Equal("there", Assert.Single(gateway.Attachments).Name));
        Refuses(scene => scene.Hub.RouteTable("t").Propagate(scene.Hub.Peer("ocean", scene.Oregon.TransitGateway("west"))), ProblemKind.RouteTwice, "attachment 'ocean' is a peering of transit gateways, which propagates nothing; write static routes to it with Route(…)", other: _ => Here());
        Refuses(scene => { scene.Hub.Attach("ocean", scene.Edge); scene.Hub.RouteTable("t").Blackhole("10.0.0.0/8"); scene.Hub.Peer("ocean", scene.Oregon.TransitGateway("west")); }, ProblemKind.DuplicateName, "transit gateway attachment 'ocean' exists already in us-east-1/hub; names tell elements apart, give this one another", replacement: "ocean-2", other: _ => Here());
    }

    [Fact]
    public void Appliance_mode_is_of_today()
    {
        var topology = Refuses(scene => { scene.Network.Profile(SemanticsProfile.Current with { ApplianceMode = false }); scene.Hub.Attach("shop", scene.Edge).ApplianceMode(); }, ProblemKind.NotInProfile, "the appliance mode of attachment 'shop' is not allowed where ApplianceMode is off, as in the profile Custom of this network; leave it out, or set ApplianceMode", other: _ => Here());
        Assert.Single(topology.TransitGateways[0].Attachments);
    }

    static TransitGatewayVpcAttachmentBuilder Foreign(Scene scene) =>
        scene.Hub.OwnedBy(scene.Network.DefaultAccount).ShareWith(scene.Partner).Attach("shared", scene.Tools);
}
