using NetDsl.Addressing;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    // Some overlap, some are neighbours, one has the digits of public addresses that the model gives out.
    static readonly Ipv4Prefix[] Blocks =
    [
        .. new[]
        {
            "10.0.0.0/16", "10.0.0.0/20", "10.0.128.0/17", "10.1.0.0/16", "10.1.0.0/24", "10.2.0.0/16",
            "172.16.0.0/16", "172.31.0.0/20", "192.168.0.0/16", "100.64.0.0/16", "203.0.113.0/24",
        }.Select(Ipv4Prefix.Parse),
    ];

    void DrawVpc(RegionBuilder region, string name)
    {
        var free = Blocks.Where(block => !vpcs.Exists(vpc => vpc.Blocks.Exists(block.Overlaps))).ToList();
        var primary = free.Count > 0 && Needed(70) ? dice.Pick(free) : dice.Pick(Blocks);
        var vpc = new DrawnVpc(region.Vpc(name, primary.ToString(), dice.Pick(accounts)), primary);
        vpcs.Add(vpc);

        if (dice.Chance(30) && Blocks.Where(block => !block.Overlaps(primary) && MayJoin(primary, block)).ToList() is { Count: > 0 } others)
        {
            var secondary = dice.Pick(others);
            vpc.Builder.SecondaryCidr(secondary.ToString());
            vpc.Blocks.Add(secondary);
        }

        DrawSubnets(vpc);
        DrawGateways(vpc);
        DrawRegionalNat(vpc);
        DrawGroups(vpc);
        DrawAcls(vpc);
        DrawAppliances(vpc);
    }

    /// <summary>R-1.4: which blocks a VPC takes beside its primary one.</summary>
    static bool MayJoin(Ipv4Prefix primary, Ipv4Prefix added)
    {
        static string Family(Ipv4Prefix block) => block.ToString().Split('.')[0] switch { "10" => "10", "172" => "172", "192" => "192", _ => "public" };
        return (Family(primary) == Family(added) || Family(added) == "public")
            && !added.ToString().StartsWith("172.31.", StringComparison.Ordinal)
            && !(Ipv4Prefix.Parse("10.0.0.0/15").Contains(primary) && Ipv4Prefix.Parse("10.0.0.0/16").Contains(added));
    }

    /// <summary>A range that was brought along to the region and is not advertised.</summary>
    ByoipPoolBuilder Brought(RegionBuilder region)
    {
        if (!brought.TryGetValue(region, out var pool))
        {
            pool = region.ByoipPool($"198.51.{101 + brought.Count}.0/24", advertised: false);
            brought.Add(region, pool);
        }

        return pool;
    }

    void DrawSubnets(DrawnVpc vpc)
    {
        var zones = ZoneLetters.Take(dice.Between(1, 3)).ToList();
        for (var index = dice.Between(1, 3) - (dice.Chance(20) ? 1 : 0); index > 0; index--)
        {
            vpc.Tables.Add(new DrawnTable(vpc.Builder.RouteTable($"t{index}")));
        }

        var count = dice.Between(1, Usually(5, small: 3));
        for (var index = 0; index < count; index++)
        {
            // At the edges of a block and next to each other, where off-by-one faults are.
            var block = dice.Pick(vpc.Blocks);
            var length = Math.Max(block.Length, dice.Pick([24, 24, 25, 26, 28]));
            var places = (int)Math.Min(4, 1L << (length - block.Length));
            var start = dice.Chance(85)
                ? block.First.Value + ((uint)dice.Between(0, places - 1) << (32 - length))
                : block.Last.Value;
            var prefix = Ipv4Prefix.Containing(new Ipv4Address(start), length);
            if (vpc.Subnets.TrueForAll(subnet => !subnet.Prefix.Overlaps(prefix)))
            {
                var zone = dice.Pick(zones);
                var subnet = new DrawnSubnet(
                    vpc.Builder.Subnet($"s{index}", prefix.ToString(), zone), prefix, zone, dice.Pick(vpc.Tables));
                vpc.Subnets.Add(subnet);
                if (subnet.Table != vpc.Tables[0])
                {
                    subnet.Builder.Associate(subnet.Table.Builder);
                }
            }
        }
    }

    void DrawGateways(DrawnVpc vpc)
    {
        if (Needed(60))
        {
            vpc.Gateway = vpc.Builder.InternetGateway($"{vpc.Builder.Name}-igw");
        }

        // In a tidy VPC they share a table, which can then lead to the internet while the others lead to them.
        var table = dice.Pick(vpc.Subnets).Table;
        foreach (var subnet in dice.Some(vpc.Subnets.Where(subnet => !tidy || subnet.Table == table), 50))
        {
            var nat = subnet.Builder.NatGateway($"nat-{subnet.Builder.Name}");
            vpc.NatGateways.Add(nat);
            switch (dice.Between(0, 4))
            {
                case 0: nat.Private(); break;
                case 1: nat.ElasticIp(Elastic(vpc.Builder.Region, $"{vpc.Builder.Name}-{nat.Name}")); break;
                case 2: nat.Address(gatewayDice.Chance(50) ? vpc.Builder.Region.ElasticIp($"{vpc.Builder.Name}-{nat.Name}-2") : null); break;
            }
        }
    }

    void DrawHosts(DrawnVpc vpc)
    {
        var number = 0;
        foreach (var subnet in vpc.Subnets)
        {
            for (var index = 0; index < dice.Between(0, Usually(3, small: 2)); index++)
            {
                var instance = subnet.Builder.Instance($"i{number++}");
                vpc.Instances.Add(instance);
                DrawHolder(vpc, instance.Primary, $"{vpc.Builder.Name}-{instance.Name}");
                var others = vpc.Subnets.Where(other => other.Zone == subnet.Zone).ToList();
                if (dice.Chance(15))
                {
                    var extra = instance.Interface("eth1", dice.Pick(others).Builder);
                    DrawHolder(vpc, extra, $"{vpc.Builder.Name}-{instance.Name}-eth1");
                }
            }

            if (dice.Chance(15))
            {
                var loose = subnet.Builder.Interface($"eni-{subnet.Builder.Name}");
                DrawHolder(vpc, loose, $"{vpc.Builder.Name}-{loose.Name}");
            }
        }
    }

    void DrawHolder(DrawnVpc vpc, InterfaceBuilder holder, string name)
    {
        foreach (var group in vpc.Groups.Where((_, index) => dice.Chance(index == 1 ? 85 : 50)))
        {
            holder.SecurityGroup(group);
        }

        switch (dice.Between(0, 9))
        {
            case < 3: holder.PublicIp(); break;
            case < 5: holder.ElasticIp(dice.Chance(15) ? Brought(vpc.Builder.Region).ElasticIp(name) : Elastic(vpc.Builder.Region, name)); break;
        }
    }
}
