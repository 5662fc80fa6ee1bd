using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

public abstract partial class SemanticsVectors
{
    /// <summary>Two regions with a gateway, a VPC and a host each; the gateways are peered, and each VPC routes all to its gateway.</summary>
    sealed class PeeredGateways
    {
        public PeeredGateways()
        {
            (Here, HereTable, HereVpc, HereHost) = Side("us-east-1", "10.0.0.0/16", "10.0.0.0/24");
            (There, ThereTable, ThereVpc, ThereHost) = Side("eu-west-1", "10.1.0.0/16", "10.1.0.0/24");
            Peering = Here.Peer("ocean", There);
            HereTable.Associate(Peering);
            ThereTable.Associate(Peering.Accepter);

            (TransitGatewayBuilder, TransitGatewayRouteTableBuilder, VpcBuilder, InstanceBuilder) Side(string name, string block, string prefix)
            {
                var region = Network.Region(name);
                var gateway = region.TransitGateway("tgw", defaultRouteTable: false);
                var vpc = region.Vpc("v", block);
                vpc.MainRouteTable.Route(AnyIpv4, gateway);
                var subnet = vpc.Subnet("s", prefix, "a");
                var attachment = gateway.Attach("v", subnet);
                return (gateway, gateway.RouteTable("rt").Associate(attachment).Propagate(attachment), vpc, subnet.Instance("host", Open(vpc)));
            }
        }

        public NetworkBuilder Network { get; } = new();

        public TransitGatewayBuilder Here { get; }

        public TransitGatewayRouteTableBuilder HereTable { get; }

        public VpcBuilder HereVpc { get; }

        public InstanceBuilder HereHost { get; }

        public TransitGatewayBuilder There { get; }

        public TransitGatewayRouteTableBuilder ThereTable { get; }

        public VpcBuilder ThereVpc { get; }

        public InstanceBuilder ThereHost { get; }

        public TransitGatewayPeeringAttachmentBuilder Peering { get; }
    }

    [Fact]
    [Trait("Rule", "I-2 peering")]
    public void I_2_Peered_gateways_carry_packets_by_static_routes_on_both_sides()
    {
        var it = new PeeredGateways();
        it.Peering.AcceptedBy(it.Network.DefaultAccount);
        it.HereTable.Route("10.1.0.0/16", it.Peering);

        AssertReplyBlocked(
            "TgwRtbNoRouteToTgwAttachment eu-west-1/tgw/rt", Ask(it.Network, it.HereHost, it.ThereHost, Tcp(443)));

        it.ThereTable.Route("10.0.0.0/16", it.Peering.Accepter);
        var trace = Ask(it.Network, it.HereHost, it.ThereHost, Tcp(443));
        AssertReachable(trace);
        Assert.Equal(
            ["us-east-1/tgw/v", "us-east-1/tgw/ocean", "eu-west-1/tgw/ocean", "eu-west-1/tgw/v"],
            trace.Forward.Hops.Where(hop => hop.Kind == "transit-gateway-attachment").Select(hop => hop.Element));
    }

    [Fact]
    [Trait("Rule", "I-2 peering")]
    public void I_2_A_peering_of_gateways_waits_for_acceptance_also_within_one_account()
    {
        var it = new PeeredGateways();
        it.HereTable.Route("10.1.0.0/16", it.Peering);
        it.ThereTable.Route("10.0.0.0/16", it.Peering.Accepter);

        AssertForwardBlocked("BadStateRoute us-east-1/tgw/rt", Ask(it.Network, it.HereHost, it.ThereHost, Tcp(443)));
    }

    [Fact]
    public void I_2_Routes_of_peered_gateways_that_lead_to_each_other_loop()
    {
        var it = new PeeredGateways();
        it.Peering.AcceptedBy(it.Network.DefaultAccount);
        it.HereTable.Route("10.9.0.0/16", it.Peering);
        it.ThereTable.Route("10.9.0.0/16", it.Peering.Accepter);

        AssertForwardBlocked("ForwardingLoop eu-west-1/tgw/rt", Ask(it.Network, it.HereHost, "10.9.0.1", Tcp(443)));
    }

