using System.Diagnostics;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability;
using NetDsl.Model;
using NetDsl.Runtime;

namespace NetDsl.Benchmarks.Reachability;

/// <summary>
/// What all pairs cost, exactly, beside what the compiled graph needs to forward a few packets for each pair, which tells nothing of the others.
/// </summary>
internal static class AllPairs
{
    private const int PacketsOfPair = 20;
    private const string Exact = "all pairs, exactly";
    private const string Sampled = "20 packets of each pair, forwarded by the compiled graph";

    /// <summary>Compares both on a network with that many spokes of ten hosts.</summary>
    public static void Compare(int spokes)
    {
        var topology = HubAndSpoke.Build(spokes);
        var network = new CompiledNetwork(TopologyLowering.Lower(topology));
        var hosts = topology.NetworkInterfaces.Where(each => each.ManagedBy is null).ToList();
        var found = ReachabilityMatrix.Of(topology).Count;
        var rounds = Rounds.Measure(
            1,
            5,
            new Contender(Exact, () => () => ReachabilityMatrix.Of(topology)),
            new Contender(Sampled, () => () => Forward(network, hosts)));
        new ReportTable(
            FormattableString.Invariant($"All pairs of {hosts.Count:N0} interfaces, {found:N0} of which reach each other"), "5 rounds in one process, after 1 that does not count.")
            .Base(rounds, Sampled)
            .Row(rounds, Exact, Sampled, 1)
            .Print();
    }

    /// <summary>How it grows with the network: seconds, once each. Pairs are counted and not kept, because a hundred million of them need more memory than the search.</summary>
    public static void Grow(params (int Spokes, int Hosts)[] sizes)
    {
        Console.WriteLine("\n### All pairs of larger networks, once each, counted\n\n| Interfaces | in groups of | Pairs | s | Allocated, GB |\n| ---: | ---: | ---: | ---: | ---: |");
        foreach (var (spokes, hosts) in sizes)
        {
            var topology = HubAndSpoke.Build(spokes, hosts: hosts);
            var (before, watch) = (GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
            var found = ReachabilityMatrix.CountOf(topology);
            Console.WriteLine(FormattableString.Invariant(
                $"| {topology.NetworkInterfaces.Count(each => each.ManagedBy is null):N0} | {hosts} | {found:N0} | {watch.Elapsed.TotalSeconds:F1} | {(GC.GetTotalAllocatedBytes() - before) / 1e9:F1} |"));
        }
    }

    private static int Forward(CompiledNetwork network, List<NetworkInterface> hosts)
    {
        var senders = new int[PacketsOfPair];
        var packets = new Packet[PacketsOfPair];
        var decisions = new Decision[PacketsOfPair];
        var delivered = 0;
        foreach (var from in hosts)
        {
            Array.Fill(senders, network.HolderOf(from.Id));
            foreach (var to in hosts)
            {
                for (var packet = 0; packet < PacketsOfPair; packet++)
                {
                    packets[packet] = new Packet(from.PrivateAddress, to.PrivateAddress, Protocol.Tcp, (ushort)(49152 + packet), (ushort)(packet * 443 / 2));
                }

                network.Decide(senders, packets, decisions);
                delivered += decisions[2].Outcome == Outcome.Delivered ? 1 : 0;
            }
        }

        return delivered;
    }
}
