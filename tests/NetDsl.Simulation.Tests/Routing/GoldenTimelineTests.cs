using NetDsl.Simulation.Routing.Failover;

namespace NetDsl.Simulation.Tests.Routing;

/// <summary>The golden timelines of interconnect §7.6: a BGP session on both sides, all its messages and timers, in virtual time.</summary>
public class GoldenTimelineTests
{
    [Fact]
    public void A_vpn_tunnel_with_bgp_that_is_lost_in_silence()
    {
        var timeline = Run(LinkProtection.Vpn, LinkFault.SilentLoss, age: 4);
        Assert.Equal((26, 27), (timeline.VendorDetected.TotalSeconds, timeline.OutageToSite.TotalSeconds));
        Assert.InRange(timeline.DeviceDetected.TotalSeconds, 20, 30);
        Assert.Equal(
            ["0: SilentLoss", "10: the vendor's end: asks whether the other end is there", "26: the vendor's end: its BGP session ends: the hold timer ran out", "27: the vendor's end forwards by another way"],
            timeline.Events.Where(each => !each.Text.StartsWith("the device", StringComparison.Ordinal)).Select(each => FormattableString.Invariant($"{each.At.TotalSeconds:0}: {each.Text}")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(9)]
    public void A_hold_timer_runs_from_the_last_keepalive(int age)
    {
        Assert.Equal(30 - age, Run(LinkProtection.Vpn, LinkFault.SilentLoss, age).VendorDetected.TotalSeconds);
        Assert.Equal(90 - age, Run(LinkProtection.DirectConnect, LinkFault.SilentLoss, age).VendorDetected.TotalSeconds);
    }

    [Fact]
    public void A_vpn_tunnel_with_static_routes()
    {
        var timeline = Run(LinkProtection.StaticVpn, LinkFault.SilentLoss, age: 4);
        Assert.Equal((50, 51), (timeline.VendorDetected.TotalSeconds, timeline.OutageToSite.TotalSeconds));
    }

    [Fact]
    public void Direct_connect_behind_a_provider()
    {
        var timeline = Run(LinkProtection.DirectConnect, LinkFault.SilentLoss, age: 10);
        Assert.Equal((80, 81), (timeline.VendorDetected.TotalSeconds, timeline.OutageToSite.TotalSeconds));
    }

    [Fact]
    public void Direct_connect_with_bfd()
    {
        var timeline = Run(LinkProtection.DirectConnectWithBfd, LinkFault.SilentLoss, age: 10);
        Assert.Equal((0.9, 1.9), (timeline.VendorDetected.TotalSeconds, timeline.OutageToSite.TotalSeconds));
        Assert.Equal((0.9, 1.9), (timeline.DeviceDetected.TotalSeconds, timeline.OutageToVendor.TotalSeconds));
    }

    [Fact]
    public void A_port_that_is_down_on_one_side_leaves_the_way_open_in_one_direction()
    {
        var here = Run(LinkProtection.DirectConnect, LinkFault.VendorPortDown, age: 10);
        Assert.Equal((0, 1), (here.VendorDetected.TotalSeconds, here.OutageToSite.TotalSeconds));
        Assert.InRange(here.OutageToVendor.TotalSeconds, 60, 91);
        var there = Run(LinkProtection.DirectConnectWithBfd, LinkFault.DevicePortDown, age: 10);
        Assert.Equal((1.9, 1), (there.OutageToSite.TotalSeconds, there.OutageToVendor.TotalSeconds));
    }

    [Fact]
    public void A_connect_peer_that_crashes()
    {
        var timeline = Run(LinkProtection.Connect, LinkFault.DeviceCrash, age: 0);
        Assert.Equal((30, 31), (timeline.VendorDetected.TotalSeconds, timeline.OutageToSite.TotalSeconds));
        Assert.Equal(TimeSpan.Zero, timeline.OutageToVendor);
    }

    [Fact]
    public void Maintenance_loses_nothing_when_the_device_heeds_the_discriminator()
    {
        var timeline = Run(LinkProtection.Vpn, LinkFault.Maintenance, age: 4);
        Assert.Equal((0, 0), (timeline.OutageToSite.TotalSeconds, timeline.OutageToVendor.TotalSeconds));
    }

    [Fact]
    public void Maintenance_loses_what_the_site_sends_when_it_does_not()
    {
        var timeline = Run(LinkProtection.Vpn, LinkFault.MaintenanceUnheeded, age: 4);
        Assert.Equal(0, timeline.OutageToSite.TotalSeconds);
        Assert.InRange(timeline.DeviceDetected.TotalSeconds, 20, 30);
    }

    [Fact]
    public void Endpoints_of_accelerators_and_names_are_drained_by_health_checks()
    {
        Assert.Equal((90, 90), (Accelerator(0).Detected, Accelerator(0).Drained));
        Assert.InRange(Accelerator(17).Detected, 60, 90);
        Assert.Equal(150, HealthCheckTimeline.Names.Drained(TimeSpan.Zero).TotalSeconds);

        static (double Detected, double Drained) Accelerator(int since) =>
            (HealthCheckTimeline.Accelerator.Detected(TimeSpan.FromSeconds(since)).TotalSeconds, HealthCheckTimeline.Accelerator.Drained(TimeSpan.FromSeconds(since)).TotalSeconds);
    }

    [Fact]
    public void A_link_that_nobody_watches_is_refused() => Assert.Throws<ArgumentException>(() => LinkSimulation.Run(new LinkProtection(), LinkFault.SilentLoss, TimeSpan.Zero));

    [Theory]
    [InlineData(2, 0)]
    [InlineData(30, 10)]
    public void Timers_that_cannot_be_are_refused(int hold, int age) => Assert.Throws<ArgumentException>(() =>
        Run(new LinkProtection { HoldTime = TimeSpan.FromSeconds(hold) }, LinkFault.SilentLoss, age));

    static FailoverTimeline Run(LinkProtection protection, LinkFault fault, int age) => LinkSimulation.Run(protection, fault, TimeSpan.FromSeconds(age));
}
