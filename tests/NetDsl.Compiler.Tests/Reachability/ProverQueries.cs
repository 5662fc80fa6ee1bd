using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Tests.Reachability;

/// <summary>A question whether there is a packet.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Formula">The question in SMT-LIB.</param>
/// <param name="IsSatisfiable">What the sets of the engine answer.</param>
sealed record ProverQuery(string Kind, string Formula, bool IsSatisfiable);

/// <summary>Draws questions about the filters and route tables of a network, and answers them by the engine's sets.</summary>
sealed class ProverQueries
{
    static readonly IpAddress Put = IpAddress.Parse("10.0.1.4");

    readonly Random random;
    readonly Topology topology;
    readonly NetworkLowering plan;
    readonly int filterCount;
    readonly PacketSpace space = new();
    readonly HeaderSets headers;
    readonly FilterSets sets;

    ProverQueries(Topology topology, int seed)
    {
        random = new Random(seed);
        this.topology = topology;
        plan = new NetworkLowering(topology);
        filterCount = plan.ToGraph(long.MaxValue, CancellationToken.None)!.Filters.Count;
        headers = new HeaderSets(space);
        sets = new FilterSets(plan, space, headers);
    }

    /// <summary>So many questions about a network.</summary>
    public static IEnumerable<ProverQuery> Of(Topology topology, int seed, int count)
    {
        var queries = new ProverQueries(topology, seed);
        return Enumerable.Range(0, count).Select(_ => queries.Draw()).OfType<ProverQuery>();
    }

    /// <summary>A set, told twice.</summary>
    readonly record struct Told(PacketSet Set, string Formula);

    /// <summary>Where filters are asked.</summary>
    readonly record struct Place(SymbolicHeader Header, AddressTerm Other, int Vpc);

    ProverQuery? Draw()
    {
        var place = DrawPlace();
        var (one, other) = (random.Next(filterCount), random.Next(filterCount));
        var among = Among(place.Header);
        return random.Next(7) switch
        {
            0 => Ask("a list allows something", Both(Allowed(one, place), among)),
            1 => Ask("a list allows what another does not", Both(But(Allowed(one, place), Allowed(other, place)), among)),
            2 => Ask("two lists differ", Both(Differ(Allowed(one, place), Allowed(other, place)), among)),
            3 => Deciding(one, place),
            4 => Sample(Both(Differ(Allowed(one, place), Allowed(other, place)), among)),
            5 => One(one, Both(Allowed(one, place), among)),
            _ => Routed() is { } routed ? Ask("a list allows what a route decides", Both(Both(Allowed(one, place), routed), among)) : null,
        };
    }

    static ProverQuery Ask(string kind, Told told) => new(kind, told.Formula, !told.Set.IsEmpty);

    /// <summary>The headers of packets as they were sent, of replies, of translated ones.</summary>
    Place DrawPlace()
    {
        var sent = SymbolicHeader.AsSent;
        var header = random.Next(8) switch
        {
            0 => sent.Reply(isIcmp: false),
            1 => sent.Reply(isIcmp: true),
            2 => sent with { Source = AddressTerm.Of(Put), SourcePort = PortTerm.Of(1024) },
            3 => sent with { Destination = AddressTerm.Of(Put), DestinationPort = PortTerm.Of(443) },
            4 => sent with { Destination = sent.Destination.Embedded() },
            5 => sent with { Protocol = ProtocolTerm.Of(Protocol.Tcp), DestinationPort = PortTerm.OfSource },
            _ => sent,
        };
        return new Place(
            header, random.Next(2) == 0 ? header.Source : header.Destination, random.Next(3) == 0 ? FilterSets.AnyVpc : plan.Holders[random.Next(plan.Holders.Count)].Vpc);
    }

    /// <summary>All packets, or those that can be; to IPv6 addresses with an IPv4 address in them where that is what is looked at.</summary>
    Told Among(SymbolicHeader header)
    {
        var all = random.Next(2) == 0 ? new Told(space.WellFormed, SmtLib.WellFormed) : new Told(PacketSet.All, "true");
        return header.Destination.IsEmbedded ? Both(all, new Told(space.To(Nat64.Prefix), SmtLib.In("destination", Nat64.Prefix))) : all;
    }

