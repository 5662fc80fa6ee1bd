using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    // The VPCs of random networks have blocks of these ranges, so that some overlap and some cover.
    static readonly string[][] SitePrefixes =
    [
        ["192.168.0.0/16"], ["192.168.0.0/17", "172.20.0.0/16"], ["10.0.0.0/8"], ["10.200.0.0/16"], ["192.168.128.0/17"],
    ];

    static readonly string[] WiderAndNarrower = ["0.0.0.0/0", "192.168.0.0/16", "192.168.1.0/24", "10.0.0.0/8", "10.200.0.0/16"];

    static readonly int[] Numbers = [65000, 65001, 65002];

    bool isAllowed;

    /// <summary>Sites and what leads to them: with dice of its own, so that the rest of a seed's network stays as it is.</summary>
    void DrawHybrid(int seed)
    {
        var own = new Dice(unchecked(seed * 7919) ^ 0x5173);
        if (!own.Chance(Usually(55, small: 40)))
        {
            return;
        }

        var sites = Enumerable.Range(0, own.Between(1, Usually(3, small: 2))).Select(index => DrawSite(own, $"site{index}")).ToList();
        var gateways = vpcs.Where(_ => own.Chance(80)).Select((vpc, index) => DrawVpnGateway(own, vpc, $"vgw{index}")).ToList();
        if (own.Chance(20))
        {
            gateways.Add(network.Region(RegionNames[0]).VpnGateway("hub", 64600));
        }

        var direct = own.Chance(85) ? network.DirectConnectGateway("dxgw", 64700) : null;
        foreach (var gateway in gateways)
        {
            foreach (var site in sites.Where(_ => own.Chance(85)))
            {
                for (var index = 0; index < own.Between(1, Usually(2, small: 1)); index++)
                {
                    DrawVpn(own, site, gateway, $"{gateway.Name}-{site.Name}-{index}");
                }
            }

            if (direct is not null && own.Chance(70))
            {
                var association = direct.Associate(gateway);
                foreach (var prefix in own.Some(new[] { "10.0.0.0/8", "10.0.0.0/16", "0.0.0.0/0", "10.0.0.0/24" }, 25))
                {
                    association.Allow(prefix);
                }
            }
        }

        var transit = own.Chance(60) ? network.DirectConnectGateway("transit", 64800) : null;
        foreach (var gateway in transitGateways.Where(_ => own.Chance(75)))
        {
            DrawTransit(own, gateway, sites, transit);
        }

        foreach (var site in sites.Where(_ => own.Chance(65)))
        {
            DrawDirectConnect(own, site, direct, transit, gateways);
        }

        DrawEqualPaths(own, sites);
        DrawConnect(own, sites);
        DrawVpnConcentrators(new Dice(unchecked(seed * 15_485_863) ^ 0x2C47), sites);
        DrawPrivateIp(new Dice(unchecked(seed * 104_729) ^ 0x1B5C), sites);
    }

    SiteBuilder DrawSite(Dice own, string name)
    {
        var site = network.Site(name, own.Pick(Numbers));
        sitesDrawn.Add(site);
        var hosts = 0;
        foreach (var prefix in own.Pick(SitePrefixes))
        {
            site.Prefix(prefix);
            var first = Ipv4Prefix.Parse(prefix).First.Value;
            site.Host($"h{hosts++}", new Ipv4Address(first + 10).ToString());
            site.Host($"h{hosts++}", new Ipv4Address(first + 0x10C).ToString());
        }

        return site;
    }

    VpnGatewayBuilder DrawVpnGateway(Dice own, DrawnVpc vpc, string name)
    {
        var gateway = vpc.Builder.Region.VpnGateway(name, own.Chance(50) ? 64512 : 64513);
        var attached = own.Chance(92);
        if (attached)
        {
            gateway.AttachTo(vpc.Builder);
        }

        DrawVpnGatewayTable(gateway, vpc, attached);
        foreach (var table in vpc.Tables)
        {
            if (attached && own.Chance(75))
            {
                table.Builder.Propagate(gateway);
            }

            if (own.Chance(12) && Ipv4Prefix.Parse(own.Pick(WiderAndNarrower)) is var prefix
                && !IsRefused(table, prefix, gateway) && table.Destinations.Add(prefix))
            {
                table.Builder.Route(prefix.ToString(), gateway);
            }
        }

        return gateway;
    }

    static CustomerGatewayBuilder DrawDevice(Dice own, SiteBuilder site, string name)
    {
        var device = site.CustomerGateway($"cgw-{name}", asn: own.Chance(30) ? own.Pick(Numbers) : null);
        return own.Chance(5) ? device.Down() : device;
    }

    void DrawTransit(Dice own, DrawnTransitGateway drawn, List<SiteBuilder> sites, DirectConnectGatewayBuilder? transit)
    {
        var gateway = drawn.Builder;
        var attachments = new List<TransitGatewayAttachmentBuilder>();
        foreach (var site in sites.Where(_ => own.Chance(70)))
        {
            var name = $"{gateway.Region.Name}-{gateway.Name}-{site.Name}";
            attachments.Add(gateway.AttachVpn(name, DrawDevice(own, site, name), vpn =>
            {
                DrawVpn(own, vpn);
                _ = own.Chance(25) ? vpn.Down() : vpn;
                transitVpns.Add(vpn);
            }));
        }

        if (transit is not null && own.Chance(75))
        {
            var attachment = gateway.AttachDirectConnect("dx", transit);
            attachments.Add(attachment);
            if (own.Chance(80) && !isAllowed)
            {
                // Two transit gateways of one Direct Connect gateway are not allowed the same.
                isAllowed = true;
                attachment.Allow("10.0.0.0/8");
            }
        }

        foreach (var (table, destinations) in drawn.Tables)
        {
            foreach (var attachment in attachments.Where(_ => own.Chance(60)))
            {
                table.Propagate(attachment);
            }

            if (attachments.Count > 0 && own.Chance(40)
                && Ipv4Prefix.Parse(own.Pick(WiderAndNarrower)) is var prefix && destinations.Add(prefix))
            {
                table.Route(prefix.ToString(), own.Pick(attachments));
            }
        }
    }

    static void DrawVpn(Dice own, SiteBuilder site, VpnGatewayBuilder gateway, string name) =>
        DrawVpn(own, gateway.VpnConnection(name, DrawDevice(own, site, name)));

    static void DrawVpn(Dice own, VpnConnectionBuilder vpn)
    {
        if (own.Chance(30))
        {
            foreach (var prefix in own.Some(WiderAndNarrower, 40))
            {
                vpn.StaticRoute(prefix);
            }

            if (own.Chance(30))
            {
                vpn.DeviceRoute("10.0.0.0/8");
            }
        }
        else
        {
            foreach (var prefix in own.Chance(30) ? own.Some(WiderAndNarrower, 40) : [])
            {
                vpn.Advertise(prefix);
            }

            if (own.Chance(25))
            {
                vpn.Prepend(own.Between(1, 2));
            }

            if (own.Chance(25))
            {
                vpn.Med(own.Between(0, 2) * 50);
            }

            if (own.Chance(20))
            {
                vpn.LocalPreference(own.Pick([50, 200]));
            }
        }

        if (own.Chance(15))
        {
            vpn.TunnelDown(own.Between(1, 2));
        }

        if (own.Chance(8))
        {
            vpn.Down();
        }
    }

    void DrawDirectConnect(Dice own, SiteBuilder site, DirectConnectGatewayBuilder? direct, DirectConnectGatewayBuilder? transit, List<VpnGatewayBuilder> gateways)
    {
        var region = network.Region(own.Pick(RegionNames));
        var lines = Enumerable.Range(0, own.Between(1, 2)).Select(index => site.DirectConnect($"dx-{site.Name}-{index}", "EqDC2", region)).ToList();
        var ports = own.Chance(Usually(25, small: 40))
            ? [site.LinkAggregationGroup($"lag-{site.Name}", lines, own.Between(0, lines.Count))]
            : lines.Cast<DirectConnectPortBuilder>().ToList();
        foreach (var line in lines.Where(_ => own.Chance(10)))
        {
            line.Down();
        }

        foreach (var port in ports)
        {
            var vlan = 100;
            if (direct is not null && own.Chance(90))
            {
                Say(own, port.PrivateVirtualInterface("dx", vlan++, direct));
            }

            if (transit is not null && own.Chance(70))
            {
                Say(own, port.TransitVirtualInterface("transit", vlan++, transit));
            }

            if (gateways.Count > 0 && own.Chance(50))
            {
                Say(own, port.PrivateVirtualInterface("vgw", vlan, own.Pick(gateways)));
            }
        }
    }

    static void Say(Dice own, VirtualInterfaceBuilder virtualInterface)
    {
        foreach (var prefix in own.Chance(30) ? own.Some(WiderAndNarrower, 40) : [])
        {
            virtualInterface.Advertise(prefix);
        }

        if (own.Chance(25))
        {
            virtualInterface.Prepend(own.Between(1, 2));
        }

        if (own.Chance(25))
        {
            virtualInterface.Med(own.Between(0, 2) * 50);
        }

        if (own.Chance(30))
        {
            virtualInterface.Community(own.Pick([LocalPreferenceCommunity.Low, LocalPreferenceCommunity.Medium, LocalPreferenceCommunity.High]));
        }

        if (own.Chance(20))
        {
            virtualInterface.LocalPreference(own.Pick([50, 200]));
        }

        if (own.Chance(20))
        {
            virtualInterface.Provider(own.Pick([65002, 3356]));
        }

        if (own.Chance(8))
        {
            virtualInterface.Down();
        }
    }
}
