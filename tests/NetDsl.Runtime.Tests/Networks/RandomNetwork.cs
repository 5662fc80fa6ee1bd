using NetDsl.Model;

namespace NetDsl.Runtime.Tests.Networks;

/// <summary>
/// Whole networks at random: up to three VPCs with blocks that may overlap, public and private subnets, NAT gateways,
/// ACLs, groups by prefix and by reference, peerings and a transit gateway, with routes that may lead anywhere.
/// </summary>
sealed class RandomNetwork
{
    static readonly string[] Blocks = ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16"];
    static readonly string[] Destinations =
        ["0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.2.1.0/24", "10.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"];

    static readonly TrafficSelector[] Selectors =
        [Traffic.AllTraffic, Traffic.Tcp(443), Traffic.Udp(53), Traffic.Icmp, Traffic.TcpRange(1024, 65535), Traffic.TcpRange(0, 65535)];

    readonly Random random;
    readonly NetworkBuilder network = new("Random");
    readonly Dictionary<SubnetBuilder, string> zones = [];
    readonly List<(VpcBuilder Vpc, List<SubnetBuilder> Subnets, List<SecurityGroupBuilder> Groups, List<IRouteTarget> Targets)> vpcs = [];

    RandomNetwork(int seed) => random = new Random(seed);

    public static Topology Build(int seed) => new RandomNetwork(seed).Build();

    Topology Build()
    {
        var region = network.Region("us-east-1");
        var other = Chance(4) ? network.Region("eu-west-1") : region;
        var count = 1 + random.Next(3);
        for (var index = 0; index < count; index++)
        {
            // Now and then two VPCs share a block, as real ones do.
            AddVpc(index == 1 ? other : region, index, Chance(8) ? 0 : index);
        }

        AddPeerings();
        AddTransitGateway(region);
        foreach (var (vpc, subnets, groups, targets) in vpcs)
        {
            AddRoutes(vpc, subnets, targets);
            AddRules(groups);
        }

        return network.Build();
    }

    void AddVpc(RegionBuilder region, int index, int block)
    {
        var vpc = region.Vpc($"vpc{index}", Blocks[block]);
        var prefix = Blocks[block][..Blocks[block].LastIndexOf(".0.", StringComparison.Ordinal)];
        List<SecurityGroupBuilder> groups = [vpc.SecurityGroup("front"), vpc.SecurityGroup("back")];
        List<SubnetBuilder> subnets = [];
        List<IRouteTarget> targets = [];
        if (!Chance(4))
        {
            targets.Add(vpc.InternetGateway($"igw{index}"));
        }

        for (var number = 0; number < 1 + random.Next(3); number++)
        {
            var zone = Chance(2) ? "a" : "b";
            var subnet = vpc.Subnet($"net{number}", $"{prefix}.{number}.0/24", zone);
            zones[subnet] = zone;
            subnets.Add(subnet);
            for (var host = 0; host < 1 + random.Next(2); host++)
            {
                var instance = subnet.Instance($"host{number}{host}", Pick(groups));
                if (Chance(2))
                {
                    instance.SecurityGroup(Pick(groups));
                }

                if (Chance(2))
                {
                    instance.PublicIp();
                }
            }

            if (targets.Count > 0 && Chance(3))
            {
                var nat = subnet.NatGateway($"nat{number}");
                targets.Add(Chance(3) ? nat.Private() : nat);
            }

            if (Chance(4))
            {
                AddAcl(vpc, subnet, number);
            }
        }

        vpcs.Add((vpc, subnets, groups, targets));
    }

    void AddAcl(VpcBuilder vpc, SubnetBuilder subnet, int number)
    {
        var acl = vpc.NetworkAcl($"acl{number}");
        subnet.Associate(acl);
        for (var entry = 1; entry <= 2 + random.Next(3); entry++)
        {
            var prefix = Chance(2) ? "0.0.0.0/0" : Pick(Destinations);
            var selector = Chance(2) ? Traffic.AllTraffic : Pick(Selectors);
            _ = random.Next(8) switch
            {
                0 => acl.DenyInbound(entry * 10, selector, prefix),
                1 => acl.DenyOutbound(entry * 10, selector, prefix),
                < 5 => acl.AllowInbound(entry * 10, selector, prefix),
                _ => acl.AllowOutbound(entry * 10, selector, prefix),
            };
        }
    }

    void AddPeerings()
    {
        for (var first = 0; first < vpcs.Count; first++)
        {
            for (var second = first + 1; second < vpcs.Count; second++)
            {
                if (Chance(2))
                {
                    var peering = network.Peer($"pcx{first}{second}", vpcs[first].Vpc, vpcs[second].Vpc);
                    vpcs[first].Targets.Add(peering);
                    vpcs[second].Targets.Add(peering);
                }
            }
        }
    }

    void AddTransitGateway(RegionBuilder region)
    {
        if (Chance(2))
        {
            return;
        }

        var gateway = region.TransitGateway("hub", defaultRouteTable: Chance(2)).SecurityGroupReferencing(Chance(2));
        var table = gateway.RouteTable("own");
        List<string> free = ["0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16"];
        foreach (var (vpc, subnets, _, targets) in vpcs.Where(part => part.Vpc.Region == region))
        {
            var attachment = gateway.Attach(vpc.Name, subnets[0]);
            foreach (var subnet in subnets.Where(subnet => zones[subnet] != zones[subnets[0]]).Take(1))
            {
                attachment.Subnet(subnet);
            }

            if (Chance(2))
            {
                table.Associate(attachment);
                table.Propagate(attachment);
            }

            if (Chance(3))
            {
                var destination = Pick(free);
                free.Remove(destination);
                table.Route(destination, attachment);
            }

            targets.Add(gateway);
        }

        if (Chance(4))
        {
            table.Blackhole("10.2.0.0/16");
        }
    }

    void AddRoutes(VpcBuilder vpc, List<SubnetBuilder> subnets, List<IRouteTarget> targets)
    {
        var free = new Dictionary<RouteTableBuilder, List<string>>();
        foreach (var (subnet, number) in subnets.Select((subnet, number) => (subnet, number)))
        {
            var table = Chance(4) ? vpc.MainRouteTable : subnet.RouteTable($"rt{number}");
            free.TryAdd(table, [.. Destinations]);
            foreach (var target in targets.Where(_ => !Chance(3)))
            {
                if (free[table].Count > 0)
                {
                    var destination = Pick(free[table]);
                    free[table].Remove(destination);
                    table.Route(destination, target);
                }
            }
        }
    }

    void AddRules(List<SecurityGroupBuilder> groups)
    {
        foreach (var group in groups)
        {
            for (var rule = 0; rule < 1 + random.Next(3); rule++)
            {
                if (Chance(2))
                {
                    group.Ingress(Pick(Selectors), from: Pick(Pick(vpcs).Groups));
                }
                else
                {
                    group.Ingress(Pick(Selectors), from: Pick(Destinations));
                }
            }

            if (Chance(3))
            {
                group.Egress(Pick(Selectors), to: Pick(Destinations));
            }

            if (Chance(4))
            {
                group.Egress(Pick(Selectors), to: Pick(Pick(vpcs).Groups));
            }
        }
    }

    bool Chance(int oneIn) => random.Next(oneIn) == 0;

    T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
