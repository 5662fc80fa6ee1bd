namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    /// <summary>Equal paths of transit gateways, beyond what VPN connections of equal sites make by themselves.</summary>
    void DrawEqualPaths(Dice own, List<SiteBuilder> sites)
    {
        foreach (var (gateway, index) in transitGateways.Select((drawn, index) => (drawn, index)))
        {
            if (own.Chance(25))
            {
                gateway.Builder.VpnEcmp(false);
            }

            if (own.Chance(25))
            {
                DrawSecondDirectConnect(own, gateway, sites, index);
            }
        }
    }

    void DrawSecondDirectConnect(Dice own, DrawnTransitGateway gateway, List<SiteBuilder> sites, int index)
    {
        var direct = network.DirectConnectGateway($"equal{index}", 64900 + index);
        var attachment = gateway.Builder.AttachDirectConnect("equal", direct);
        foreach (var (table, _) in gateway.Tables.Where(_ => own.Chance(70)))
        {
            table.Propagate(attachment);
        }

        foreach (var site in sites)
        {
            var line = site.DirectConnect($"equal{index}-{site.Name}", "EqLD5", network.Region(RegionNames[0]));
            line.TransitVirtualInterface("one", 101, direct);
            if (own.Chance(50))
            {
                line.TransitVirtualInterface("two", 102, direct);
            }
        }
    }
}
