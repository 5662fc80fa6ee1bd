using System.Runtime.Intrinsics;
using CsCheck;
using NetDsl.Addressing;
using NetDsl.Runtime.Classification;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Tests.Classification;

public class RuleTableTests
{
    const int Otherwise = -7;

    static readonly Gen<uint> AnyAddress = Gen.OneOf(Gen.UInt[0x0A00_0000, 0x0A00_0FFF], Gen.UInt[0, 3], Gen.UInt[uint.MaxValue - 3, uint.MaxValue], Gen.UInt);
    static readonly Gen<ushort> AnyPort = Gen.OneOf(Gen.UShort[0, 2], Gen.UShort[440, 445], Gen.UShort[65533, 65535], Gen.UShort);
    static readonly Gen<byte> AnyProtocolNumber = Gen.OneOf(Gen.Const((byte)6), Gen.Const((byte)17), Gen.Const((byte)0), Gen.Const((byte)255), Gen.Byte);
    static readonly Gen<int> AnyLength = Gen.OneOf(Gen.Const(0), Gen.Const(32), Gen.Int[20, 32], Gen.Int[0, 32]);
    static readonly Gen<Ipv4Prefix> AnyPrefix = Gen.Select(AnyAddress, AnyLength, (address, length) => Ipv4Prefix.Containing(new Ipv4Address(address), length));

    static readonly Gen<PortRange> AnyPorts = Gen.OneOf(
        Gen.Const(PortRange.All),
        AnyPort.Select(port => new PortRange(port, port)),
        Gen.Select(AnyPort, AnyPort, (one, other) => new PortRange(Math.Min(one, other), Math.Max(one, other))));

    static readonly Gen<PacketRule> AnyRule =
        from source in AnyPrefix
        from destination in AnyPrefix
        from protocol in Gen.OneOf(Gen.Const(Protocol.Any), AnyProtocolNumber.Select(number => Protocol.FromNumber(number)))
        from sourcePorts in AnyPorts
        from destinationPorts in AnyPorts
        from verdict in Gen.Int[-3, 40]
        select new PacketRule(source, destination, protocol, sourcePorts, destinationPorts, verdict);

    // Of protocol and source ports, long lists say the same few things again and again.
    static readonly Gen<PacketRule> UsualRule =
        from rule in AnyRule
        from protocol in Gen.OneOf(Gen.Const(Protocol.Any), Gen.Const(Protocol.Tcp), Gen.Const(Protocol.Udp))
        from sourcePorts in Gen.OneOf(Gen.Const(PortRange.All), Gen.Const(new PortRange(1024, ushort.MaxValue)), Gen.Const(new PortRange(443, 443)))
        select rule with { Protocol = protocol, SourcePorts = sourcePorts };

    static readonly Gen<PacketRule[]> AnyList = Gen.OneOf(
        AnyRule.Array[0, 3],
        AnyRule.Array[4, ComparedRules.MostRules],
        AnyRule.Array[ComparedRules.MostRules + 1, 200],
        AnyRule.Array[300, 600],
        UsualRule.Array[0, 60],
        UsualRule.Array[100, 600]);

    [Fact]
    public void Every_table_finds_the_first_rule_that_matches()
    {
        var made = new HashSet<Type>();
        Gen.Select(AnyList, Gen.Int[0, 700], Gen.Int).Sample(
            (rules, count, seed) =>
            {
                var packets = new Packets(rules, count, new Random(seed));
                var expected = packets.Walk(rules);
                foreach (var table in Tables(rules))
                {
                    lock (made)
                    {
                        made.Add(table.GetType());
                    }

                    var found = new int[count];
                    table.Find(packets.Columns, found);
                    Assert.Equal(expected, found);
                }
            },
            iter: 120);

        // Each of them was among what agreed.
        Assert.Equal(6, made.Count);
    }

    [Fact]
    public void A_list_of_few_rules_is_the_same_in_vectors_of_every_width() => Gen.Select(AnyRule.Array[0, ComparedRules.MostRules], Gen.Int[0, 200], Gen.Int).Sample(
        (rules, count, seed) =>
        {
            var packets = new Packets(rules, count, new Random(seed));
            var table = new ComparedRules(rules, Otherwise);
            var (expected, narrow, wide) = (packets.Walk(rules), new int[count], new int[count]);
            Assert.Equal(count / 32 * 32, table.Find<Width256, Vector256<int>>(packets.Columns, narrow));
            Assert.Equal(count / 64 * 64, table.Find<Width512, Vector512<int>>(packets.Columns, wide));
            Assert.Equal(expected.Take(count / 32 * 32), narrow.Take(count / 32 * 32));
            Assert.Equal(expected.Take(count / 64 * 64), wide.Take(count / 64 * 64));
        },
        iter: 60);

