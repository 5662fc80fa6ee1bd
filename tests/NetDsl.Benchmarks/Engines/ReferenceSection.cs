using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Reference;
using NetDsl.Runtime;

namespace NetDsl.Benchmarks.Engines;

/// <summary>
/// Decisions of the compiled graph, on one core, beside the walk of the same packets by the reference interpreter of the tests, which looks through the description for every hop. Of the interpreter only
/// the walk of the packet itself is measured: neither finding its sender, nor its reply.
/// </summary>
internal static class ReferenceSection
{
    private const int Packets = 1 << 16;
    private const int Walked = 256;
    private const int Passes = 8;
    private const int Rounds = 9;
    private const double Goal = 200;
    private const string Interpreter = "the reference interpreter";
    private const string Batch = "the compiled graph, in batches";
    private const string Single = "the compiled graph, one by one";

    public static void Run()
    {
        Console.WriteLine("\n### The compiled graph beside the reference interpreter, on one core\n");
        Console.WriteLine("| Network | Work | ns a packet | times as fast as the interpreter | Goal |");
        Console.WriteLine("| --- | --- | ---: | ---: | --- |");
        Measure("VPCs of two regions, 580 hosts, up to 29 hops", ChainedNetwork.Build());
        Measure("10 VPCs behind a transit gateway, 100 hosts", HubAndSpoke.Build(10));
        Measure("100 VPCs behind a transit gateway, 1,000 hosts", HubAndSpoke.Build(100));
    }

    private static void Measure(string what, Topology topology)
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(topology));
        int[] hosts = [.. Enumerable.Range(0, network.Graph.Holders.Count).Where(holder => !network.Graph.Holders[holder].Translates)];
        var packets = PacketArrays.Draw(network, hosts, _ => hosts, Packets);
        var decisions = new BatchDecision[Packets];
        network.Decide(packets.Columns, decisions);
        var byAddress = topology.Holders().Where(holder => !holder.Translates).ToDictionary(holder => holder.PrivateAddress);
        Holder[] senders = [.. Enumerable.Range(0, Walked).Select(index => byAddress[packets.Columns[index].Source])];
        for (var index = 0; index < Walked; index++)
        {
            var direction = Interpreted(topology, senders[index], packets.Columns[index]).ToDirection();
            if (direction.Outcome != decisions[index].Outcome || direction.Code != decisions[index].Code)
            {
                throw new InvalidOperationException($"{packets.Columns[index]}: {decisions[index]} in a batch, {direction.Outcome} {direction.Code} by the interpreter; there is nothing to compare.");
            }
        }

        var measured = Evaluation.Rounds.Measure(
            2,
            Rounds,
            new Contender(Interpreter, () => () => Enumerable.Range(0, Walked).Count(index => Interpreted(topology, senders[index], packets.Columns[index]).Blocks.Count == 0)),
            new Contender(Batch, () => () =>
            {
                for (var pass = 0; pass < Passes; pass++)
                {
                    network.Decide(packets.Columns, decisions);
                }

                return null;
            }),
            new Contender(Single, () => () => OneByOne(network, packets)));
        Print(Interpreter, Walked, "");
        Print(Batch, Passes * Packets, Goal.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Print(Single, Packets, "");

        void Print(string name, int count, string goal)
        {
            var ratio = measured.Ratio(Interpreter, name).Median * count / Walked;
            Console.WriteLine(FormattableString.Invariant(
                $"| {(name == Interpreter ? what : "")} | {name} | {measured.Time(name).Median * 1e6 / count:N1} | {ratio:N0} | {(goal.Length > 0 ? EnginesReport.Verdict(ratio, Goal) : "")} |"));
        }
    }

    private static Walk Interpreted(Topology topology, Holder sender, Packet packet)
    {
        var walk = new Walk(topology, packet);
        walk.FromHolder(sender);
        return walk;
    }

    private static int OneByOne(CompiledNetwork network, PacketArrays packets)
    {
        var delivered = 0;
        for (var index = 0; index < Packets; index++)
        {
            delivered += network.Decide(packets.Columns.Senders[index], packets.Columns[index]).Outcome == Outcome.Delivered ? 1 : 0;
        }

        return delivered;
    }
}
