using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    /// <summary>VPN concentrators, with VPN of other kinds beside them that has their prefixes, too.</summary>
    void DrawVpnConcentrators(Dice own, List<SiteBuilder> sites)
    {
        foreach (var gateway in transitGateways.Where(_ => own.Chance(45)))
        {
            for (var number = own.Between(0, 1); number >= 0; number--)
            {
                var concentrator = gateway.Builder.AttachVpnConcentrator($"{gateway.Builder.Region.Name}-{gateway.Builder.Name}-many{number}");
                foreach (var site in sites.Where(_ => own.Chance(85)))
                {
                    DrawVpn(own, concentrator, site);
                }

                if (own.Chance(6))
                {
                    concentrator.InState(TransitGatewayAttachmentState.Modifying);
                }

                foreach (var (table, destinations) in gateway.Tables)
                {
                    _ = own.Chance(80) ? table.Propagate(concentrator) : table;
                    if (own.Chance(20) && Ipv4Prefix.Parse(own.Pick(WiderAndNarrower)) is var prefix && destinations.Add(prefix))
                    {
                        table.Route(prefix.ToString(), concentrator);
                    }
                }
            }
        }
    }

    static void DrawVpn(Dice own, TransitGatewayVpnConcentratorAttachmentBuilder concentrator, SiteBuilder site)
    {
        for (var number = own.Chance(25) ? 1 : 0; number >= 0; number--)
        {
            var name = $"{concentrator.Name}-{site.Name}-{number}";
            var vpn = concentrator.VpnConnection(name, DrawDevice(own, site, name));
            foreach (var prefix in own.Chance(35) ? own.Some(WiderAndNarrower, 40) : [])
            {
                vpn.Advertise(prefix);
            }

            _ = own.Chance(25) ? vpn.Prepend(own.Between(1, 2)) : vpn;
            _ = own.Chance(40) ? vpn.Med(own.Between(0, 3) * 50) : vpn;
            _ = own.Chance(40) ? vpn.LocalPreference(own.Pick([50, 300])) : vpn;
            _ = own.Chance(20) ? vpn.TunnelDown(own.Between(1, 2)) : vpn;
            _ = own.Chance(8) ? vpn.Down() : vpn;
            _ = own.Chance(12) ? vpn.InsideIpv6() : vpn;
        }
    }
}