    [Fact]
    public void Pairs_with_short_lists_and_long_ones_and_none_of_their_own_find_the_first_rule_that_matches() => Gen.Select(UsualRule.Array[0, 8], Gen.Int[1, 12], Gen.Int).Sample(
        (others, length, seed) =>
        {
            PacketRule[] rules = [.. OfHosts(length), .. others];
            var table = CrossProductRules.TryBuild(rules, Otherwise);
            Assert.NotNull(table);
            var packets = new Packets(rules, 600, new Random(seed));
            var found = new int[600];
            table.Find(packets.Columns, found);
            Assert.Equal(packets.Walk(rules), found);
        },
        iter: 60);

    [Theory]
    [InlineData(1, 25, 25)]
    [InlineData(2, 25, 25)]
    [InlineData(3, 25, 33)]
    [InlineData(8, 25, 41)]
    [InlineData(9, 25, 65)]
    public void Lists_have_as_many_blocks_as_their_rules_need(int length, int lists, int blocks)
    {
        // An empty one, and of each host those to it, from it, and between it and the other, which has the rules of all three kinds.
        var table = CrossProductRules.TryBuild(OfHosts(length), Otherwise);
        Assert.NotNull(table);
        Assert.Equal((lists, blocks), (table.ListCount, table.BlockCount));
    }

    [Fact]
    public void Prefixes_of_many_hosts_are_kept_apart_as_any_address_is()
    {
        // Half of the hosts are within 10.0.0.0/8; for each a rule from any of these, one to any of these, and one to another host; and some for any address, and for wide prefixes of both.
        var wide = Ipv4Prefix.Containing(new Ipv4Address(0x0A00_0000), 8);
        PacketRule[] rules =
        [
            .. from host in Enumerable.Range(0, 40)
               let address = HostOf(host)
               let ports = new PortRange((ushort)host, (ushort)(host + 20))
               from rule in (PacketRule[])
               [
                   new(wide, address, Protocol.Tcp, PortRange.All, ports, 0),
                   new(address, wide, Protocol.Udp, PortRange.All, ports, 0),
                   new(address, HostOf(host ^ 3), Protocol.Tcp, PortRange.All, new PortRange(10, 50), 0),
                   new(host % 2 == 0 ? default : address, host % 2 == 1 ? default : address, Protocol.Any, PortRange.All, new PortRange(30, 33), 0),
               ]
               select rule,
            new(wide, wide, Protocol.Tcp, PortRange.All, new PortRange(5, 60), 0),
            new(wide, default, Protocol.Udp, PortRange.All, new PortRange(5, 45), 0),
            new(default, wide, Protocol.Any, PortRange.All, new PortRange(0, 60), 0),
        ];
        rules = [.. rules.Select((rule, place) => rule with { Verdict = place })];
        var product = CrossProduct.TryBuild(rules);
        Assert.NotNull(product);

        // What is in no prefix, what is in that of all, and what is in both.
        Assert.Equal((3, 3), (product.WideSources.Count, product.WideDestinations.Count));
        Assert.All(rules.Index(), rule => Assert.Equal(rule.Item.Source.Length <= 8, product.WideSources.IsWide(rule.Index)));
        Assert.All(rules.Index(), rule => Assert.Equal(rule.Item.Destination.Length <= 8, product.WideDestinations.IsWide(rule.Index)));
        AssertFindsWhatWalkDoes(rules, CrossProductRules.TryBuild(rules, Otherwise));

        static Ipv4Prefix HostOf(int host) => Host((host % 4 < 2 ? 0x0A00_0000 : 0x0B00_0000) + host);
    }

