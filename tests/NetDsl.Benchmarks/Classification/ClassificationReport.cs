using NetDsl.Addressing;
using NetDsl.Benchmarks.Dpdk;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Benchmarks.Sets;
using NetDsl.Runtime;
using NetDsl.Runtime.Classification;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.Classification;

/// <summary>
/// The first rule of a list that matches, for many packets at once, on one core: the tables of the runtime beside DPDK's <c>rte_acl</c>:
/// <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- classification</c>, and behind it the folder of the harness in C where it is not the usual one.
/// </summary>
internal static class ClassificationReport
{
    public const string Command = "classification";

    private const int Packets = 1 << 18;
    private const int Passes = 4;
    private const int Rounds = 15;
    private const string Chosen = "the table that is chosen";

    // How much slower the chosen table may be than the fastest before the costs are called wrong: runs differ by as much.
    private const double Doubt = 1.15;

    public static int Run(string[] arguments)
    {
        using var scratch = new ScratchFolder();
        if (DpdkLibrary.Build(arguments is [var harness, ..] ? harness : DpdkLibrary.UsualFolder, scratch.Path) is not { } library)
        {
            return 1;
        }

        Console.WriteLine("\n### Classification, on one core\n");
        Console.WriteLine("| Rules | What | ns a packet | times as fast as rte_acl | Goal |");
        Console.WriteLine("| ---: | --- | ---: | ---: | --- |");
        foreach (var (rules, goal) in ((int, double)[])[(10, 8), (100, 2.2), (1_000, 1.5), (10_000, 1)])
        {
            Measure(library, Draw(rules), goal);
        }

        return 0;
    }

    /// <summary>Rules of which none but the last matches everything: by chance some do, and whatever is behind them would not count.</summary>
    private static ListRule[] Draw(int count)
    {
        var list = ClassBenchRules.Draw(count);
        foreach (ref var rule in list.AsSpan(..^1))
        {
            if (rule is { SourceLength: 0, DestinationLength: 0, Protocol: ListRule.AnyProtocol })
            {
                rule.Protocol = 6;
            }
        }

        return list;
    }

    private static void Measure(DpdkLibrary library, ListRule[] list, double goal)
    {
        var packets = HeldPacket.Draw(list, Packets);
        var columns = new Columns(packets);
        var rival = new DpdkRules(library, list, packets);
        PacketRule[] rules = [.. list.Select(Rule)];
        var (expected, found) = (new int[Packets], new int[Packets]);
        rival.Find(expected);
        var tables = Tables(rules);
        foreach (var (name, table) in tables)
        {
            table.Find(columns.Packed, found);
            if (!found.AsSpan().SequenceEqual(expected))
            {
                throw new InvalidOperationException($"{name} finds other rules than rte_acl; there is nothing to compare.");
            }
        }

        var measured = Evaluation.Rounds.Measure(
            3,
            Rounds,
            [
                new Contender(rival.Name, () => () => Repeat(() => rival.Find(found))),
                .. tables.Select(each => new Contender(each.Name, () => () => Repeat(() => each.Table.Find(columns.Packed, found)))),
            ]);
        Console.WriteLine(FormattableString.Invariant($"| {list.Length:N0} | {rival.Name} | {Nanoseconds(rival.Name):0.0} | 1 | |"));
        foreach (var (name, table) in tables)
        {
            var ratio = measured.Ratio(rival.Name, name);
            var what = name == Chosen ? $"{name} ({table.GetType().Name})" : name;
            var verdict = name == Chosen ? FormattableString.Invariant($"{goal} {(ratio.Median >= goal ? "met" : "missed")}") : "";
            Console.WriteLine(FormattableString.Invariant($"| | {what} | {Nanoseconds(name):0.0} | {ratio} | {verdict} |"));
        }

        var fastest = tables.MinBy(each => measured.Time(each.Name).Median).Name;
        if (measured.Time(Chosen).Median > Doubt * measured.Time(fastest).Median)
        {
            Console.Error.WriteLine($"{list.Length} rules: {fastest} is faster than the table that is chosen; see {nameof(RuleCosts)}.");
        }

        double Nanoseconds(string name) => measured.Time(name).Median * 1e6 / (Passes * (double)Packets);
    }

    private static object? Repeat(Action pass)
    {
        for (var repeat = 0; repeat < Passes; repeat++)
        {
            pass();
        }

        return null;
    }

    /// <summary>What is chosen, and all others that take the list.</summary>
    private static List<(string Name, RuleTable Table)> Tables(PacketRule[] rules)
    {
        var addresses = AddressPairs.TryBuild(rules);
        List<(string Name, RuleTable? Table)> tables =
        [
            (Chosen, RuleTable.Of(rules, 0)),
            ("compared", rules.Length <= ComparedRules.MostRules ? new ComparedRules(rules, 0) : null),
            ("candidates of pairs of addresses", CandidateRules.TryBuild(rules, addresses, 0)),
            ("recursive flow classification", RecursiveRules.TryBuild(rules, addresses, 0)),
            ("cross product of addresses", CrossProductRules.TryBuild(rules, 0)),
            ("parted by addresses", PartedRules.TryBuild(rules, 0)),
            ("bit vectors", new BitVectorRules(rules, 0)),
        ];
        return [.. tables.Where(each => each.Table is not null).Select(each => (each.Name, each.Table!))];
    }

    private static PacketRule Rule(ListRule rule, int place) => new(
        Ipv4Prefix.Containing(new Ipv4Address(rule.Source), (int)rule.SourceLength),
        Ipv4Prefix.Containing(new Ipv4Address(rule.Destination), (int)rule.DestinationLength),
        rule.Protocol == ListRule.AnyProtocol ? Protocol.Any : Protocol.FromNumber((int)rule.Protocol),
        new PortRange(rule.FirstSourcePort, rule.LastSourcePort),
        new PortRange(rule.FirstDestinationPort, rule.LastDestinationPort),
        place + 1);

    private sealed class Columns(HeldPacket[] packets)
    {
        private readonly int[] senders = new int[packets.Length];
        private readonly uint[] sources = Array.ConvertAll(packets, packet => packet.Source);
        private readonly uint[] destinations = Array.ConvertAll(packets, packet => packet.Destination);
        private readonly byte[] protocols = Array.ConvertAll(packets, packet => packet.Protocol);
        private readonly ushort[] sourcePorts = Array.ConvertAll(packets, packet => packet.SourcePort);
        private readonly ushort[] destinationPorts = Array.ConvertAll(packets, packet => packet.DestinationPort);

        public PacketColumns Packed => new()
        {
            Senders = senders,
            Sources = sources,
            Destinations = destinations,
            Protocols = protocols,
            SourcePorts = sourcePorts,
            DestinationPorts = destinationPorts,
        };
    }
}
