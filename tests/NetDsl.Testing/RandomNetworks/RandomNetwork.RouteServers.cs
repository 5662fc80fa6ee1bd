namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    /// <summary>Where there are appliances, now and then they tell a route server what they lead to.</summary>
    void DrawRouteServer(DrawnVpc vpc)
    {
        if (vpc.Appliances.Count == 0 || !gatewayDice.Chance(30))
        {
            return;
        }

        var server = vpc.Builder.RouteServer("rs");
        var endpoint = server.Endpoint("endpoint", gatewayDice.Pick(vpc.Subnets).Builder);
        var asn = 65000;
        foreach (var (host, _) in vpc.Appliances)
        {
            var peer = endpoint.Peer(host.Name, host, asn++);
            var told = new HashSet<Addressing.Ipv4Prefix>();
            for (var number = gatewayDice.Between(1, 4); number > 0; number--)
            {
                var prefix = gatewayDice.Between(0, 9) switch
                {
                    < 3 => gatewayDice.Pick(vpc.Subnets).Prefix,
                    < 6 => Addressing.Ipv4Prefix.All,
                    < 8 => gatewayDice.Pick(gatewayDice.Pick(vpcs).Blocks),
                    _ => Addressing.Ipv4Prefix.Parse(gatewayDice.Pick(WiderAndNarrower)),
                };
                if (told.Add(prefix))
                {
                    peer.Advertise(prefix.ToString(), gatewayDice.Between(0, 2) * 100);
                }
            }

            _ = gatewayDice.Chance(12) ? peer.Down() : peer;
        }

        foreach (var table in vpc.Tables.Where(table => gatewayDice.Chance(vpc.Appliances.Exists(each => each.Home.Table == table) ? 12 : 45)))
        {
            table.Builder.Propagate(server);
        }

        if (vpc.EdgeTable is { } edge && gatewayDice.Chance(60))
        {
            edge.Propagate(server);
        }
    }
}