    [Fact]
    public void There_are_as_many_lists_as_numbers_of_them()
    {
        // Blocks of 16 hosts, a rule for each pair of blocks, and rules of hosts that are for any address: each pair of hosts or of blocks has a list of its own.
        const int Blocks = 16;
        const int Hosts = 239;
        const int Pairs = (Hosts + Blocks) * (Hosts + Blocks);
        PacketRule[] rules =
        [
            .. from source in Enumerable.Range(0, Blocks)
               from destination in Enumerable.Range(0, Blocks)
               select new PacketRule(Block(source), Block(destination), Protocol.Icmp, PortRange.All, PortRange.All, (source * Blocks) + destination),
            .. Enumerable.Range(0, Hosts).Select(host => new PacketRule(Host(host), default, Protocol.Tcp, PortRange.All, PortRange.All, 1000 + host)),
            .. Enumerable.Range(0, Hosts).Select(host => new PacketRule(default, Host(host), Protocol.Udp, PortRange.All, PortRange.All, 2000 + host)),
        ];
        var table = CrossProductRules.TryBuild(rules, Otherwise);

        // And one for each host beside any address, and an empty one.
        Assert.Equal(Pairs + (2 * Hosts) + 1, table?.ListCount);
        AssertFindsWhatWalkDoes(rules, table);

        // Hosts outside of blocks have a list each.
        PacketRule[] others = [.. Enumerable.Range(0, 100).Select(host => new PacketRule(Host(1000 + host), default, Protocol.Tcp, PortRange.All, PortRange.All, 3000 + host))];
        var most = ushort.MaxValue - table!.ListCount;
        table = CrossProductRules.TryBuild([.. rules, .. others[..most]], Otherwise);
        Assert.Equal(ushort.MaxValue, table?.ListCount);
        AssertFindsWhatWalkDoes([.. rules, .. others[..most]], table);
        Assert.Null(CrossProductRules.TryBuild([.. rules, .. others[..(most + 1)]], Otherwise));

        static Ipv4Prefix Block(int number) => Ipv4Prefix.Containing(new Ipv4Address((uint)(number * 16)), 28);
    }

    [Fact]
    public void The_first_of_rules_that_match_is_the_same_by_halves_of_vectors() => Gen.UShort.Array[8].Sample(
        complements => Assert.Equal(ushort.MaxValue - complements.Max(), RuleBlock.FirstByHalves(Vector128.Create(complements))));

    [Fact]
    public void A_cross_product_that_would_be_too_large_is_refused()
    {
        var rule = new PacketRule(Host(1), Host(2), Protocol.Tcp, PortRange.All, PortRange.All, 1);
        Assert.NotNull(CrossProductRules.TryBuild([.. Enumerable.Repeat(rule, RuleBlock.MostRules)], 0));
        Assert.Null(CrossProductRules.TryBuild([.. Enumerable.Repeat(rule, RuleBlock.MostRules + 1)], 0));

        // One combination of protocol and source ports more than there are bits.
        PacketRule[] services = [.. Enumerable.Range(0, 17).Select(port => rule with { SourcePorts = new PortRange((ushort)port, (ushort)port) })];
        Assert.NotNull(CrossProductRules.TryBuild(services[1..], 0));
        Assert.Null(CrossProductRules.TryBuild(services, 0));

        // More pairs than there may be, whatever they have.
        PacketRule[] pairs = [.. Enumerable.Range(0, 4200).Select(host => rule with { Source = Host(host), Destination = Host(host) })];
        Assert.NotNull(CrossProductRules.TryBuild(pairs[..4000], 0));
        Assert.Null(CrossProductRules.TryBuild(pairs, 0));

        // So many rules for the same addresses, none of which covers another, that comparing them would take too long.
        PacketRule[] ports = [.. Enumerable.Range(0, 12_000).Select(port => rule with { DestinationPorts = new PortRange((ushort)port, (ushort)port) })];
        Assert.NotNull(CrossProductRules.TryBuild(ports[..1000], 0));
        Assert.Null(CrossProductRules.TryBuild(ports, 0));
    }

