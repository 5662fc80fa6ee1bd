using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    /// <summary>Private IP VPN: devices behind Direct Connect, with what their tunnels need, or nearly; and VPN over the internet beside it.</summary>
    void DrawPrivateIp(Dice own, List<SiteBuilder> sites)
    {
        foreach (var (gateway, index) in transitGateways.Select((drawn, index) => (drawn, index)).Where(_ => own.Chance(60)).ToList())
        {
            gateway.Builder.CidrBlock($"100.125.{index}.0/24");
            var direct = network.DirectConnectGateway($"ipsec{index}", 65200 + index);
            var transport = gateway.Builder.AttachDirectConnect("ipsec", direct).Allow(own.Chance(85) ? "100.124.0.0/14" : $"100.127.{index}.2/32");
            if (own.Chance(6))
            {
                transport.InState(TransitGatewayAttachmentState.Modifying);
            }

            foreach (var (site, number) in sites.Select((site, number) => (site, number)))
            {
                DrawPrivateIp(own, gateway, transport, direct, site, $"{index}.{number}");
            }

            if (own.Chance(25))
            {
                gateway.Tables.ForEach(table => table.Builder.Propagate(transport));
            }
        }
    }

    void DrawPrivateIp(
        Dice own,
        DrawnTransitGateway gateway,
        TransitGatewayDirectConnectAttachmentBuilder transport,
        DirectConnectGatewayBuilder direct,
        SiteBuilder site,
        string place)
    {
        var line = site.DirectConnect($"ipsec{place}", "EqLD5", network.Region(RegionNames[0])).TransitVirtualInterface("ipsec", 104, direct);
        line.Advertise(own.Chance(90) ? $"172.31.{place}/32" : "198.18.255.0/24");
        if (own.Chance(10))
        {
            line.Down();
        }

        var device = site.CustomerGateway($"ipsec{place}", $"172.31.{place}", own.Chance(30) ? own.Pick(Numbers) : null);
        var count = own.Chance(30) ? 2 : 1;
        var attachments = Enumerable.Range(0, count).Select(number => gateway.Builder.AttachVpn($"via-dx{place}-{number}", device, vpn =>
        {
            vpn.PrivateIp(transport);
            DrawVpn(own, vpn);
            _ = own.Chance(15) ? vpn.InsideIpv6() : vpn;
        })).ToList();
        foreach (var (table, destinations) in gateway.Tables)
        {
            attachments.ForEach(each => _ = own.Chance(75) ? table.Propagate(each) : table);
            if (own.Chance(15) && Ipv4Prefix.Parse(own.Pick(WiderAndNarrower)) is var prefix && destinations.Add(prefix))
            {
                table.Route(prefix.ToString(), own.Pick(attachments));
            }
        }
    }
}
