using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Workloads;
using static NetDsl.Simulation.Tests.Costs.BillingScene;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests.Costs;

/// <summary>What traffic to sites and from them costs: interconnect section 5, cost parameters.</summary>
public class HybridBillTests
{
    readonly BillingScene scene = new();

    [Fact]
    [Trait("Rule", "I-5 cost")]
    public void A_vpn_charges_as_the_internet_does_on_the_way_out()
    {
        var (app, desk) = Joined((gateway, site) => gateway.VpnConnection("vpn", site.CustomerGateway("edge", "198.51.100.9")));

        var bill = scene.Month(new Transfer(At(desk), At(app), Tcp(443), 5, 100));

        Assert.Equal(["internetOutGb owner 900"], Traffic(bill));
        Assert.Equal(["vpnConnectionHour 1"], Standing(bill));
        Assert.Equal(
            [new BilledPath("office", "vpc use1-az1", ["vpn", "vgw"]), new BilledPath("vpc use1-az1", "office", ["vgw", "vpn"])],
            bill.Traffic.Select(path => path.Path));
    }

    [Fact]
    [Trait("Rule", "I-5 cost")]
    public void Direct_Connect_charges_its_own_rate_and_its_port()
    {
        var (app, desk) = Joined((gateway, site) => site.DirectConnect("line", "EqDC2", scene.Region, 10).PrivateVirtualInterface("vif", 101, gateway));

        var bill = scene.Month(new Transfer(At(app), At(desk), Tcp(443), 100, 5));

        Assert.Equal(["directConnectOutGb owner 200"], Traffic(bill));
        Assert.Equal(["directConnectPort10GHour 1"], Standing(bill));
    }

    [Fact]
    [Trait("Rule", "I-5 cost")]
    public void What_is_rerouted_is_billed_for_the_way_that_it_went()
    {
        // By Direct Connect, and by the VPN while its connection is down.
        var (_, _) = Joined((gateway, site) =>
        {
            site.DirectConnect("line", "EqDC2", scene.Region, 10).PrivateVirtualInterface("vif", 101, gateway);
            gateway.VpnConnection("vpn", site.CustomerGateway("edge", "198.51.100.9"));
        });
        var topology = scene.Network.Build();
        var network = new CompiledNetwork(TopologyLowering.Lower(topology));
        var options = new SimulationOptions
        {
            Topology = topology,
            Traffic =
            [
                new TrafficPattern("copies", ["app"], ["desk"], Protocol.Tcp, 443)
                {
                    Arrivals = new Arrivals.Poisson(2),
                    Exchange = new Exchange.Bulk { Bytes = new Distribution.Constant(100_000), IsUpload = true },
                },
            ],
        };
        var (whole, _) = BillOf([]);
        Assert.Equal(["directConnectOutGb owner"], whole.Lines.Where(line => line.Path is not null).Select(Named).Distinct());

        var (bill, report) = BillOf([new ScheduledFailure(FailureKind.Connection, "line", TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(8))]);
        var lines = bill.Lines.Where(line => line.Path is not null).ToLookup(Named, line => line.Quantity);
        Assert.Equal(["directConnectOutGb owner", "internetOutGb owner"], lines.Select(line => line.Key).Order(StringComparer.Ordinal));

        // Four of ten minutes by the VPN, but for the time until the two ends have noticed.
        var byVpn = lines["internetOutGb owner"].Sum() / (lines["internetOutGb owner"].Sum() + lines["directConnectOutGb owner"].Sum());
        Assert.InRange(byVpn, 0.3m, 0.4m);

        // Every byte went some way.
        Assert.Equal(decimal.Round((decimal)report.Bytes / Bill.BytesOfGigabyte, 9), decimal.Round(bill.Traffic.Sum(path => path.Gigabytes), 9));

        (Bill Bill, SimulationReport Report) BillOf(ScheduledFailure[] failures)
        {
            var meter = new TrafficMeter();
            var run = NetworkSimulation.Run(network, options with { Failures = [.. failures], Meter = meter });
            return (Billing.OfRun(topology, network.Graph, meter, options.Duration), run);
        }

        static string Named(BillLine line) => $"{line.Item.Name} {(line.Account == Owner ? "owner" : line.Account)}";
    }