    Told Allowed(int filter, Place place) => new(
        sets.Ingress(filter, place.Header with { Source = place.Other }, place.Vpc, place.Other),
        SmtLib.FirstMatch(plan.Filter(filter).Rules.Select(rule => (Matches(rule, place), rule.Allows))));

    string Matches(FilterRule rule, Place place) => SmtLib.Matches(
        rule,
        place.Header,
        place.Other,
        rule.Members.Select(member => plan.Holders[member])
            .Where(member => place.Vpc == FilterSets.AnyVpc || member.Vpc == place.Vpc)
            .SelectMany(member => member.Ipv6Addresses.Prepend(member.PrivateAddress)));

    Told Both(Told one, Told other) => new(space.Intersect(one.Set, other.Set), SmtLib.And(one.Formula, other.Formula));

    Told But(Told one, Told other) => new(space.Except(one.Set, other.Set), SmtLib.And(one.Formula, SmtLib.Not(other.Formula)));

    Told Differ(Told one, Told other) => new(
        one.Set == other.Set ? PacketSet.Empty : space.Union(space.Except(one.Set, other.Set), space.Except(other.Set, one.Set)),
        $"(xor {one.Formula} {other.Formula})");

    /// <summary>Whether a rule is the first that matches some packet; nothing for lists with references to groups.</summary>
    ProverQuery? Deciding(int filter, Place place)
    {
        var rules = plan.Filter(filter).Rules;
        if (rules.Count == 0 || rules.Any(rule => rule.Group >= 0))
        {
            return null;
        }

        var asked = random.Next(rules.Count);
        var earlier = rules.Take(asked).ToList();
        var decided = new Told(
            space.Except(Set(rules[asked]), space.UnionOf(earlier.ConvertAll(Set))),
            SmtLib.And(earlier.Select(rule => SmtLib.Not(Matches(rule, place))).Append(Matches(rules[asked], place))));
        return Ask("a rule decides something", Both(decided, Among(place.Header)));

        PacketSet Set(FilterRule rule) => space.Intersect(headers.Matches(place.Header, rule.Protocol, rule.Ports), headers.In(place.Other, rule.Prefix));
    }

    /// <summary>Whether the packet that the engine shows for a set is of it.</summary>
    ProverQuery? Sample(Told told) => space.Sample(told.Set) is { } sample
        ? new ProverQuery("a sample is of its set", SmtLib.And(told.Formula, SmtLib.Is(sample)), IsSatisfiable: true)
        : null;

    /// <summary>Whether a packet is of a set, from where rules begin and end.</summary>
    ProverQuery One(int filter, Told told)
    {
        var rules = plan.Filter(filter).Rules;
        var near = rules.Count == 0 ? null : rules[random.Next(rules.Count)];
        var packet = new Packet(
            Address(), Address(), near is { Protocol.IsAny: false } ? near.Protocol : Protocol.FromNumber(random.Next(256)), Port(), Port());
        return new ProverQuery("a packet is of a set", SmtLib.And(told.Formula, SmtLib.Is(packet)), space.Contains(told.Set, packet));

        IpAddress Address() => random.Next(6) switch
        {
            0 when near is not null => near.Prefix.First.Minus(1),
            1 when near is not null => near.Prefix.Last.Plus(1),
            2 => Nat64.Of(new Ipv4Address((uint)Put.Low)),
            3 => Put,
            _ when near is not null => random.Next(2) == 0 ? near.Prefix.First : near.Prefix.Last,
            _ => IpAddress.Parse("2001:db8::4"),
        };

        ushort Port() => (ushort)random.Next((near?.Ports.First ?? 0) - 1, (near?.Ports.First ?? 0) + 2);
    }

    /// <summary>The packets whose way some route of some table decides, by the longest prefix.</summary>
    Told? Routed()
    {
        var tables = topology.RouteTables.Where(table => table.Routes.Count > 0).ToList();
        if (tables.Count == 0)
        {
            return null;
        }

        var routes = tables[random.Next(tables.Count)].Routes.Select(route => route.Destination.Value).OrderByDescending(prefix => prefix.Length).ToList();
        var asked = routes[random.Next(routes.Count)];
        return new Told(
            FirstMatch.Allowed(space, routes.ConvertAll(prefix => (space.To(prefix), prefix == asked))),
            SmtLib.FirstMatch(routes.Select(prefix => (SmtLib.In("destination", prefix), prefix == asked))));
    }
}
