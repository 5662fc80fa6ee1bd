using System.Runtime.InteropServices;
using NetDsl.Addressing;

namespace NetDsl.Benchmarks.Sets;

/// <summary>A rule of a first-match list of IPv4 packets, laid out as the harness in C reads it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ListRule
{
    /// <summary>Stands for any protocol.</summary>
    public const uint AnyProtocol = 256;

    public uint Source;
    public uint SourceLength;
    public uint Destination;
    public uint DestinationLength;
    public ushort FirstSourcePort;
    public ushort LastSourcePort;
    public ushort FirstDestinationPort;
    public ushort LastDestinationPort;
    public uint Protocol;
    public uint Allows;
}

/// <summary>
/// Lists of rules with the proportions of ClassBench's access control lists (Taylor and Turner, 2007): pairs of prefixes from two pools, few source
/// ports, services or ranges as destination ports. The same list for a length in every run.
/// </summary>
internal static class ClassBenchRules
{
    private static readonly ushort[] Services = [22, 25, 53, 80, 123, 443, 445, 1433, 1521, 3306, 3389, 5432, 6379, 8080, 8443, 9092, 9200, 27017];

    /// <summary>A list of so many rules, the last of which denies everything.</summary>
    public static ListRule[] Draw(int count)
    {
        var random = new Random(count);
        var pool = Math.Max(6, count / 4);
        var sources = Pool(random, pool, IpPrefix.Parse("10.0.0.0/8").AsIpv4!.Value);
        var destinations = Pool(random, pool, IpPrefix.Parse("172.16.0.0/12").AsIpv4!.Value);
        var rules = new ListRule[count];
        for (var index = 0; index < count - 1; index++)
        {
            rules[index] = Draw(random, sources[random.Next(pool)], destinations[random.Next(pool)]);
        }

        rules[^1] = new ListRule { LastSourcePort = ushort.MaxValue, LastDestinationPort = ushort.MaxValue, Protocol = ListRule.AnyProtocol };
        return rules;
    }

    private static ListRule Draw(Random random, Ipv4Prefix source, Ipv4Prefix destination)
    {
        var rule = new ListRule
        {
            Source = source.Network.Value,
            SourceLength = (uint)source.Length,
            Destination = destination.Network.Value,
            DestinationLength = (uint)destination.Length,
            LastSourcePort = ushort.MaxValue,
            LastDestinationPort = ushort.MaxValue,
            Protocol = random.Next(100) switch { < 62 => 6, < 85 => 17, < 90 => 1, _ => ListRule.AnyProtocol },
            Allows = random.Next(10) < 7 ? 1u : 0,
        };
        if (rule.Protocol is not (6 or 17))
        {
            return rule;
        }

        (rule.FirstDestinationPort, rule.LastDestinationPort) = Ports(random);
        rule.FirstSourcePort = random.Next(100) < 12 ? (ushort)1024 : (ushort)0;
        return rule;
    }

    private static (ushort First, ushort Last) Ports(Random random)
    {
        var kind = random.Next(100);
        if (kind < 55)
        {
            var service = Services[random.Next(Services.Length)];
            return (service, service);
        }

        var first = kind < 70 ? 1024 : kind < 82 ? random.Next(60_000) : 0;
        return ((ushort)first, (ushort)(kind is >= 70 and < 82 ? first + random.Next(5_000) : ushort.MaxValue));
    }

    private static List<Ipv4Prefix> Pool(Random random, int count, Ipv4Prefix within) =>
    [
        .. Enumerable.Range(0, count).Select(_ =>
        {
            var length = random.Next(100) switch { < 5 => 0, < 20 => 16, < 35 => 20, < 65 => 24, < 80 => 28, _ => 32 };
            return Ipv4Prefix.Containing(new Ipv4Address(within.Network.Value | (uint)random.NextInt64(1L << (32 - within.Length))), length);
        }),
    ];
}
