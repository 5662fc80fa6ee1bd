using System.Diagnostics;
using NetDsl.Addressing;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.Sets;

/// <summary>
/// The permitted set of a first-match list, by <see cref="FirstMatch"/> and by binary decision diagrams in C:
/// <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- sets</c>, and behind it the folder of the harness in C where it is not the usual one.
/// </summary>
internal static class SetsReport
{
    public const string Command = "sets";

    private const double Goal = 4;

    // How nearly two counts are equal that doubles tell, of which one is told by its logarithm.
    private const double Nearly = 1e-11;

    private static readonly (int Rules, int Rounds)[] Lists = [(100, 51), (1_000, 21), (10_000, 5)];

    public static int Run(string[] arguments)
    {
        using var scratch = new ScratchFolder();
        var harness = arguments.Length > 0 ? arguments[0] : Path.Combine(Repository.Root, "..", "shared", "bench", "c");
        if (BuddyHarness.Build(harness, scratch.Path) is not { } buddy)
        {
            return 1;
        }

        Console.WriteLine("\n### Permitted set of a first-match list\n");
        Console.WriteLine("| Rules | PacketSpace, ms | BuDDy, ms | BuDDy takes times as long | Goal | Nodes | of BuDDy | Packets, log2 |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: |");
        return Lists.All(list => Compare(buddy, list.Rules, list.Rounds)) ? 0 : 1;
    }

    private static bool Compare(BuddyHarness buddy, int count, int rounds)
    {
        var rules = ClassBenchRules.Draw(count);
        var (own, other) = (new double[rounds], new double[rounds]);
        var (nodes, packets) = (0, 0.0);
        (int Nodes, double Packets) theirs = default;
        for (var round = -2; round < rounds; round++)
        {
            var ours = Time(rules, out nodes, out packets);
            var milliseconds = buddy.Time(rules, out theirs.Nodes, out theirs.Packets);
            if (round >= 0)
            {
                (own[round], other[round]) = (ours, milliseconds);
            }
        }

        var ratio = Spread.Of([.. other.Zip(own, (slow, fast) => slow / fast)]);
        Console.WriteLine(FormattableString.Invariant(
            $"| {count:N0} | {Spread.Of(own)} | {Spread.Of(other)} | {ratio} | {Goal} {(ratio.Median >= Goal ? "met" : "missed")} | {nodes:N0} | {theirs.Nodes:N0} | {packets:F6} |"));
        if (Math.Abs(packets - theirs.Packets) <= Nearly * packets)
        {
            return true;
        }

        Console.Error.WriteLine(FormattableString.Invariant($"The sets differ: 2^{packets:R} packets here, 2^{theirs.Packets:R} there."));
        return false;
    }

    private static double Time(ListRule[] rules, out int nodes, out double packets)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        var space = new PacketSpace();
        var allowed = FirstMatch.Allowed(space, Array.ConvertAll(rules, rule => (Matches(space, rule), rule.Allows != 0)));
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        (nodes, packets) = (space.NodeCount, Math.Log2(space.Count(allowed)));
        return elapsed;
    }

    private static PacketSet Matches(PacketSpace space, ListRule rule)
    {
        var addresses = space.Intersect(
            space.From(Ipv4Prefix.Containing(new Ipv4Address(rule.Source), (int)rule.SourceLength)),
            space.To(Ipv4Prefix.Containing(new Ipv4Address(rule.Destination), (int)rule.DestinationLength)));
        if (rule.Protocol == ListRule.AnyProtocol)
        {
            return addresses;
        }

        var ports = space.Intersect(
            space.FromPorts(new PortRange(rule.FirstSourcePort, rule.LastSourcePort)),
            space.ToPorts(new PortRange(rule.FirstDestinationPort, rule.LastDestinationPort)));
        return space.Intersect(space.Of(Protocol.FromNumber((int)rule.Protocol)), space.Intersect(ports, addresses));
    }
}
