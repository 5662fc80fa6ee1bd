namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    /// <summary>Hosts that forward, most of them as they should, and interfaces that routes lead to by mistake.</summary>
    void DrawAppliances(DrawnVpc vpc)
    {
        for (var index = dice.Chance(32) ? dice.Between(1, 2) : 0; index > 0; index--)
        {
            var subnet = dice.Pick(vpc.Subnets);
            var instance = subnet.Builder.Instance($"fw{index}");
            instance.SourceDestinationCheck(!Needed(85));
            switch (dice.Between(0, 9))
            {
                case < 3: instance.ForwardsTraffic(); break;
                case < 6: instance.ForwardsTraffic(stateful: true); break;
                case < 9: instance.TranslatesSources(); break;
            }

            DrawHolder(vpc, instance.Primary, $"{vpc.Builder.Name}-{instance.Name}");
            vpc.Appliances.Add((instance, subnet));
        }

        if (dice.Chance(10))
        {
            var loose = dice.Pick(vpc.Subnets);
            vpc.LooseInterface = loose.Builder.Interface("loose");
        }
    }

    /// <summary>Routes through the appliances of the VPC: from tables that their own subnets do not use, when all is well.</summary>
    void DrawApplianceRoutes(DrawnVpc vpc)
    {
        foreach (var (instance, home) in vpc.Appliances)
        {
            foreach (var table in vpc.Tables.Where(table => table != home.Table || (!tidy && dice.Chance(10))))
            {
                if (dice.Chance(14))
                {
                    var other = dice.Pick(vpcs);
                    AddRoute(table, other != vpc && dice.Chance(50) ? dice.Pick(other.Blocks) : Addressing.Ipv4Prefix.All, instance);
                }
            }
        }

        foreach (var (instance, home) in vpc.Appliances)
        {
            // Inside the VPC: from one subnet to another through the appliance, and mostly back too.
            if (dice.Chance(30))
            {
                var (one, other) = (dice.Pick(vpc.Subnets), dice.Pick(vpc.Subnets));
                AddRoute(one.Table, dice.Chance(85) ? other.Prefix : dice.Pick(vpc.Blocks), instance);
                if (Needed(60))
                {
                    AddRoute(other.Table, one.Prefix, instance);
                }
            }
        }

        if (dice.PickOrNone(vpc.NatGateways) is { } nat && dice.Chance(10))
        {
            AddRoute(dice.Pick(vpc.Tables), dice.Pick(vpc.Subnets).Prefix, nat);
        }

        if (vpc.Gateway is { } gateway && vpc.Appliances.Count > 0 && dice.Chance(35))
        {
            var edge = vpc.EdgeTable = vpc.Builder.RouteTable("edge-in");
            var taken = new HashSet<Addressing.Ipv4Prefix>();
            foreach (var subnet in dice.Some(vpc.Subnets, 60).Where(subnet => taken.Add(subnet.Prefix)))
            {
                edge.Route(subnet.Prefix.ToString(), dice.Pick(vpc.Appliances).Host);
            }

            gateway.Associate(edge);
        }

        if (dice.Chance(8))
        {
            var table = dice.Pick(vpc.Tables);
            var destination = dice.Chance(30) ? Addressing.Ipv4Prefix.All : Prefix();
            if (!IsRefused(table, destination, null) && table.Destinations.Add(destination))
            {
                table.Builder.Blackhole(destination.ToString());
            }
        }

        if (vpc.LooseInterface is { } loose)
        {
            AddRoute(dice.Pick(vpc.Tables), Prefix(), loose);
        }
    }
}
