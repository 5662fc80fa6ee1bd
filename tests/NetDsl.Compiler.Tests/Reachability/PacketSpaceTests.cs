using CsCheck;
using NetDsl.Addressing;
using NetDsl.Compiler.Reachability.Sets;

namespace NetDsl.Compiler.Tests.Reachability;

/// <summary>Sets of packets are the sets that their expressions say: asked packet by packet, and by the laws of sets.</summary>
public class PacketSpaceTests
{
    static readonly string[] Prefixes =
    [
        "0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "10.0.128.0/17", "10.0.0.4/32", "255.255.255.255/32", "::/0", "2001:db8::/32", "2001:db8::/64",
        "2001:db8::4/128", "64:ff9b::/96", "::/95", "fd00::/8",
    ];

    static readonly Protocol[] Protocols = [Protocol.Tcp, Protocol.Udp, Protocol.Icmp, Protocol.Icmpv6, Protocol.FromNumber(0), Protocol.FromNumber(255)];

    static readonly Gen<IpPrefix> GenPrefix = Pick(Prefixes).Select(IpPrefix.Parse);

    static readonly Gen<PortRange> GenPorts = Gen.Select(Pick(0, 22, 443, 1024, 65535), Pick(0, 1, 60, 65535), (first, more) =>
        new PortRange((ushort)first, (ushort)Math.Min(first + more, ushort.MaxValue)));

    static readonly Gen<Protocol> GenProtocol = Pick(Protocols);

    static readonly Gen<IpAddress> GenAddress = Gen.Select(GenPrefix, Gen.Bool, Gen.Bool, (prefix, last, beside) =>
        (last ? prefix.Last : prefix.First) is var end && beside ? end.Plus(1) : end);

    static readonly Gen<Packet> GenPacket = Gen.Select(
        GenAddress,
        GenAddress,
        GenProtocol,
        Pick(0, 21, 22, 82, 83, 443, 1023, 1024, 65534, 65535),
        Pick(0, 21, 22, 82, 83, 443, 1023, 1024, 65534, 65535),
        (source, destination, protocol, from, to) => new Packet(source, destination, protocol, (ushort)from, (ushort)to));

    static Gen<T> Pick<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    /// <summary>A set, by an expression that both a diagram and a packet can be asked.</summary>
    abstract record Expression
    {
        public abstract PacketSet In(PacketSpace space);

        public abstract bool Has(Packet packet);
    }

    sealed record Atom(string Text, Func<PacketSpace, PacketSet> Set, Func<Packet, bool> Test) : Expression
    {
        public override PacketSet In(PacketSpace space) => Set(space);

        public override bool Has(Packet packet) => Test(packet);

        public override string ToString() => Text;
    }

    sealed record Joined(char Operation, Expression Left, Expression Right) : Expression
    {
        public override PacketSet In(PacketSpace space) => Operation switch
        {
            '|' => space.Union(Left.In(space), Right.In(space)),
            '&' => space.Intersect(Left.In(space), Right.In(space)),
            _ => space.Except(Left.In(space), Right.In(space)),
        };

        public override bool Has(Packet packet) => Operation switch
        {
            '|' => Left.Has(packet) || Right.Has(packet),
            '&' => Left.Has(packet) && Right.Has(packet),
            _ => Left.Has(packet) && !Right.Has(packet),
        };

        public override string ToString() => $"({Left} {Operation} {Right})";
    }

    static readonly Gen<Expression> GenAtom = Gen.OneOf<Expression>(
        GenPrefix.Select(prefix => (Expression)new Atom($"from {prefix}", space => space.From(prefix), packet => prefix.Contains(packet.Source))),
        GenPrefix.Select(prefix => (Expression)new Atom($"to {prefix}", space => space.To(prefix), packet => prefix.Contains(packet.Destination))),
        GenPorts.Select(ports => (Expression)new Atom($"to ports {ports}", space => space.ToPorts(ports), packet => ports.Contains(packet.DestinationPort))),
        GenPorts.Select(ports => (Expression)new Atom($"from ports {ports}", space => space.FromPorts(ports), packet => ports.Contains(packet.SourcePort))),
        GenProtocol.Select(protocol => (Expression)new Atom($"{protocol}", space => space.Of(protocol), packet => protocol == packet.Protocol)),
        Gen.Select(GenAddress, GenAddress, (one, other) =>
        {
            var (first, last) = one < other ? (one, other) : (other, one);
            return (Expression)new Atom($"to {first}..{last}", space => space.To(first, last), packet => first <= packet.Destination && packet.Destination <= last);
        }),
        Gen.Const((Expression)new Atom("well-formed", space => space.WellFormed, IsWellFormed)));