    [Fact]
    public void Asking_allocates_nothing()
    {
        var rules = UsualRule.Array[400].Single();
        var packets = new Packets(rules, 3000, new Random(1));
        var found = new int[3000];
        RuleTable[] tables = [.. Tables(rules), new ComparedRules(rules[..ComparedRules.MostRules], Otherwise)];
        Assert.Contains(tables, table => table is CrossProductRules);
        foreach (var table in tables)
        {
            table.Find(packets.Columns, found);
            var before = GC.GetAllocatedBytesForCurrentThread();
            table.Find(packets.Columns, found);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void The_table_is_chosen_by_what_is_left_for_a_pair_of_addresses()
    {
        var any = new PacketRule(default, default, Protocol.Any, PortRange.All, PortRange.All, 1);
        Assert.IsType<ComparedRules>(RuleTable.Of([], 0));
        Assert.IsType<ComparedRules>(RuleTable.Of([.. Enumerable.Repeat(any, ComparedRules.MostRules)], 0));

        // Each for other addresses, so that one is left; and all for the same.
        Assert.IsType<CandidateRules>(RuleTable.Of([.. Enumerable.Range(0, 200).Select(rule => any with { Source = Ipv4Prefix.Containing(new Ipv4Address((uint)rule), 32) })], 0));
        Assert.IsType<RecursiveRules>(RuleTable.Of([.. Enumerable.Range(0, 200).Select(rule => any with { DestinationPorts = new PortRange((ushort)rule, (ushort)rule) })], 0));

        // Of both kinds, each pair would have a list of its own, which are more than stay near.
        PacketRule[] both =
        [
            .. from host in Enumerable.Range(1, 200)
               from rule in (PacketRule[])[any with { Source = Host(host), Protocol = Protocol.Tcp }, any with { Destination = Host(host), Protocol = Protocol.Udp }]
               select rule,
        ];
        Assert.IsType<CrossProductRules>(RuleTable.Of(both, 0));
        Assert.IsType<CandidateRules>(RuleTable.Of(both[..200], 0));

        // The same where instead of any it is a prefix that has all the hosts: the lists that are kept are those of addresses, not of pairs.
        var all = Ipv4Prefix.Containing(default, 24);
        var crossed = Assert.IsType<CrossProductRules>(RuleTable.Of(
            Array.ConvertAll(both, rule => rule.IsForAnySource ? rule with { Source = all } : rule with { Destination = all }), 0));
        Assert.Equal(401, crossed.ListCount);

        // So many of both kinds that there are too many pairs for a table of them.
        var sources = Enumerable.Range(1, 4200).Select(rule => any with { Source = Ipv4Prefix.Containing(new Ipv4Address((uint)rule), 32), Protocol = Protocol.Tcp });
        var destinations = Enumerable.Range(1, 4200).Select(rule => any with { Destination = Ipv4Prefix.Containing(new Ipv4Address((uint)rule), 32), Protocol = Protocol.Udp });
        var parted = Assert.IsType<PartedRules>(RuleTable.Of([.. sources, .. destinations], 0));
        Assert.All(parted.Parts, part => Assert.IsType<CandidateRules>(part));
    }

    [Fact]
    public void A_cross_product_is_not_chosen_where_what_is_for_wide_prefixes_of_both_is_slow()
    {
        // Few rules for pairs of hosts, and as many ports and source ports as are too many for recursive tables within a prefix that has all hosts.
        var all = Ipv4Prefix.Containing(new Ipv4Address(0x0A00_0000), 8);
        PacketRule[] rules =
        [
            .. Enumerable.Range(0, 32).Select(host => new PacketRule(Host(0x0A00_0000 + host), Host(0x0A00_0000 + (host ^ 1)), Protocol.Udp, PortRange.All, PortRange.All, host)),
            .. Enumerable.Range(1, 3000).Select(port => new PacketRule(all, all, Protocol.Tcp, Only(port), Only(port), 32 + port)),
        ];
        Assert.Equal(3000, CrossProduct.TryBuild(rules)?.Everywhere.Length);
        Assert.IsType<CandidateRules>(RuleTable.Of(rules, 0));

        static PortRange Only(int port) => new((ushort)port, (ushort)port);
    }

    [Fact]
    public void A_cross_product_that_is_asked_with_too_short_columns_refuses_them()
    {
        var rules = OfHosts(1);
        var table = CrossProductRules.TryBuild(rules, Otherwise);
        Assert.NotNull(table);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.FindChunk(new Packets(rules, 3, new Random(1)).Columns, new int[4]));

        // And with more than a chunk.
        Assert.Throws<ArgumentOutOfRangeException>(() => table.FindChunk(new Packets(rules, 257, new Random(1)).Columns, new int[257]));
    }

    [Fact]
    public void Columns_of_different_lengths_are_refused() =>
        Assert.Throws<ArgumentException>(() => RuleTable.Of([], 0).Find(new Packets([], 3, new Random(1)).Columns, new int[2]));

    static Ipv4Prefix Host(int number) => Ipv4Prefix.Containing(new Ipv4Address((uint)number), 32);

    /// <summary>For each host so many rules of one port each: to it from any source, from it to any destination, and from it to one other host; most pairs have none of the last.</summary>
    static PacketRule[] OfHosts(int length) =>
    [
        .. from port in Enumerable.Range(1, length)
           from host in Enumerable.Range(0, 8)
           from kind in Enumerable.Range(0, 3)
           select new PacketRule(
               kind == 0 ? default : Host(host),
               kind == 1 ? default : Host(kind == 0 ? host : host ^ 2),
               host < 4 ? Protocol.Tcp : Protocol.Udp,
               PortRange.All,
               new PortRange((ushort)((3 * port) + kind), (ushort)((3 * port) + kind)),
               (port * 24) + (host * 3) + kind),
    ];

    static void AssertFindsWhatWalkDoes(PacketRule[] rules, RuleTable? table)
    {
        Assert.NotNull(table);
        var packets = new Packets(rules, 6000, new Random(1));
        var found = new int[6000];
        table.Find(packets.Columns, found);
        Assert.Equal(packets.Walk(rules), found);
    }

    static IEnumerable<RuleTable> Tables(PacketRule[] rules)
    {
        yield return RuleTable.Of(rules, Otherwise);
        yield return new BitVectorRules(rules, Otherwise);
        var addresses = AddressPairs.TryBuild(rules);
        RuleTable?[] others =
        [
            rules.Length <= ComparedRules.MostRules ? new ComparedRules(rules, Otherwise) : null,
            CandidateRules.TryBuild(rules, addresses, Otherwise),
            RecursiveRules.TryBuild(rules, addresses, Otherwise),
            PartedRules.TryBuild(rules, Otherwise),
            CrossProductRules.TryBuild(rules, Otherwise),
        ];
        foreach (var table in others.OfType<RuleTable>())
        {
            yield return table;
        }
    }

    /// <summary>Packets of which many are at the edges of rules.</summary>
    sealed class Packets
    {
        readonly int[] senders;
        readonly uint[] sources;
        readonly uint[] destinations;
        readonly byte[] protocols;
        readonly ushort[] sourcePorts;
        readonly ushort[] destinationPorts;

        public Packets(PacketRule[] rules, int count, Random random)
        {
            senders = new int[count];
            sources = Draw(() => Address(rule => rule.Source));
            destinations = Draw(() => Address(rule => rule.Destination));
            protocols = Draw(() => rules.Length > 0 && random.Next(3) > 0 ? Any().Protocols.First : (byte)random.Next(256));
            sourcePorts = Draw(() => Port(rule => rule.SourcePorts));
            destinationPorts = Draw(() => Port(rule => rule.DestinationPorts));

            T[] Draw<T>(Func<T> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];

            PacketRule Any() => rules[random.Next(rules.Length)];

            uint Address(Func<PacketRule, Ipv4Prefix> field) => rules.Length == 0 ? (uint)random.NextInt64(1L << 32) : random.Next(5) switch
            {
                0 => field(Any()).First.Value,
                1 => field(Any()).Last.Value,
                2 => unchecked(field(Any()).First.Value - 1),
                3 => unchecked(field(Any()).Last.Value + 1),
                _ => (uint)random.NextInt64(1L << 32),
            };

            ushort Port(Func<PacketRule, PortRange> field) => rules.Length == 0 ? (ushort)random.Next(1 << 16) : random.Next(5) switch
            {
                0 => field(Any()).First,
                1 => field(Any()).Last,
                2 => unchecked((ushort)(field(Any()).First - 1)),
                3 => unchecked((ushort)(field(Any()).Last + 1)),
                _ => (ushort)random.Next(1 << 16),
            };
        }

        public PacketColumns Columns => new()
        {
            Senders = senders,
            Sources = sources,
            Destinations = destinations,
            Protocols = protocols,
            SourcePorts = sourcePorts,
            DestinationPorts = destinationPorts,
        };

        /// <summary>The verdicts by going through the rules.</summary>
        public int[] Walk(PacketRule[] rules)
        {
            var verdicts = new int[sources.Length];
            for (var index = 0; index < verdicts.Length; index++)
            {
                var packet = Columns[index];
                verdicts[index] = rules
                    .Where(rule => rule.Source.Contains(packet.Source) && rule.Destination.Contains(packet.Destination) && rule.Protocol.Includes(packet.Protocol)
                        && rule.SourcePorts.Contains(packet.SourcePort) && rule.DestinationPorts.Contains(packet.DestinationPort))
                    .Select(rule => rule.Verdict)
                    .FirstOrDefault(Otherwise);
            }

            return verdicts;
        }
    }
}