    [Theory]
    [Trait("Rule", "I-2 states")]
    [InlineData(TransitGatewayAttachmentState.PendingAcceptance)]
    [InlineData(TransitGatewayAttachmentState.Pending)]
    [InlineData(TransitGatewayAttachmentState.Modifying)]
    [InlineData(TransitGatewayAttachmentState.RollingBack)]
    [InlineData(TransitGatewayAttachmentState.Rejected)]
    [InlineData(TransitGatewayAttachmentState.Failed)]
    [InlineData(TransitGatewayAttachmentState.Deleting)]
    [InlineData(TransitGatewayAttachmentState.Deleted)]
    public void I_2_Only_an_available_attachment_forwards(TransitGatewayAttachmentState state)
    {
        var it = new TransitNetwork(defaultRouteTable: true);
        it.Attach("a");
        it.Attach("b").InState(state);

        AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/default", Ask(it.Network, it.Host("a"), it.Host("b"), Tcp(443)));
        AssertForwardBlocked("BadStateRoute us-east-1/tgw", Ask(it.Network, it.Host("b"), it.Host("a"), Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-2 sharing")]
    [Trait("Rule", "I-2 states")]
    public void I_2_What_another_account_attaches_waits_for_the_owner()
    {
        var it = new TransitNetwork(defaultRouteTable: true);
        var partner = it.Network.Account("partner", "210987654321");
        it.Gateway.OwnedBy(it.Network.DefaultAccount).ShareWith(partner);
        it.Attach("a");
        var foreign = it.Region.Vpc("foreign", "10.9.0.0/16", partner);
        foreign.MainRouteTable.Route(AnyIpv4, it.Gateway);
        var subnet = foreign.Subnet("s", "10.9.0.0/24", "a");
        var host = subnet.Instance("host", Open(foreign));
        var attachment = it.Gateway.Attach("foreign", subnet);

        AssertForwardBlocked("BadStateRoute us-east-1/tgw", Ask(it.Network, host, it.Host("a"), Tcp(443)));

        attachment.AcceptedBy(it.Network.DefaultAccount);
        AssertReachable(Ask(it.Network, host, it.Host("a"), Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "I-2 sharing")]
    public void I_2_Attachments_of_other_accounts_may_be_accepted_by_themselves()
    {
        var it = new TransitNetwork(defaultRouteTable: true);
        var partner = it.Network.Account("partner", "210987654321");
        it.Gateway.OwnedBy(it.Network.DefaultAccount).ShareWith(partner).AutoAcceptSharedAttachments();
        it.Attach("a");
        var foreign = it.Region.Vpc("foreign", "10.9.0.0/16", partner);
        foreign.MainRouteTable.Route(AnyIpv4, it.Gateway);
        var subnet = foreign.Subnet("s", "10.9.0.0/24", "a");
        it.Gateway.Attach("foreign", subnet);

        AssertReachable(Ask(it.Network, subnet.Instance("host", Open(foreign)), it.Host("a"), Tcp(443)));
    }

    [Fact]
    public void I_2_Changed_defaults_hold_for_new_attachments_only()
    {
        var it = new TransitNetwork(defaultRouteTable: true);
        it.Attach("a");
        it.Attach("b");
        it.Gateway.DefaultRouteTableAssociation(false).DefaultRouteTablePropagation(false);
        it.Attach("c");

        AssertReachable(Ask(it.Network, it.Host("a"), it.Host("b"), Tcp(443)));
        AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/default", Ask(it.Network, it.Host("a"), it.Host("c"), Tcp(443)));
        AssertForwardBlocked("TgwAttachMissingTgwRtbAssociation us-east-1/tgw/c", Ask(it.Network, it.Host("c"), it.Host("a"), Tcp(443)));
    }

    /// <summary>
    /// A spoke in both zones, a shared VPC, and an inspection VPC between them, in each zone of which the attachment's subnet is the
    /// "appliance": the way through the zone shows by its ACL.
    /// </summary>
    static (TransitNetwork Network, TransitGatewayVpcAttachmentBuilder Inspection) Inspected(bool propagates)
    {
        var it = new TransitNetwork(defaultRouteTable: false);
        var (a, b, inspection) = (it.Attach("a"), it.Attach("b"), it.Attach("inspection"));
        var back = it.Gateway.RouteTable("inspected").Associate(inspection);
        if (propagates)
        {
            back.Propagate(a).Propagate(b);
        }
        else
        {
            back.Route("10.0.0.0/16", a).Route("10.1.0.0/16", b);
        }

        it.Gateway.RouteTable("spokes").Associate(a).Associate(b).Route(AnyIpv4, inspection);
        foreach (var zone in new[] { "a", "b" })
        {
            it.Subnet($"inspection/edge-{zone}").Associate(
                it["inspection"].NetworkAcl($"zone-{zone}").AllowInbound(1, AllTraffic, AnyIpv4).AllowOutbound(1, AllTraffic, AnyIpv4));
        }

        return (it, inspection);
    }

    /// <summary>The zones of the inspection VPC that each direction passes.</summary>
    static (string Forward, string Return) Zones(Trace trace)
    {
        return (Of(trace.Forward), Of(trace.Return));

        static string Of(TraceDirection direction) => string.Join(
            ' ', Acls(direction).Split(' ').Where(name => name.StartsWith("zone-", StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    [Trait("Rule", "I-2 zones")]
    public void I_2_Without_appliance_mode_each_direction_of_a_flow_across_zones_stays_in_the_zone_that_it_comes_from()
    {
        var (it, _) = Inspected(propagates: true);

        var trace = Ask(it.Network, it.Host("a", "a"), it.Host("b", "b"), Tcp(443));

        AssertReachable(trace);
        Assert.Equal(("zone-a", "zone-b"), Zones(trace));
    }

    [Theory]
    [Trait("Rule", "I-2 zones")]
    [InlineData("a", "b", "zone-a")]
    [InlineData("b", "a", "zone-a")]
    [InlineData("a", "a", "zone-a")]
    [InlineData("b", "b", "zone-b")]
    public void I_2_Appliance_mode_keeps_both_directions_in_one_zone(string from, string to, string zone)
    {
        var (it, inspection) = Inspected(propagates: true);
        inspection.ApplianceMode();

        var trace = Ask(it.Network, it.Host("a", from), it.Host("b", to), Tcp(443));

        AssertReachable(trace);
        Assert.Equal((zone, zone), Zones(trace));
    }

    [Fact]
    [Trait("Rule", "I-2 zones")]
    public void I_2_Appliance_mode_without_a_propagation_knows_no_zones_and_still_agrees_in_both_directions()
    {
        var (it, inspection) = Inspected(propagates: false);
        inspection.ApplianceMode();

        var trace = Ask(it.Network, it.Host("a", "b"), it.Host("b", "b"), Tcp(443));

        AssertReachable(trace);
        Assert.Equal(("zone-a", "zone-a"), Zones(trace));
    }
}
