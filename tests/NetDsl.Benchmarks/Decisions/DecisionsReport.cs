using NetDsl.Addressing;
using NetDsl.Benchmarks.Dpdk;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.Decisions;

/// <summary>
/// Decisions of a whole network on packets that open flows, on one core, beside one hop by DPDK:
/// <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- decisions</c>, and behind it the folder of the harness in C where it is not the usual one.
/// </summary>
internal static class DecisionsReport
{
    public const string Command = "decisions";

    private const int Spokes = 100;
    private const int Packets = 1 << 18;
    private const int Passes = 8;
    private const int Rounds = 15;
    private const double Goal = 2;
    private const string Hop = "DPDK hop";
    private const string Batch = "whole decisions, in batches";
    private const string Single = "whole decisions, one by one";

    public static int Run(string[] arguments)
    {
        using var scratch = new ScratchFolder();
        if (DpdkLibrary.Build(arguments is [var harness, ..] ? harness : DpdkLibrary.UsualFolder, scratch.Path) is not { } library)
        {
            return 1;
        }

        var hop = new DpdkHop(library);
        var network = new CompiledNetwork(TopologyLowering.Lower(HubAndSpoke.Build(Spokes)));
        var columns = Draw(network);
        var decisions = new BatchDecision[Packets];
        network.Decide(Packed(columns), decisions);
        var hops = network.Trace(
            Endpoint.Of(new Ipv4Address(columns.Sources[0])), Endpoint.Of(new Ipv4Address(columns.Destinations[0])), Traffic.Tcp(443)).Forward.Hops.Count;
        for (var index = 0; index < Packets; index++)
        {
            var alone = network.Decide(columns.Senders[index], Packed(columns)[index]);
            if (decisions[index] != new BatchDecision(alone.Outcome, alone.Holder, alone.Code))
            {
                throw new InvalidOperationException($"packet {index}: {decisions[index]} in a batch, {alone} alone; there is nothing to compare.");
            }
        }

        var measured = Evaluation.Rounds.Measure(
            5,
            Rounds,
            new Contender(Hop, () => () => Enumerable.Range(0, Passes).Sum(_ => hop.Pass())),
            new Contender(Batch, () => () =>
            {
                for (var pass = 0; pass < Passes; pass++)
                {
                    network.Decide(Packed(columns), decisions);
                }

                return null;
            }),
            new Contender(Single, () => () => OneByOne(network, columns)));
        Console.WriteLine(FormattableString.Invariant($"\n### Whole decisions between hosts of {Spokes} VPCs behind a transit gateway, {hops} hops, on one core\n"));
        Console.WriteLine("| Work | ns a packet | times as fast as the DPDK hop | Goal |");
        Console.WriteLine("| --- | ---: | ---: | --- |");
        Print(Hop, DpdkHop.Packets, 1, "");
        Print(Batch, Packets, measured.Ratio(Hop, Batch).Median, FormattableString.Invariant($"{Goal} {(measured.Ratio(Hop, Batch).Median >= Goal ? "met" : "missed")}"));
        Print(Single, Packets, measured.Ratio(Hop, Single).Median, "");
        return 0;

        void Print(string name, int packets, double ratio, string verdict) =>
            Console.WriteLine(FormattableString.Invariant($"| {name} | {measured.Time(name).Median * 1e6 / (Passes * (double)packets):0.0} | {ratio:0.00} | {verdict} |"));
    }

    private static int OneByOne(CompiledNetwork network, Columns columns)
    {
        var delivered = 0;
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var index = 0; index < Packets; index++)
            {
                delivered += network.Decide(columns.Senders[index], Packed(columns)[index]).Outcome == Outcome.Delivered ? 1 : 0;
            }
        }

        return delivered;
    }

    private static Columns Draw(CompiledNetwork network)
    {
        var random = new Random(Packets);
        int[] hosts = [.. Enumerable.Range(0, network.Graph.Holders.Count).Where(holder => !network.Graph.Holders[holder].Translates)];
        int[] senders = [.. Enumerable.Range(0, Packets).Select(_ => hosts[random.Next(hosts.Length)])];

        // A host of another VPC.
        int[] receivers = [.. senders.Select(sender => Other(network.Graph.Holders[sender].Vpc))];
        return new Columns(
            senders,
            [.. senders.Select(sender => Address(sender))],
            [.. receivers.Select(receiver => Address(receiver))],
            [.. Enumerable.Repeat((byte)6, Packets)],
            [.. Enumerable.Range(0, Packets).Select(_ => (ushort)random.Next(32768, 61000))],
            [.. Enumerable.Range(0, Packets).Select(_ => random.Next(10) == 0 ? (ushort)22 : (ushort)443)]);

        uint Address(int holder) => network.Graph.Holders[holder].PrivateAddress.AsIpv4!.Value.Value;

        int Other(int vpc)
        {
            while (true)
            {
                if (hosts[random.Next(hosts.Length)] is var host && network.Graph.Holders[host].Vpc != vpc)
                {
                    return host;
                }
            }
        }
    }

    private static PacketColumns Packed(Columns columns) => new()
    {
        Senders = columns.Senders,
        Sources = columns.Sources,
        Destinations = columns.Destinations,
        Protocols = columns.Protocols,
        SourcePorts = columns.SourcePorts,
        DestinationPorts = columns.DestinationPorts,
    };

    private sealed record Columns(int[] Senders, uint[] Sources, uint[] Destinations, byte[] Protocols, ushort[] SourcePorts, ushort[] DestinationPorts);
}