    static readonly Gen<Expression> GenExpression = Gen.Recursive<Expression>((depth, self) => depth > 4
        ? GenAtom
        : Gen.OneOf(
            GenAtom,
            Gen.Select(Pick('|', '&', '-'), self, self, (operation, left, right) => (Expression)new Joined(operation, left, right))));

    [Fact]
    public void A_set_has_the_packets_that_its_expression_says() =>
        Gen.Select(GenExpression, GenPacket.Array[20]).Sample(
            (expression, packets) =>
            {
                var space = new PacketSpace();
                var set = expression.In(space);
                Assert.All(packets, packet => Assert.Equal(expression.Has(packet), space.Contains(set, packet)));
                if (space.Sample(set) is { } sample)
                {
                    Assert.True(expression.Has(sample));
                }
                else
                {
                    Assert.Equal(0, space.Count(set));
                }
            },
            iter: 3_000);

    [Fact]
    public void Equal_sets_are_one_node() =>
        Gen.Select(GenExpression, GenExpression, GenExpression).Sample(
            (one, other, third) =>
            {
                var space = new PacketSpace();
                var (a, b, c) = (one.In(space), other.In(space), third.In(space));
                Assert.Equal(space.Union(a, b), space.Union(b, a));
                Assert.Equal(space.Intersect(a, space.Union(b, c)), space.Union(space.Intersect(a, b), space.Intersect(a, c)));
                Assert.Equal(space.Except(a, b), space.Intersect(a, space.Complement(b)));
                Assert.Equal(a, space.Complement(space.Complement(a)));
                Assert.Equal(space.Complement(space.Union(a, b)), space.Intersect(space.Complement(a), space.Complement(b)));
                Assert.Equal(a, space.Union(space.Intersect(a, b), space.Except(a, b)));
                Assert.True(space.Intersect(space.Except(a, b), b).IsEmpty);
            },
            iter: 1_000);

    [Fact]
    public void Counting_counts()
    {
        var space = new PacketSpace();
        var one = space.Intersect(
            space.Intersect(space.From(IpPrefix.Parse("10.0.0.0/30")), space.To(IpPrefix.Parse("10.0.1.0/24"))),
            space.Intersect(space.Of(Traffic.TcpRange(80, 89)), space.FromPorts(new PortRange(1024, 1025))));
        Assert.Equal(4 * 256 * 10 * 2, space.Count(one));
        Assert.Equal(Math.Pow(2, 8 + 16 + 16 + 128 + 128), space.Count(PacketSet.All));
    }

    [Fact]
    public void Without_a_field_a_set_has_what_some_value_lets_in() =>
        Gen.Select(GenExpression, GenPacket, Gen.Int[0, ushort.MaxValue]).Sample(
            (expression, packet, port) =>
            {
                var space = new PacketSpace();
                var set = expression.In(space);
                var any = space.Without(set, PacketField.DestinationPort);
                Assert.Equal(space.Contains(any, packet), space.Contains(any, packet with { DestinationPort = (ushort)port }));
                Assert.Equal(
                    Enumerable.Range(0, ushort.MaxValue + 1).Any(each => expression.Has(packet with { DestinationPort = (ushort)each })),
                    space.Contains(any, packet));
            },
            iter: 100);

    [Fact]
    public void The_first_rule_that_matches_decides() =>
        Gen.Select(Gen.Select(GenExpression, Gen.Bool).List[0, 12], GenPacket.Array[20]).Sample(
            (rules, packets) =>
            {
                var space = new PacketSpace();
                var allowed = FirstMatch.Allowed(space, rules.ConvertAll(rule => (rule.Item1.In(space), rule.Item2)));
                Assert.All(packets, packet => Assert.Equal(
                    rules.Find(rule => rule.Item1.Has(packet)) is (not null, true), space.Contains(allowed, packet)));
            },
            iter: 1_000);

    [Fact]
    public void Ports_are_equal_where_they_are()
    {
        var space = new PacketSpace();
        var equal = space.EqualPorts;
        Assert.Equal(Math.Pow(2, 8 + 16 + 128 + 128), space.Count(equal));
        GenPacket.Sample(packet => Assert.Equal(packet.SourcePort == packet.DestinationPort, space.Contains(equal, packet)));
    }

    [Fact]
    public void A_space_is_bounded() =>
        Assert.Throws<PacketSpaceExhaustedException>(() => new PacketSpace(bound: 1_000).EqualPorts);

    [Fact]
    public void A_space_stops_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => new PacketSpace(cancellation: cancellation.Token).EqualPorts);
    }

    static bool IsWellFormed(Packet packet) =>
        packet.Source.IsIpv4 == packet.Destination.IsIpv4
        && (packet.Protocol.HasPorts || packet.Protocol.IsIcmp || packet is { DestinationPort: 0, SourcePort: 0 });
}
