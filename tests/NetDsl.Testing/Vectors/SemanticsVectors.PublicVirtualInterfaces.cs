using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>Public virtual interfaces: foundation, interconnect section 6.</summary>
public abstract partial class SemanticsVectors
{
    sealed class PublicNetwork
    {
        public PublicNetwork(AdvertisementScope scope = AdvertisementScope.Global)
        {
            Region = Network.Region("us-east-1");
            Vpc = Region.Vpc("v", "10.0.0.0/16");
            var subnet = Vpc.Subnet("web", "10.0.1.0/24", "a");
            var group = Open(Vpc);
            Web = subnet.Instance("web", group).PublicIp();
            Hidden = subnet.Instance("hidden", group);
            Vpc.MainRouteTable.Route("0.0.0.0/0", Vpc.InternetGateway("igw"));
            Site = Network.Site("paris", 65010).Prefix("192.168.0.0/16").Prefix("203.0.113.0/24");
            Host = Site.Host("web", "203.0.113.10");
            Inner = Site.Host("inner", "192.168.1.10");
            Interface = Site.DirectConnect("line", "EqDC2", Region).PublicVirtualInterface("public", 201, "203.0.113.0/25").Scope(scope);
        }

        public NetworkBuilder Network { get; } = new();

        public RegionBuilder Region { get; }

        public VpcBuilder Vpc { get; }

        public InstanceBuilder Web { get; }

        public InstanceBuilder Hidden { get; }

        public SiteBuilder Site { get; }

        public SiteHostBuilder Host { get; }

        public SiteHostBuilder Inner { get; }

        public VirtualInterfaceBuilder Interface { get; }

        public string WebAddress => Built(Network).NetworkInterfaces.Single(each => each.Id.Name == "web").PublicAddress.ToString()!;
    }

    [Fact]
    [Trait("Rule", "R-2.15")]
    public void R_2_15_A_public_virtual_interface_joins_a_site_and_public_addresses_in_both_directions()
    {
        var it = new PublicNetwork();

        var trace = Ask(it.Network, it.Host, it.WebAddress, Tcp(443));

        AssertReachable(trace);
        Assert.Equal("public public", Passed(trace.Forward, "virtual-interface"));
        Assert.Equal("igw", Passed(trace.Forward, "internet-gateway"));
        Assert.Equal("public", Passed(trace.Return!, "virtual-interface"));
        AssertReachable(Ask(it.Network, it.Web, it.Host, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-2.15")]
    public void R_2_15_A_public_virtual_interface_leads_neither_to_private_addresses_nor_to_the_internet()
    {
        var it = new PublicNetwork();

        AssertForwardBlocked("NoRouteToDestination paris", Ask(it.Network, it.Host, it.Hidden, Tcp(443)));
        AssertForwardBlocked("NoRouteToDestination paris", Ask(it.Network, it.Host, "8.8.8.8", Tcp(443)));
        AssertForwardBlocked("IgwNoMapping internet", AskFromInternet(it.Network, it.Host, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-2.15")]
    public void I_6_The_vendor_takes_registered_sources_only()
    {
        var it = new PublicNetwork();
        var other = it.Site.Host("other", "203.0.113.200");

        AssertForwardBlocked("DxSourceNotRegistered line/public", Ask(it.Network, it.Inner, it.WebAddress, Tcp(443)));
        AssertForwardBlocked("DxSourceNotRegistered line/public", Ask(it.Network, other, it.WebAddress, Tcp(443)));

        it.Interface.Register("203.0.113.128/25");

        AssertReachable(Ask(it.Network, other, it.WebAddress, Tcp(443)));
    }

    [Theory]
    [Trait("Rule", "R-2.19")]
    [InlineData(AdvertisementScope.Global, true, true)]
    [InlineData(AdvertisementScope.Continent, true, false)]
    [InlineData(AdvertisementScope.Region, false, false)]
    public void R_2_19_A_scope_says_which_regions_hear_the_site(AdvertisementScope scope, bool inOregon, bool inIreland)
    {
        var it = new PublicNetwork(scope);

        AssertReachable(Ask(it.Network, it.Web, it.Host, Tcp(443)));
        Assert.Equal(inOregon ? Outcome.Delivered : Outcome.Exits, Ask(it.Network, Elsewhere(it, "us-west-2", 20), it.Host, Tcp(443)).Forward.Outcome);
        Assert.Equal(inIreland ? Outcome.Delivered : Outcome.Exits, Ask(it.Network, Elsewhere(it, "eu-west-1", 30), it.Host, Tcp(443)).Forward.Outcome);
    }

    [Theory]
    [Trait("Rule", "R-2.19")]
    [Trait("Rule", "I-6 limits")]
    [InlineData(1000, Outcome.Delivered)]
    [InlineData(1001, Outcome.Exits)]
    public void R_2_19_A_public_virtual_interface_takes_a_thousand_prefixes(int count, Outcome outcome)
    {
        var it = new PublicNetwork();
        it.Site.Prefix("11.0.0.0/8");
        it.Interface.Register("11.0.0.0/8").Advertise("203.0.113.0/25");
        for (var index = 1; index < count; index++)
        {
            it.Interface.Advertise($"11.{index / 256}.{index % 256}.0/24");
        }

        Assert.Equal(outcome, Ask(it.Network, it.Web, it.Host, Tcp(443)).Forward.Outcome);
    }

    static InstanceBuilder Elsewhere(PublicNetwork it, string region, int number)
    {
        var vpc = it.Network.Region(region).Vpc("v", $"10.{number}.0.0/16");
        vpc.MainRouteTable.Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        return vpc.Subnet("web", $"10.{number}.1.0/24", "a").Instance("web", Open(vpc)).PublicIp();
    }
}