    [Fact]
    [Trait("Rule", "I-5 cost")]
    public void A_vpn_over_Direct_Connect_pays_the_rate_of_the_line_and_the_hours_of_the_connection()
    {
        var app = scene.Host("app", "10.0.0.0/24", "a");
        var gateway = scene.Region.TransitGateway("tgw").CidrBlock("10.255.0.0/24");
        gateway.Attach("vpc", app.Subnet);
        app.Subnet.RouteTable("app").Route("192.168.0.0/16", gateway);
        var site = scene.Network.Site("office", 65010).Prefix("192.168.0.0/16").Prefix("172.31.0.0/24");
        var desk = site.Host("desk", "192.168.1.10");
        var direct = scene.Network.DirectConnectGateway("dxgw", 64700);
        var transport = gateway.AttachDirectConnect("dx", direct).Allow("10.255.0.0/24");
        site.DirectConnect("line", "EqDC2", scene.Region).TransitVirtualInterface("vif", 101, direct).Advertise("172.31.0.1/32");
        gateway.AttachVpn("vpn", site.CustomerGateway("inner", "172.31.0.1"), connection => connection.PrivateIp(transport).Advertise("192.168.0.0/16"));

        var bill = scene.Month(new Transfer(At(app), At(desk), Tcp(443), 100, 10));

        Assert.Equal(["transitGatewayGb owner 220", "directConnectOutGb owner 200"], Traffic(bill));
        Assert.Equal(["transitGatewayAttachmentHour 3", "vpnConnectionHour 1", "directConnectPort1GHour 1"], Standing(bill));
    }

    [Fact]
    [Trait("Rule", "I-5 cost")]
    public void A_hub_between_sites_charges_the_way_from_the_hub_alone()
    {
        var hub = scene.Region.VpnGateway("hub");
        var hosts = new List<ElementBuilder>();
        foreach (var number in new[] { 1, 2 })
        {
            var site = scene.Network.Site($"site-{number}", 65010 + (uint)number).Prefix($"192.168.{number}.0/24");
            hosts.Add(site.Host($"host-{number}", $"192.168.{number}.10"));
            hub.VpnConnection($"vpn-{number}", site.CustomerGateway($"edge-{number}", $"198.51.100.{number}"));
        }

        var bill = scene.Month(new Transfer(At(hosts[0]), At(hosts[1]), Tcp(443), 10, 0));

        Assert.Equal(["internetOutGb owner 90"], Traffic(bill));
        Assert.Equal(["vpnConnectionHour 2"], Standing(bill));
    }

    [Fact]
    [Trait("Rule", "I-5 cost")]
    public void What_comes_in_is_charged_once_where_it_has_a_price()
    {
        var (app, desk) = Joined((gateway, site) => gateway.VpnConnection("vpn", site.CustomerGateway("edge", "198.51.100.9")));

        var bill = scene.Month(Prices.List.With("dataInGb", 0.01m), new Transfer(At(desk), At(app), Tcp(443), 100, 0));

        Assert.Equal(["dataInGb owner 100"], Traffic(bill));
    }

    [Fact]
    public void Clients_of_Client_VPN_are_charged_as_the_internet_is_and_by_the_hour()
    {
        var app = scene.Host("app", "10.0.0.0/24", "b");
        var landing = scene.Vpc.Subnet("landing", "10.0.1.0/24", "a");
        var client = scene.Vpc.ClientVpn("people", "172.16.0.0/22", ClientVpnAuthentication.Certificate).Associate(landing).Authorize("10.0.0.0/16").Client("laptop");

        var bill = scene.Month(new Transfer(At(client), At(app), Tcp(443), 1, 10));

        Assert.Equal(["internetOutGb owner 90"], Traffic(bill));
        Assert.Equal(["clientVpnAssociationHour 1", "clientVpnConnectionHour 1"], Standing(bill));
    }

    [Theory]
    [InlineData(50, "directConnectHosted50MHour 1")]
    [InlineData(2000, "directConnectHosted2GHour 1")]
    public void Hosted_connections_have_prices_of_their_own(int mbps, string hour)
    {
        _ = Joined((gateway, site) => site.HostedDirectConnect("line", "EqDC2", scene.Region, mbps).PrivateVirtualInterface("vif", 101, gateway));

        Assert.Equal([hour], Standing(scene.Month()));
    }

    (ElementBuilder App, ElementBuilder Desk) Joined(Action<VpnGatewayBuilder, SiteBuilder> link)
    {
        var gateway = scene.Vpc.VpnGateway("vgw");
        scene.Vpc.MainRouteTable.Propagate(gateway);
        var site = scene.Network.Site("office", 65010).Prefix("192.168.0.0/16");
        link(gateway, site);
        return (scene.Host("app", "10.0.0.0/24", "a"), site.Host("desk", "192.168.1.10"));
    }
}
