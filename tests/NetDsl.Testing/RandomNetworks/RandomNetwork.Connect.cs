using NetDsl.Addressing;
using static NetDsl.Traffic;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    // The vendor takes four.
    readonly Dictionary<TransitGatewayConnectAttachmentBuilder, int> connectPeersOf = [];

    /// <summary>Connect attachments: routers in VPCs and devices behind Direct Connect, with what their tunnels need, or nearly.</summary>
    void DrawConnect(Dice own, List<SiteBuilder> sites)
    {
        foreach (var (gateway, index) in transitGateways.Select((drawn, index) => (drawn, index)))
        {
            if (gateway.Attachments.Count == 0 || !own.Chance(90))
            {
                continue;
            }

            var inside = new Stack<string>(Enumerable.Range(0, 32).Select(number => $"169.254.{100 + index}.{8 * number}/29"));
            var block = $"100.127.{index}.0/24";
            gateway.Builder.CidrBlock(block);
            gateway.Attached.ForEach(vpc => DrawRoutesToSites(own, gateway, vpc));
            for (var number = 0; number < own.Between(1, 2); number++)
            {
                var place = own.Between(0, gateway.Attachments.Count - 1);
                var connect = gateway.Builder.AttachConnect($"connect{number}", gateway.Attachments[place]);
                DrawConnectTables(own, gateway, connect);
                foreach (var site in sites.Where(_ => own.Chance(80)))
                {
                    DrawRouters(own, gateway, connect, gateway.Attached[place], site, block, inside);
                }
            }

            if (own.Chance(60))
            {
                DrawConnectOverDirectConnect(own, gateway, sites, block, index, inside);
            }
        }
    }

    /// <summary>Leads to sites by the transit gateway, where the table does not lead elsewhere.</summary>
    void DrawRoutesToSites(Dice own, DrawnTransitGateway gateway, DrawnVpc vpc)
    {
        foreach (var table in vpc.Tables.Where(_ => own.Chance(90)))
        {
            foreach (var prefix in new[] { "192.168.0.0/17", "192.168.128.0/17", "172.20.0.0/16", "10.200.0.0/16" }.Select(Ipv4Prefix.Parse))
            {
                if (!IsRefused(table, prefix, gateway.Builder) && table.Destinations.Add(prefix))
                {
                    table.Builder.Route(prefix.ToString(), gateway.Builder);
                }
            }
        }
    }

    static void DrawConnectTables(Dice own, DrawnTransitGateway gateway, TransitGatewayConnectAttachmentBuilder connect)
    {
        foreach (var (table, _) in gateway.Tables.Where(_ => own.Chance(90)))
        {
            table.Propagate(connect);
        }

        if (gateway.Tables.Count > 0 && own.Chance(60))
        {
            own.Pick(gateway.Tables).Builder.Associate(connect);
        }
    }

    void DrawRouters(
        Dice own,
        DrawnTransitGateway gateway,
        TransitGatewayConnectAttachmentBuilder connect,
        DrawnVpc vpc,
        SiteBuilder site,
        string block,
        Stack<string> inside)
    {
        // Small subnets are full of other things.
        var subnets = vpc.Subnets.FindAll(subnet => subnet.Prefix.Length <= 26);
        for (var number = own.Chance(35) ? 1 : 0; number >= 0 && subnets.Count > 0 && connectPeersOf.GetValueOrDefault(connect) < 4; number--)
        {
            connectPeersOf[connect] = connectPeersOf.GetValueOrDefault(connect) + 1;
            var name = $"{gateway.Builder.Name}-{connect.Name}-{site.Name}-{number}";
            var subnet = own.Pick(subnets);
            var group = vpc.Builder.SecurityGroup(name).Ingress(IpProtocol(own.Chance(95) ? 47 : 50), from: own.Chance(95) ? block : "10.0.0.0/8");
            var router = subnet.Builder.Instance(name, group);
            _ = own.Chance(93) ? router.ForwardsTraffic(stateful: own.Chance(20)) : router;
            if (own.Chance(95) && subnet.Table.Destinations.Add(Ipv4Prefix.Parse(block)))
            {
                subnet.Table.Builder.Route(block, gateway.Builder);
            }

            Say(own, connect.Peer(name, site, router, inside.Pop(), own.Chance(60) ? own.Pick(Numbers) : null));
        }
    }

    void DrawConnectOverDirectConnect(
        Dice own, DrawnTransitGateway gateway, List<SiteBuilder> sites, string block, int index, Stack<string> inside)
    {
        var direct = network.DirectConnectGateway($"gre{index}", 65100 + index);
        var transport = gateway.Builder.AttachDirectConnect("gre", direct).Allow(own.Chance(90) ? block : "100.126.0.0/24");
        if (own.Chance(60))
        {
            transport.Allow("10.0.0.0/8");
        }

        var connect = gateway.Builder.AttachConnect("over-dx", transport);
        DrawConnectTables(own, gateway, connect);
        foreach (var (site, number) in sites.Select((site, number) => (site, number)))
        {
            var line = site.DirectConnect($"gre{index}-{site.Name}", "EqLD5", network.Region(RegionNames[0])).TransitVirtualInterface("gre", 103, direct);
            line.Advertise(own.Chance(90) ? $"198.18.{index}.{number}/32" : "198.18.255.0/24");
            var device = site.CustomerGateway($"gre{index}-{site.Name}", $"198.18.{index}.{number}", own.Chance(40) ? own.Pick(Numbers) : null);
            Say(own, connect.Peer(site.Name, device, inside.Pop()));
        }
    }

    static void Say(Dice own, ConnectPeerBuilder peer)
    {
        foreach (var prefix in own.Chance(25) ? own.Some(WiderAndNarrower, 40) : [])
        {
            peer.Advertise(prefix);
        }

        if (own.Chance(20))
        {
            peer.Prepend(own.Between(1, 2));
        }

        if (own.Chance(20))
        {
            peer.Med(own.Between(0, 2) * 50);
        }

        if (own.Chance(60))
        {
            peer.LocalPreference(own.Pick([50, 300, 300]));
        }

        if (own.Chance(5))
        {
            peer.Down();
        }
    }
}
