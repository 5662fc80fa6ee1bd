using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>VPN concentrators: interconnect section 2, lookup order and ECMP, and section 5.</summary>
public abstract partial class SemanticsVectors
{
    /// <summary>A VPC, and two sites behind one concentrator.</summary>
    sealed class ConcentratorNetwork
    {
        public ConcentratorNetwork()
        {
            Lyon = Base.Network.Site("lyon", 65020).Prefix("192.168.128.0/17");
            Shop = Lyon.Host("shop", "192.168.200.5");
            Concentrator = Base.Gateway.AttachVpnConcentrator("many");
            Base.Table.Associate(Concentrator).Propagate(Concentrator);
        }

        public TransitSite Base { get; } = new();

        public SiteBuilder Lyon { get; }

        public SiteHostBuilder Shop { get; }

        public TransitGatewayVpnConcentratorAttachmentBuilder Concentrator { get; }

        public VpnConnectionBuilder Vpn(string name, SiteBuilder? site = null) =>
            Concentrator.VpnConnection(name, (site ?? Base.Site).CustomerGateway(name));
    }

    Trace Out(ConcentratorNetwork it, int port = 443) => Ask(it.Base.Network, it.Base.App, it.Base.Host, Tcp(port));

    [Fact]
    [Trait("Rule", "I-5 concentrator")]
    public void I_5_Sites_share_the_attachment_of_a_concentrator_in_both_directions()
    {
        var it = new ConcentratorNetwork();
        it.Vpn("paris").Advertise("192.168.0.0/17");
        it.Vpn("lyon", it.Lyon);

        var (paris, lyon) = (Out(it), Ask(it.Base.Network, it.Shop, it.Base.App, Tcp(443)));

        AssertReachable(paris);
        AssertReachable(lyon);
        Assert.Equal(("v many", "many"), (Passed(paris.Forward, "transit-gateway-attachment"), Passed(paris.Return, "vpn-concentrator")));
        Assert.Equal(("many", "lyon"), (Passed(lyon.Forward, "vpn-concentrator"), Passed(lyon.Return, "vpn-connection")));
    }

    [Fact]
    [Trait("Rule", "I-5 concentrator")]
    public void I_5_Sites_of_one_concentrator_reach_each_other_by_its_table()
    {
        var it = new ConcentratorNetwork();
        it.Vpn("paris").Advertise("192.168.0.0/17");
        it.Vpn("lyon", it.Lyon);

        var trace = Ask(it.Base.Network, it.Shop, it.Base.Host, Tcp(443));

        AssertReachable(trace);
        Assert.Equal(("lyon paris", "many many"), (Passed(trace.Forward, "vpn-connection"), Passed(trace.Forward, "vpn-concentrator")));
    }

    [Theory]
    [Trait("Rule", "I-5 concentrator")]
    [Trait("Rule", "I-2 order")]
    [InlineData("first by name", "a")]
    [InlineData("longer path", "b")]
    [InlineData("MED above 100", "b")]
    [InlineData("MED 99 of the second", "b")]
    [InlineData("down", "b")]
    [InlineData("longer prefix", "b")]
    public void I_2_Of_several_ways_to_one_prefix_a_concentrator_takes_the_best(string difference, string by)
    {
        var it = new ConcentratorNetwork();
        var (first, second) = (it.Vpn("a"), it.Vpn("b"));
        _ = difference switch
        {
            "longer path" => first.Prepend(1),
            "MED above 100" => first.Med(101),
            "MED 99 of the second" => second.Med(99),
            "down" => first.Down(),
            "longer prefix" => second.Advertise("192.168.1.0/24"),
            _ => first,
        };

        Assert.Equal(by, Passed(Out(it).Forward, "vpn-connection"));
    }

    [Theory]
    [Trait("Rule", "I-5 concentrator")]
    [Trait("Rule", "I-2 order")]
    [InlineData(true, "vpn")]
    [InlineData(false, "a")]
    public void I_2_Of_one_prefix_VPN_is_preferred_to_a_concentrator(bool beside, string by)
    {
        var it = new ConcentratorNetwork();
        it.Vpn("a");
        if (beside)
        {
            it.Base.Vpn(vpn => vpn.Prepend(5).Med(900));
        }

        Assert.Equal(by, Passed(Out(it).Forward, "vpn-connection"));
    }

    [Fact]
    [Trait("Rule", "I-5 concentrator")]
    [Trait("Rule", "I-2 ECMP")]
    public void I_2_A_concentrator_shares_no_flows_among_equal_paths()
    {
        var it = new ConcentratorNetwork();
        it.Vpn("a");
        it.Vpn("b");
        var other = it.Base.Gateway.AttachVpnConcentrator("more");
        it.Base.Table.Associate(other).Propagate(other);
        other.VpnConnection("c", it.Base.Site.CustomerGateway("c"));

        Assert.Equal(["a"], Enumerable.Range(1, 64).Select(port => Passed(Out(it, port).Forward, "vpn-connection")).Distinct());
    }

    [Fact]
    [Trait("Rule", "I-5 concentrator")]
    public void I_5_A_static_route_into_a_concentrator_ends_where_no_site_advertises()
    {
        var it = new ConcentratorNetwork();
        it.Vpn("a").Advertise("172.20.0.0/16");
        it.Base.Table.Route("192.168.0.0/16", it.Concentrator);

        AssertForwardBlocked("NoRouteToDestination us-east-1/many", Out(it));
    }

    [Fact]
    [Trait("Rule", "I-5 concentrator")]
    [Trait("Rule", "I-6 limits")]
    public void I_5_One_prefix_too_many_takes_the_session_of_one_site_down()
    {
        var it = new ConcentratorNetwork();
        it.Base.Network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { LearnedRoutesPerTransitGatewayVpn = 1 } });
        it.Vpn("a").Advertise("192.168.0.0/17").Advertise("172.20.0.0/16");
        it.Vpn("lyon", it.Lyon);

        AssertForwardBlocked("TgwRtbNoRouteToTgwAttachment us-east-1/tgw/all", Out(it));
        AssertReachable(Ask(it.Base.Network, it.Base.App, it.Shop, Tcp(443)));
    }
}
