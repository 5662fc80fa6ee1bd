using NetDsl.Addressing;
using static NetDsl.Traffic;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    // Of ICMP types, so that they leave the rest of the network of a seed as it was.
    readonly Dice messageDice;

    /// <summary>The ports that rules and questions speak of, so that they meet.</summary>
    internal static IReadOnlyList<int> Ports { get; } = [22, 53, 80, 443, 5432];

    void DrawGroups(DrawnVpc vpc)
    {
        for (var index = 0; index < dice.Between(1, 3); index++)
        {
            vpc.Groups.Add(vpc.Builder.SecurityGroup($"g{index}"));
        }
    }

    /// <summary>Once all groups of all VPCs are there to be referenced.</summary>
    void DrawGroupRules(DrawnVpc vpc)
    {
        var rules = vpc.Groups.Skip(1);

        // What most interfaces of the VPC have in common: it admits much, so that other things decide, or the members of
        // one group elsewhere, so that whether that may be referenced decides.
        var common = vpc.Groups[1];
        if (dice.Chance(30) && vpcs.Count > 1)
        {
            var elsewhere = dice.Pick(vpcs.Where(other => other != vpc).ToList()).Groups[1];
            common.Ingress(dice.Pick([AllTraffic, TcpRange(0, 65535)]), from: elsewhere);
            if (dice.Chance(50))
            {
                common.Egress(AllTraffic, to: elsewhere);
            }

            rules = vpc.Groups.Skip(2);
        }
        else if (tidy && dice.Chance(75))
        {
            common.Ingress(dice.Pick([AllTraffic, TcpRange(0, 65535), Icmp]), from: dice.Pick(["0.0.0.0/0", "10.0.0.0/8"]));
        }

        foreach (var group in rules)
        {
            for (var index = 0; index < dice.Between(0, 4); index++)
            {
                if (dice.Chance(45))
                {
                    group.Ingress(Selector(), from: Referenced(vpc));
                }
                else
                {
                    group.Ingress(Selector(), from: Prefix().ToString());
                }
            }

            // Most groups keep the rule that lets everything out.
            if (dice.Chance(tidy ? 15 : 35))
            {
                group.NoEgressByDefault();
                for (var index = 0; index < dice.Between(0, 3); index++)
                {
                    if (dice.Chance(40))
                    {
                        group.Egress(Selector(), to: Referenced(vpc));
                    }
                    else
                    {
                        group.Egress(Selector(), to: Prefix().ToString());
                    }
                }
            }
        }
    }

    SecurityGroupBuilder Referenced(DrawnVpc vpc) => dice.Pick((dice.Chance(35) ? vpc : dice.Pick(vpcs)).Groups);

    void DrawAcls(DrawnVpc vpc)
    {
        if (!dice.Chance(35))
        {
            return;
        }

        foreach (var index in Enumerable.Range(0, dice.Between(1, 2)))
        {
            var acl = vpc.Builder.NetworkAcl($"acl{index}");
            vpc.Acls.Add(acl);
            DrawEntries(
                (number, prefix) => acl.AllowInbound(number, Selector(), prefix), (number, prefix) => acl.DenyInbound(number, Selector(), prefix));
            DrawEntries(
                (number, prefix) => acl.AllowOutbound(number, Selector(), prefix), (number, prefix) => acl.DenyOutbound(number, Selector(), prefix));
            if (dice.Chance(75))
            {
                acl.AllowInbound(1000, AllTraffic, AnyIpv4);
            }

            if (dice.Chance(75))
            {
                acl.AllowOutbound(1000, AllTraffic, AnyIpv4);
            }

            foreach (var subnet in vpc.Subnets.Where(subnet => index == vpc.Subnets.IndexOf(subnet) % 3))
            {
                subnet.Builder.Associate(acl);
            }
        }
    }

    void DrawEntries(Action<int, string> allow, Action<int, string> deny)
    {
        // Numbers out of order: what counts is the number, not the place.
        foreach (var number in dice.Some(new[] { 300, 100, 200, 110 }, 45))
        {
            (dice.Chance(55) ? allow : deny)(number, Prefix().ToString());
        }
    }

    TrafficSelector Messages() => messageDice.Pick([Icmp, Icmp, IcmpType(8), IcmpType(0), IcmpType(3), IcmpType(3, 4)]);

    TrafficSelector Ipv6Messages() => messageDice.Pick([Icmpv6, Icmpv6, Icmpv6Type(128), Icmpv6Type(129), Icmpv6Type(2, 0)]);

    TrafficSelector Selector() => dice.Between(0, 9) switch
    {
        0 => AllTraffic,
        1 => Messages(),
        2 => IpProtocol(50),
        3 => Udp(dice.Pick(Ports)),
        4 => UdpRange(0, 1023),
        5 => TcpRange(1024, 65535),
        6 => TcpRange(0, 65535),
        7 => TcpRange(dice.Pick([22, 80]), dice.Pick([443, 5432])),
        _ => Tcp(dice.Pick(Ports)),
    };

    /// <summary>A prefix that something of the network lies in, whole or by half, or anything.</summary>
    Ipv4Prefix Prefix()
    {
        var vpc = dice.Pick(vpcs);
        var prefix = dice.Between(0, 5) switch
        {
            0 => Ipv4Prefix.All,
            1 => dice.Pick(vpc.Blocks),
            2 => Ipv4Prefix.Parse("10.0.0.0/8"),
            3 => Ipv4Prefix.Parse("203.0.113.0/24"),
            4 => Ipv4Prefix.Parse("198.51.100.0/24"),
            _ => dice.Pick(vpc.Subnets).Prefix,
        };
        return dice.Chance(15) && prefix.Length is > 0 and < 30 ? Ipv4Prefix.Containing(prefix.First, prefix.Length + 2) : prefix;
    }
}
