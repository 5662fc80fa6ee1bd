using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>Network functions of transit gateways: interconnect section 2.</summary>
public abstract partial class SemanticsVectors
{
    /// <summary>VPCs A and B whose table sends everything to a network function, and a table behind it that knows both.</summary>
    static (TransitNetwork It, TransitGatewayRouteTableBuilder Spokes, TransitGatewayNetworkFunctionAttachmentBuilder Function) BehindFunction(bool isAssociated = true)
    {
        var it = new TransitNetwork(defaultRouteTable: false);
        it.Gateway.SecurityGroupReferencing();
        var (a, b, function) = (it.Attach("a"), it.Attach("b"), it.Gateway.AttachNetworkFunction("firewall"));
        var spokes = it.Gateway.RouteTable("spokes").Associate(a).Associate(b).Route(AnyIpv4, function);
        var inspected = it.Gateway.RouteTable("inspected").Propagate(a).Propagate(b);
        _ = isAssociated ? inspected.Associate(function) : inspected;
        return (it, spokes, function);
    }

    Trace Across(TransitNetwork it, string zone = "a") => Ask(it.Network, it.Host("a", zone), it.Host("b"), Tcp(443));

    [Fact]
    [Trait("Rule", "I-2 network function")]
    public void I_2_A_network_function_passes_packets_back_to_the_table_of_its_attachment_in_both_directions()
    {
        var trace = Across(BehindFunction().It);

        AssertReachable(trace);
        Assert.Equal("a firewall firewall b", Passed(trace.Forward, "transit-gateway-attachment"));
        Assert.Equal("b firewall firewall a", Passed(trace.Return, "transit-gateway-attachment"));
        Assert.Equal(("firewall", "spokes inspected"), (Passed(trace.Forward, "network-function"), Passed(trace.Forward, "transit-gateway-route-table")));
    }

    [Theory]
    [Trait("Rule", "I-2 network function")]
    [InlineData(true)]
    [InlineData(false)]
    public void I_2_Behind_a_network_function_a_reference_to_a_group_matches_nobody(bool isInspected)
    {
        var (it, spokes, _) = BehindFunction();
        var clients = it["a"].SecurityGroup("clients");
        var client = it.Subnet("a/s-a").Instance("client", clients);
        var server = it.Subnet("b/s-a").Instance("server", it["b"].SecurityGroup("servers").Ingress(Tcp(443), from: clients));
        if (!isInspected)
        {
            spokes.Propagate(it.AttachmentOf("a")).Propagate(it.AttachmentOf("b"));
        }

        var trace = Ask(it.Network, client, server, Tcp(443));

        if (isInspected)
        {
            AssertForwardBlocked("EniSgRulesMismatch us-east-1/b/server", trace);
        }
        else
        {
            AssertReachable(trace);
        }
    }

    [Fact]
    [Trait("Rule", "I-2 network function")]
    public void I_2_A_network_function_whose_attachment_has_no_table_sends_nothing_on() =>
        AssertForwardBlocked("TgwAttachMissingTgwRtbAssociation us-east-1/tgw/firewall", Across(BehindFunction(isAssociated: false).It));

    [Fact]
    [Trait("Rule", "I-2 network function")]
    public void I_2_A_network_function_behind_the_table_of_the_spokes_loops()
    {
        var (it, spokes, function) = BehindFunction(isAssociated: false);
        spokes.Associate(function);

        AssertForwardBlocked("ForwardingLoop us-east-1/tgw/spokes", Across(it));
    }

    [Fact]
    [Trait("Rule", "I-2 network function")]
    public void I_2_A_network_function_that_is_not_available_takes_nothing()
    {
        var (it, _, function) = BehindFunction();
        function.InState(Model.TransitGatewayAttachmentState.Modifying);

        AssertForwardBlocked("BadStateRoute us-east-1/tgw/spokes", Across(it));
    }

    [Theory]
    [Trait("Rule", "I-2 network function")]
    [Trait("Rule", "I-2 zones")]
    [InlineData("a", "")]
    [InlineData("b", "zone-b")]
    public void I_2_Behind_a_network_function_a_packet_stays_in_its_zone(string zone, string acls)
    {
        var it = BehindFunction().It;
        it.Subnet("b/edge-b").Associate(it["b"].NetworkAcl("zone-b").AllowOutbound(1, AllTraffic, AnyIpv4));

        Assert.Equal(acls, string.Join(' ', Acls(Across(it, zone).Forward).Split(' ').Where(acl => acl == "zone-b")));
    }
}
