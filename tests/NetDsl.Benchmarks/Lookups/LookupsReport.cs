using NetDsl.Addressing;
using NetDsl.Benchmarks.Dpdk;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Runtime.Ranges;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.Lookups;

/// <summary>
/// Longest prefix match of many addresses at once, on one core: the tables of the runtime beside DPDK's <c>rte_lpm</c>, which is asked in bulks:
/// <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- lookups</c>, and behind it the folder of the harness in C where it is not the usual one.
/// </summary>
internal static class LookupsReport
{
    public const string Command = "lookups";

    // What stays in the near cache with its answers, as bursts do, and what does not.
    private const int Few = 1 << 15;
    private const int Many = 1 << 18;
    private const int Rounds = 15;
    private const string Rival = "rte_lpm, bulk";
    private const string Chosen = "the table that is chosen";

    public static int Run(string[] arguments)
    {
        using var scratch = new ScratchFolder();
        if (DpdkLibrary.Build(arguments is [var harness, ..] ? harness : DpdkLibrary.UsualFolder, scratch.Path) is not { } library)
        {
            return 1;
        }

        Console.WriteLine("\n### Longest prefix match, on one core\n");
        Console.WriteLine("| Routes | Ranges | Addresses | What | ns an address | times as fast as rte_lpm | Goal |");
        Console.WriteLine("| ---: | ---: | ---: | --- | ---: | ---: | --- |");
        foreach (var (routes, count, goal) in ((Route[], int, double)[])[
            (Route.DrawSmall(10), Few, 10),
            (Route.DrawSmall(10), Many, 10),
            (Route.DrawSmall(100), Few, 2.5),
            (Route.DrawSmall(100), Many, 2.5),
            (Route.DrawLarge(10_000), Many, 1.4),
            (Route.DrawLarge(500_000), Many, 1.4)])
        {
            Measure(library, routes, count, goal);
        }

        return 0;
    }

    private static void Measure(DpdkLibrary library, Route[] routes, int count, double goal)
    {
        var random = new Random(routes.Length);
        var rival = new DpdkRoutes(library, routes);
        var ranges = PrefixRanges.Of(routes.Select(route => (Ipv4Prefix.Containing(new Ipv4Address(route.Prefix), (int)route.Length), (int)route.NextHop)), otherwise: 0);
        var addresses = new uint[count];
        for (var index = 0; index < addresses.Length; index++)
        {
            // Nine of ten are inside some route.
            var route = routes[random.Next(routes.Length)];
            addresses[index] = random.Next(10) == 0 ? (uint)random.NextInt64(1L << 32) : route.Prefix | ((uint)random.NextInt64(1L << 32) & ~(uint.MaxValue << (32 - (int)route.Length)));
        }

        var expected = new int[addresses.Length];
        rival.Find(addresses, expected);
        var found = new int[addresses.Length];
        List<(string Name, RangeTable Table)> tables =
        [
            (Chosen, RangeTable.Of(ranges.Starts, ranges.Numbers)),
            ("compared", new ComparedRanges(RangeLayer.Of(ranges.Starts, ranges.Numbers))),
            ("marked", MarkedRanges.TryBuild(ranges.Starts, ranges.Numbers, long.MaxValue)!),
            ("ranked", new RankedRanges(ranges.Starts, ranges.Numbers)),
            ("staged", StagedRanges.TryBuild(ranges.Starts, ranges.Numbers, long.MaxValue)!),
            ("direct", DirectRanges.TryBuild(ranges.Starts, ranges.Numbers)!),
        ];
        tables.RemoveAll(each => each.Table is null);
        if (ranges.Starts.Length > 1024)
        {
            tables.RemoveAt(1);
        }

        foreach (var (name, table) in tables)
        {
            table.Find(addresses, found);
            for (var index = 0; index < addresses.Length; index++)
            {
                if (found[index] != expected[index])
                {
                    throw new InvalidOperationException($"{name}: {new Ipv4Address(addresses[index])} has {found[index]}, not {expected[index]}; there is nothing to compare.");
                }
            }
        }

        var passes = (routes.Length < 1000 ? 40 : 10) * (Many / count);
        var measured = Evaluation.Rounds.Measure(
            5,
            Rounds,
            [
                new Contender(Rival, () => () => Repeat(passes, () => rival.Find(addresses, found))),
                .. tables.Select(each => new Contender(each.Name, () => () => Repeat(passes, () => each.Table.Find(addresses, found)))),
            ]);
        var scale = 1e6 / (passes * (double)count);
        Console.WriteLine(FormattableString.Invariant($"| {routes.Length:N0} | {ranges.Starts.Length:N0} | {count:N0} | {Rival} | {measured.Time(Rival).Median * scale:0.00} | 1 | |"));
        foreach (var (name, table) in tables)
        {
            var ratio = measured.Ratio(Rival, name);
            var what = name == Chosen ? $"{name} ({table.GetType().Name})" : name;
            var verdict = name == Chosen ? FormattableString.Invariant($"{goal} {(ratio.Median >= goal ? "met" : "missed")}") : "";
            Console.WriteLine(FormattableString.Invariant($"| | | | {what} | {measured.Time(name).Median * scale:0.00} | {ratio} | {verdict} |"));
        }
    }

    private static object? Repeat(int passes, Action pass)
    {
        for (var repeat = 0; repeat < passes; repeat++)
        {
            pass();
        }

        return null;
    }
}
