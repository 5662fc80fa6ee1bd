using System.Globalization;
using NetDsl.Model;
using NetDsl.Simulation.Routing.Failover;
using NetDsl.Testing;

namespace NetDsl.Simulation.Tests.Routing;

public class FailureMatrixTests
{
    /// <summary>The patterns of the seed notes and what each fault does to them, as the documentation shows it.</summary>
    [Fact]
    public void Patterns_of_availability_and_their_outages() => Snapshot.MatchPage(
        $"""
        # Failures between the vendor and sites

        `netdsl failover` tells of every single fault how long a site is cut off, in both directions. A fault is silent: nothing comes through, and nobody is told. Each end notices by itself, by the
        timers of its BGP session, BFD or dead-peer detection ([simulated](simulation.md#bgp), message by message), and a second later forwards by another way [M], if the network with the broken part
        has one. The times are the longest: the last keepalive came right before the fault. `--events` tells what happens at both ends meanwhile, with the states of the tunnel.

        These are the patterns of the seed notes, made by the tests (FailureMatrixTests). `–`: for as long as the fault lasts.

        {Table("One VPN connection: two tunnels, one device", OneVpn(), usesBfd: false)}

        {Table("Two VPN connections: four tunnels, two devices", TwoVpns(), usesBfd: false)}

        {Table("Direct Connect, and VPN behind it", DirectConnectAndVpn(), usesBfd: false)}

        {Table("The same, with BFD on Direct Connect", DirectConnectAndVpn(), usesBfd: true)}

        {Table("Two Direct Connect connections at two locations, with BFD", TwoDirectConnects(), usesBfd: true)}

        """,
        "docs/failover.md");

    [Fact]
    public void A_tunnel_that_carries_nothing_is_missed_by_nobody()
    {
        var outcomes = FailureMatrix.Of(OneVpn()).ToDictionary(outcome => outcome.Fault.Name);
        Assert.Equal(31, outcomes["first 1"].OutageToSite!.Value.TotalSeconds);
        Assert.Equal(0, outcomes["first 2"].OutageToSite!.Value.TotalSeconds);
        Assert.Null(outcomes["edge"].OutageToSite);
    }

    [Fact]
    public void The_age_of_the_last_keepalive_shortens_an_outage() => Assert.Equal(
        27,
        FailureMatrix.Of(OneVpn(), age: TimeSpan.FromSeconds(4))[0].OutageToSite!.Value.TotalSeconds);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, null)]
    public void A_group_of_lines_goes_on_as_long_as_enough_of_them_work(int minimum, int? seconds)
    {
        var topology = Build((gateway, site, region) => site
            .LinkAggregationGroup("lag", [site.DirectConnect("one", "EqDC2", region), site.DirectConnect("two", "EqDC2", region)], minimum)
            .PrivateVirtualInterface("vif", 101, gateway));
        var outcomes = FailureMatrix.Of(topology).ToDictionary(outcome => outcome.Fault.Name);
        Assert.Equal(seconds, outcomes["one"].OutageToSite?.TotalSeconds);
        Assert.Null(outcomes["EqDC2"].OutageToSite);
    }

    static string Table(string title, Topology topology, bool usesBfd) =>
        $"## {title}\n\n| Fault | | To the site | From the site |\n| --- | --- | ---: | ---: |\n"
        + string.Join('\n', FailureMatrix.Of(topology, usesBfd).Select(outcome => $"| {outcome.Fault.Kind} | {outcome.Fault.Name} | {Seconds(outcome.OutageToSite)} | {Seconds(outcome.OutageToVendor)} |"));

    static string Seconds(TimeSpan? outage) => outage is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s") : "–";

    static Topology OneVpn() => Build((gateway, site, _) => gateway.VpnConnection("first", site.CustomerGateway("edge", "198.51.100.9")));

    static Topology TwoVpns() => Build((gateway, site, _) =>
    {
        gateway.VpnConnection("first", site.CustomerGateway("edge", "198.51.100.9"));
        gateway.VpnConnection("second", site.CustomerGateway("spare", "198.51.100.10"));
    });

    static Topology DirectConnectAndVpn() => Build((gateway, site, region) =>
    {
        site.DirectConnect("line", "EqDC2", region).PrivateVirtualInterface("vif", 101, gateway);
        gateway.VpnConnection("backup", site.CustomerGateway("edge", "198.51.100.9"));
    });

    static Topology TwoDirectConnects() => Build((gateway, site, region) =>
    {
        site.DirectConnect("one", "EqDC2", region).PrivateVirtualInterface("vif-one", 101, gateway);
        site.DirectConnect("two", "CSVA1", region).PrivateVirtualInterface("vif-two", 102, gateway);
    });

    static Topology Build(Action<VpnGatewayBuilder, SiteBuilder, RegionBuilder> link)
    {
        var network = new NetworkBuilder("Office");
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var gateway = vpc.VpnGateway("vgw");
        vpc.MainRouteTable.Propagate(gateway);
        vpc.Subnet("app", "10.0.0.0/24", "a").Instance("app");
        var site = network.Site("office", 65010).Prefix("192.168.0.0/16");
        site.Host("desk", "192.168.1.10");
        link(gateway, site, region);
        return network.Build();
    }
}
