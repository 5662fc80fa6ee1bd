using CsCheck;
using NetDsl.Runtime.FlowState;
using NetDsl.Testing;

namespace NetDsl.Runtime.Tests.FlowState;

public class FlowStateCellTests
{
    const int Nodes = 6;

    static readonly Gen<NodeLoss> AnyLoss = Gen.Select(Gen.Int[0, Nodes - 1], Gen.Int[0, 100], Gen.Int[1, 40].Nullable(), (node, at, length) =>
        new NodeLoss("z", node, TimeSpan.FromSeconds(at), length is null ? null : TimeSpan.FromSeconds(at + length.Value)));

    static readonly Gen<(int Flow, int After)> AnyStep = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]);

    static int Sequences => int.TryParse(Environment.GetEnvironmentVariable("NETDSL_SEQUENCES"), out var count) ? count : 5000;

    [Fact]
    public void A_flow_outlives_the_loss_of_its_owner_and_not_of_both()
    {
        var first = Cell();
        var ownership = first.Commit(0, 7, TimeSpan.Zero)!.Value;
        Assert.NotEqual(ownership.Owner, ownership.Second);
        Assert.Contains(ownership.Owner, first.ShardOf(0));
        Assert.Contains(ownership.Second, first.ShardOf(0));

        var one = Cell(new NodeLoss("z", ownership.Owner, TimeSpan.FromSeconds(5)));
        Assert.Equal((FlowLookup.Known, 1, 0), Later(one));

        // Two seconds later another node has a copy; half a second later none has.
        var late = Cell(new NodeLoss("z", ownership.Owner, TimeSpan.FromSeconds(5)), new NodeLoss("z", ownership.Second, TimeSpan.FromSeconds(7)));
        Assert.Equal((FlowLookup.Known, 2, 0), Later(late));
        var both = Cell(new NodeLoss("z", ownership.Owner, TimeSpan.FromSeconds(5)), new NodeLoss("z", ownership.Second, TimeSpan.FromSeconds(5.5)));
        Assert.Equal((FlowLookup.Forgotten, 1, 1), Later(both));

        static (FlowLookup Lookup, long TakenOver, long Forgotten) Later(FlowStateCell cell)
        {
            var kept = cell.Commit(0, 7, TimeSpan.Zero)!.Value;
            return (cell.Find(0, 7, ref kept, TimeSpan.FromSeconds(20)), cell.TakenOver, cell.Forgotten);
        }
    }

    [Fact]
    public void A_node_takes_so_many_packets_in_a_second_and_drops_the_rest()
    {
        var cell = new FlowStateCell("z", new FlowStateOptions { PacketsPerSecond = 10 });
        var ownership = cell.Commit(0, 7, TimeSpan.Zero)!.Value;
        var lookups = Enumerable.Range(0, 20).Select(packet => cell.Find(0, 7, ref ownership, TimeSpan.FromMilliseconds(packet))).ToList();
        Assert.Equal(9, lookups.Count(lookup => lookup == FlowLookup.Known));
        Assert.Equal(11, cell.Overloaded);
        Assert.Equal(FlowLookup.Known, cell.Find(0, 7, ref ownership, TimeSpan.FromSeconds(1)));
    }

    /// <summary>
    /// What a flow goes through when it is seen again is what it would have gone through at each loss: asked of a model that keeps all flows and handles each loss when it
    /// happens. NETDSL_SEQUENCES says how many sequences.
    /// </summary>
    [Fact]
    public void Losses_that_are_looked_at_later_are_those_that_happened() =>
        Gen.Select(AnyLoss.Array[0, 12], AnyStep.Array[1, 60]).Sample(
            (losses, steps) =>
            {
                var options = Options(losses);
                var cell = new FlowStateCell("z", options);
                var model = new EagerCell(losses, options.ReplicationDelay);
                var kept = new Dictionary<int, FlowOwnership>();
                var time = TimeSpan.Zero;
                foreach (var (flow, after) in steps)
                {
                    time += TimeSpan.FromSeconds(after);
                    model.GoTo(time);
                    if (kept.TryGetValue(flow, out var ownership))
                    {
                        var lookup = cell.Find(0, (ulong)flow, ref ownership, time);
                        model.Look(flow, time);
                        Assert.Equal(model.Knows(flow), lookup == FlowLookup.Known);
                        kept[flow] = ownership;
                        if (lookup == FlowLookup.Forgotten)
                        {
                            kept.Remove(flow);
                            model.Forget(flow);
                        }
                        else
                        {
                            Assert.Equal(model.NodesOf(flow), (ownership.Owner, ownership.Second));
                        }
                    }
                    else if (cell.Commit(0, (ulong)flow, time) is { } committed)
                    {
                        kept[flow] = committed;
                        model.Keep(flow, committed);
                    }
                    else
                    {
                        Assert.All(cell.ShardOf(0), node => Assert.True(model.IsDown(node, time)));
                    }
                }
            },
            iter: Sequences);

    static FlowStateCell Cell(params NodeLoss[] losses) => new("z", Options(losses));

    static FlowStateOptions Options(NodeLoss[] losses) => new() { NodesOfZone = Nodes, ShardSize = 3, MaximumOverlap = 3, Losses = [.. losses] };

    /// <summary>Handles every loss at its time.</summary>
    sealed class EagerCell(NodeLoss[] losses, TimeSpan delay)
    {
        readonly Dictionary<int, (int Owner, int Second, TimeSpan Copied)> flows = [];
        readonly HashSet<int> lost = [];
        TimeSpan now = TimeSpan.FromTicks(-1);

        public bool IsDown(int node, TimeSpan time) => losses.Any(loss => loss.Node == node && loss.At <= time && (loss.Until is null || time < loss.Until));

        public void GoTo(TimeSpan time)
        {
            foreach (var loss in losses.Where(loss => loss.At > now && loss.At <= time).OrderBy(loss => loss.At).ThenBy(loss => loss.Node))
            {
                foreach (var (flow, (owner, second, copied)) in flows.ToList())
                {
                    if (loss.Node == owner)
                    {
                        if (second < 0 || copied > loss.At)
                        {
                            flows.Remove(flow);
                            lost.Add(flow);
                        }
                        else
                        {
                            flows[flow] = (second, Next(flow, loss.At, second), loss.At + delay);
                        }
                    }
                    else if (loss.Node == second)
                    {
                        flows[flow] = (owner, Next(flow, loss.At, owner), loss.At + delay);
                    }
                }
            }

            now = time;
        }

        /// <summary>A flow that had one node left gets another.</summary>
        public void Look(int flow, TimeSpan time)
        {
            if (flows.TryGetValue(flow, out var kept) && kept.Second < 0 && Next(flow, time, kept.Owner) is >= 0 and var other)
            {
                flows[flow] = (kept.Owner, other, time + delay);
            }
        }

        public bool Knows(int flow) => flows.ContainsKey(flow) && !lost.Contains(flow);

        public (int Owner, int Second) NodesOf(int flow) => (flows[flow].Owner, flows[flow].Second);

        public void Keep(int flow, FlowOwnership committed) => flows[flow] = (committed.Owner, committed.Second, committed.Copied);

        public void Forget(int flow) => lost.Remove(flow);

        /// <summary>A fresh cell with the same losses commits a flow of the same hash to the best node that is up then.</summary>
        int Next(int flow, TimeSpan time, int except)
        {
            var committed = new FlowStateCell("z", Options([.. losses, new NodeLoss("z", except, TimeSpan.Zero)])).Commit(0, (ulong)flow, time);
            return committed?.Owner ?? -1;
        }
    }

    [Fact]
    public void A_zone_has_its_own_cell_and_its_loss_loses_its_flows_only()
    {
        var shop = new CompiledNetwork(Compiler.Lowering.TopologyLowering.Lower(ExampleNetworks.Shop()));
        var losses = Enumerable.Range(0, 16).Select(node => new NodeLoss("use1-az1", node, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11)));
        var dataplane = new Dataplane(shop, new DataplaneOptions { FlowState = new FlowStateOptions { Losses = [.. losses] } });
        Assert.Equal(["use1-az1", "use1-az2"], dataplane.FlowStateCells.Select(cell => cell.ZoneId));
        var (a, b) = (Open(dataplane, "db-a"), Open(dataplane, "db-b"));
        Assert.Equal((DropCode.NatIdleExpired, (DropCode?)null), (GoOn(dataplane, a), GoOn(dataplane, b)));
        Assert.Equal([1, 0], dataplane.FlowStateCells.Select(cell => cell.Forgotten));

        (int Sender, Packet Packet) Open(Dataplane through, string name)
        {
            var sender = shop.Graph.Holders.ToList().FindIndex(holder => shop.Graph.Nodes[holder.Node].Name == name);
            var packet = new Packet(shop.Graph.Holders[sender].PrivateAddress, Addressing.IpAddress.Parse("198.51.100.7"), Protocol.Tcp, 40_000, 443);
            Assert.Equal(Outcome.Exits, through.Send(sender, packet, TimeSpan.Zero, TcpFlags.Syn).Outcome);
            return (sender, packet);
        }

        static DropCode? GoOn(Dataplane through, (int Sender, Packet Packet) flow) => through.Send(flow.Sender, flow.Packet, TimeSpan.FromSeconds(20), TcpFlags.Ack).Code;
    }
}
