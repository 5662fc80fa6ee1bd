using NetDsl.Addressing;
using static NetDsl.Traffic;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    readonly List<VpnConnectionBuilder> transitVpns = [];
    readonly HashSet<InstanceBuilder> speakIpv6 = [];
    List<DualVpc> dual = [];

    /// <summary>IPv6 beside IPv4: with dice of its own, so that the rest of a seed's network stays as it is.</summary>
    void DrawIpv6(int seed)
    {
        var own = new Dice(unchecked(seed * 6151) ^ 0x6464);
        if (!own.Chance(50))
        {
            return;
        }

        dual = vpcs.Where(_ => own.Chance(80)).Select((vpc, index) => new DualVpc(vpc, DrawIpv6Blocks(own, vpc, index))).ToList();
        dual.ForEach(vpc => DrawIpv6Subnets(own, vpc));
        foreach (var attachment in transitGateways.SelectMany(gateway => gateway.Attachments).Where(_ => own.Chance(85)))
        {
            attachment.Ipv6Support();
        }

        dual.ForEach(vpc => DrawIpv6Routes(own, vpc, dual));
        dual.ForEach(vpc => DrawIpv6Rules(own, vpc));
        DrawIpv6Sites(own);
        foreach (var gateway in transitGateways)
        {
            DrawIpv6Routes(own, gateway, dual);
        }
    }

    List<IpPrefix> DrawIpv6Blocks(Dice own, DrawnVpc vpc, int index)
    {
        if (own.Chance(85))
        {
            vpc.Builder.AmazonIpv6Cidr();
        }

        if (own.Chance(30) || vpc.Builder.Ipv6CidrBlocks.Count == 0)
        {
            var range = $"2600:{index + 1:x}:{(vpc.Builder.Region.Name == RegionNames[0] ? 1 : 2)}::/48";
            if (own.Chance(50))
            {
                vpc.Builder.Region.ByoipPool(range, advertised: own.Chance(40));
            }

            vpc.Builder.Ipv6Cidr(IpPrefix.Containing(IpPrefix.Parse(range).First, 56).ToString());
        }

        return [.. vpc.Builder.Ipv6CidrBlocks.Select(IpPrefix.Parse)];
    }

    void DrawIpv6Subnets(Dice own, DualVpc vpc)
    {
        foreach (var subnet in vpc.Drawn.Subnets.Where(_ => own.Chance(80)))
        {
            // Also at the end of a block, where off-by-one faults are.
            var last = IpPrefix.Containing(own.Pick(vpc.Blocks).Last, Ipv6Allocation.SubnetLength);
            subnet.Builder.Ipv6Cidr(own.Chance(20) && vpc.Prefixes.TrueForAll(taken => taken != last) ? last.ToString() : null);
            vpc.Prefixes.Add(IpPrefix.Parse(subnet.Builder.Ipv6CidrBlock));
            if (own.Chance(70))
            {
                subnet.Builder.AssignIpv6();
                speakIpv6.UnionWith(vpc.Drawn.Instances.Where(host => host.Subnet == subnet.Builder));
            }
            else
            {
                foreach (var host in vpc.Drawn.Instances.Where(host => host.Subnet == subnet.Builder && own.Chance(60)))
                {
                    host.Ipv6Address();
                    speakIpv6.Add(host);
                    _ = own.Chance(20) ? host.Ipv6Address() : host;
                }
            }
        }

        for (var index = own.Between(0, 2); index > 0; index--)
        {
            var table = own.Pick(vpc.Drawn.Tables);
            var zone = own.Pick(ZoneLetters);
            var subnet = vpc.Drawn.Builder.Ipv6OnlySubnet($"six{index}", zone);
            vpc.Six.Add((subnet, zone));
            SixTables.Add(subnet, table);
            vpc.Prefixes.Add(IpPrefix.Parse(subnet.Ipv6CidrBlock));
            if (own.Chance(70))
            {
                subnet.Dns64();
            }

            if (table != vpc.Drawn.Tables[0])
            {
                subnet.Associate(table.Builder);
            }

            for (var host = own.Between(1, 2); host > 0; host--)
            {
                var instance = subnet.Instance($"six{index}-i{host}");
                speakIpv6.Add(instance);
                vpc.SixHosts.Add(instance);
                foreach (var group in vpc.Drawn.Groups.Where(_ => own.Chance(70)))
                {
                    instance.SecurityGroup(group);
                }
            }
        }

        if (own.Chance(60))
        {
            vpc.EgressOnly = vpc.Drawn.Builder.EgressOnlyInternetGateway("eigw");
        }
    }

    void DrawIpv6Routes(Dice own, DualVpc vpc, List<DualVpc> dual)
    {
        foreach (var table in vpc.Drawn.Tables)
        {
            var edge = own.Between(0, 9) switch
            {
                < 4 => vpc.Drawn.Gateway,
                < 8 => vpc.EgressOnly,
                8 => own.PickOrNone(own.Pick(dual).EgressOnly is { } foreign ? [foreign] : new List<EgressOnlyInternetGatewayBuilder>()),
                _ => (IRouteTarget?)own.PickOrNone(vpc.Drawn.NatGateways),
            };
            if (edge is not null)
            {
                Add(table, IpPrefix.AllIpv6, edge);
            }

            if (own.Chance(70) && own.PickOrNone(vpc.Drawn.NatGateways) is { } nat)
            {
                Add(table, Nat64.Prefix, nat);
            }

            if (own.Chance(15) && (IRouteTarget?)vpc.EgressOnly is { } egressOnly)
            {
                Add(table, IpPrefix.Parse("2001:db8::/32"), egressOnly);
            }

            foreach (var other in dual.Where(other => other != vpc && own.Chance(92)))
            {
                var between = peerings.Find(peering => peering.Name == NameOfPeering(vpc.Drawn, other.Drawn));
                var gateway = own.PickOrNone(transitGateways.Where(each => each.Attached.Contains(vpc.Drawn)).ToList())?.Builder;
                if ((own.Chance(50) ? between ?? (IRouteTarget?)gateway : (IRouteTarget?)gateway ?? between) is { } target)
                {
                    Add(table, own.Pick(other.Blocks), target);
                }
            }

            // a whole subnet inside the VPC, to an appliance.
            if (own.Chance(25) && own.PickOrNone(vpc.Drawn.Appliances.ConvertAll(each => each.Host)) is { } host && vpc.Prefixes.Count > 0)
            {
                Add(table, own.Pick(vpc.Prefixes), host);
            }
        }

        void Add(DrawnTable table, IpPrefix destination, IRouteTarget target)
        {
            if (vpc.Routed.Add((table, destination)))
            {
                table.Builder.Route(destination.ToString(), target);
            }
        }
    }

    string NameOfPeering(DrawnVpc one, DrawnVpc other) =>
        $"pcx{Math.Min(vpcs.IndexOf(one), vpcs.IndexOf(other))}{Math.Max(vpcs.IndexOf(one), vpcs.IndexOf(other))}";

    void DrawIpv6Rules(Dice own, DualVpc vpc)
    {
        foreach (var group in vpc.Drawn.Groups.Skip(1))
        {
            if (own.Chance(92))
            {
                group.Ingress(own.Pick([AllTraffic, Tcp(own.Pick(Ports)), Ipv6Messages()]), from: own.Pick([AnyIpv6, AnyIpv6, vpc.Blocks[0].ToString(), "2001:db8::/32"]));
            }
        }

        foreach (var acl in vpc.Drawn.Acls)
        {
            if (own.Chance(85))
            {
                acl.AllowInbound(30_001, AllTraffic, from: AnyIpv6).AllowOutbound(30_001, AllTraffic, to: own.Chance(85) ? AnyIpv6 : "3fff::/20");
            }
        }
    }

    void DrawIpv6Sites(Dice own)
    {
        foreach (var (index, site) in sitesDrawn.Index().Where(_ => own.Chance(70)))
        {
            site.Prefix($"2001:db8:{index + 1:x}::/48");
            site.Host("six", $"2001:db8:{index + 1:x}::10");
        }

        foreach (var vpn in transitVpns.Where(_ => own.Chance(50)))
        {
            vpn.InsideIpv6();
        }
    }

    static void DrawIpv6Routes(Dice own, DrawnTransitGateway gateway, List<DualVpc> dual)
    {
        foreach (var (table, _) in gateway.Tables.Where(_ => own.Chance(35)))
        {
            var destination = own.Chance(50) ? IpPrefix.AllIpv6 : dual.Count > 0 ? own.Pick(own.Pick(dual).Blocks) : IpPrefix.Parse("2001:db8::/32");
            _ = own.Chance(25) || gateway.Attachments.Count == 0
                ? table.Blackhole(destination.ToString())
                : table.Route(destination.ToString(), own.Pick(gateway.Attachments));
        }
    }

    /// <summary>A VPC with IPv6, and what later steps choose from.</summary>
    sealed class DualVpc(DrawnVpc drawn, List<IpPrefix> blocks)
    {
        public DrawnVpc Drawn { get; } = drawn;

        public List<IpPrefix> Blocks { get; } = blocks;

        public List<IpPrefix> Prefixes { get; } = [];

        public List<(SubnetBuilder Builder, string Zone)> Six { get; } = [];

        public List<InstanceBuilder> SixHosts { get; } = [];

        public HashSet<(DrawnTable Table, IpPrefix Destination)> Routed { get; } = [];

        public EgressOnlyInternetGatewayBuilder? EgressOnly { get; set; }
    }
}
