using NetDsl.Model;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Runtime.FlowState;

/// <summary>
/// The nodes of one zone that keep the state of flows. Each resource has a shard of them; each flow has an owner in it and a second node, by rendezvous hashing, and a packet
/// of a new flow goes on only when both have it. A node that is lost is replaced: the second node becomes the owner, and after a while another one has a copy; a flow
/// whose two nodes are lost before that is forgotten.
/// </summary>
/// <remarks>
/// Nothing is done when a node is lost: a flow goes through the losses since it was last seen when it is seen again, in their order, which gives the same.
/// </remarks>
public sealed class FlowStateCell
{
    private readonly FlowStateOptions options;
    private readonly NodeLoss[] losses;
    private readonly ShardPlacement placement;
    private readonly Dictionary<int, EquatableArray<int>> shards = [];

    // The same by array, for every packet that opens a flow.
    private readonly Dictionary<int, int[]> nodes = [];
    private readonly long[] packetsOfSecond;
    private readonly long[] secondOfNode;

    /// <summary>Starts with all nodes and no flow.</summary>
    /// <param name="zoneId">The zone, such as <c>use1-az1</c>.</param>
    /// <param name="options">How many nodes there are, and what becomes of them.</param>
    public FlowStateCell(string zoneId, FlowStateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ShardSize, 2, nameof(options));
        this.options = options;
        ZoneId = zoneId;
        losses = [.. options.Losses.Where(loss => loss.ZoneId == zoneId).OrderBy(loss => loss.At).ThenBy(loss => loss.Node)];
        placement = new ShardPlacement(options.NodesOfZone, options.ShardSize, options.MaximumOverlap, options.Seed);
        packetsOfSecond = new long[options.NodesOfZone];
        secondOfNode = new long[options.NodesOfZone];
    }

    /// <summary>The zone.</summary>
    public string ZoneId { get; }

    /// <summary>Flows that were written to two nodes.</summary>
    public long Committed { get; private set; }

    /// <summary>Flows that both of their nodes had when these were lost.</summary>
    public long Forgotten { get; private set; }

    /// <summary>Flows whose owner was lost, and which went on at their second node.</summary>
    public long TakenOver { get; private set; }

    /// <summary>Packets that a node had no room for.</summary>
    public long Overloaded { get; private set; }

    /// <summary>How long packets waited for the state of their flows, all together.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>The nodes of a resource; drawn when it is first asked for.</summary>
    /// <param name="resource">The number of the resource.</param>
    public EquatableArray<int> ShardOf(int resource)
    {
        if (!shards.TryGetValue(resource, out var shard))
        {
            // Where the bound cannot be kept any more, shards repeat: a resource is never without nodes.
            shard = placement.Place() ?? placement.Shards[shards.Count % placement.Shards.Count];
            shards.Add(resource, shard);
        }

        return shard;
    }

    /// <summary>Whether a node of a shard is up, so that a flow can be opened.</summary>
    /// <param name="shard">The nodes.</param>
    /// <param name="time">Virtual time.</param>
    public bool IsServed(IEnumerable<int> shard, TimeSpan time) => shard.Any(node => IsUp(node, time));

    /// <summary>
    /// Writes a new flow to its two nodes; to one where no other is left. Refused when none is left, or the owner has no room.
    /// </summary>
    /// <param name="resource">Whose flow it is.</param>
    /// <param name="flow">The hash of the flow.</param>
    /// <param name="time">Virtual time.</param>
    public FlowOwnership? Commit(int resource, ulong flow, TimeSpan time)
    {
        var (owner, second) = NodesOf(resource, flow, time);
        if (owner < 0 || !Admits(owner, time))
        {
            return null;
        }

        Committed++;
        Waited += CommitTime(flow);
        return new FlowOwnership(owner, second, time, time);
    }

    /// <summary>Whether a flow is still known, after what became of its nodes; and whether they take one more packet.</summary>
    /// <param name="resource">Whose flow it is.</param>
    /// <param name="flow">The hash of the flow.</param>
    /// <param name="ownership">Where it is kept; brought up to date.</param>
    /// <param name="time">Virtual time.</param>
    public FlowLookup Find(int resource, ulong flow, ref FlowOwnership ownership, TimeSpan time)
    {
        foreach (var loss in losses)
        {
            if (loss.At <= ownership.Seen || loss.At > time || (loss.Node != ownership.Owner && loss.Node != ownership.Second))
            {
                continue;
            }

            if (loss.Node == ownership.Owner && (ownership.Second < 0 || ownership.Copied > loss.At))
            {
                Forgotten++;
                return FlowLookup.Forgotten;
            }

            if (loss.Node == ownership.Owner)
            {
                TakenOver++;
                ownership = ownership with { Owner = ownership.Second };
            }

            ownership = ownership with { Second = NodeOf(resource, flow, loss.At, except: ownership.Owner), Copied = loss.At + options.ReplicationDelay };
        }

        // A flow that had one node left gets another as soon as there is one.
        if (ownership.Second < 0 && NodeOf(resource, flow, time, except: ownership.Owner) is >= 0 and var other)
        {
            ownership = ownership with { Second = other, Copied = time + options.ReplicationDelay };
        }

        ownership = ownership with { Seen = time };
        Waited += options.LookupTime;
        return Admits(ownership.Owner, time) ? FlowLookup.Known : FlowLookup.Overloaded;
    }

    /// <summary>The node of the shard with the highest hash for a flow that is up then, but for one; -1 when none is.</summary>
    private int NodeOf(int resource, ulong flow, TimeSpan time, int except)
    {
        var (first, second) = NodesOf(resource, flow, time);
        return first == except ? second : first;
    }

    /// <summary>The two nodes of the shard with the highest hashes for a flow that are up then; -1 for those that are missing.</summary>
    private (int First, int Second) NodesOf(int resource, ulong flow, TimeSpan time)
    {
        if (!nodes.TryGetValue(resource, out var shard))
        {
            nodes.Add(resource, shard = [.. ShardOf(resource)]);
        }

        var (first, highest) = (-1, 0UL);
        var (second, higher) = (-1, 0UL);
        foreach (var node in shard)
        {
            if (losses.Length > 0 && !IsUp(node, time))
            {
                continue;
            }

            var hash = RandomStream.Of(flow, (ulong)node).Next();
            if (first < 0 || hash > highest)
            {
                (second, higher) = (first, highest);
                (first, highest) = (node, hash);
            }
            else if (second < 0 || hash > higher)
            {
                (second, higher) = (node, hash);
            }
        }

        return (first, second);
    }

    private bool IsUp(int node, TimeSpan time)
    {
        foreach (var loss in losses)
        {
            if (loss.Node == node && loss.At <= time && (loss.Until is null || time < loss.Until))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>R-6.4: what is more than a node takes in a second is dropped at once; the others of its zone do not notice.</summary>
    private bool Admits(int node, TimeSpan time)
    {
        if (options.PacketsPerSecond is not { } most)
        {
            return true;
        }

        var second = (long)time.TotalSeconds;
        if (secondOfNode[node] != second)
        {
            (secondOfNode[node], packetsOfSecond[node]) = (second, 0);
        }

        if (packetsOfSecond[node]++ < most)
        {
            return true;
        }

        Overloaded++;
        return false;
    }

    /// <summary>Lognormal with the mean that is asked for.</summary>
    private TimeSpan CommitTime(ulong flow)
    {
        const double Sigma = 0.5;
        var random = RandomStream.Of(options.Seed, flow);
        return options.CommitTime * Math.Exp((Sigma * random.Normal()) - (Sigma * Sigma / 2));
    }
}

/// <summary>Where the state of a flow is kept.</summary>
/// <param name="Owner">The node that decides.</param>
/// <param name="Second">The node that has a copy; -1 when there is none.</param>
/// <param name="Copied">From when the copy is there.</param>
/// <param name="Seen">When it was last looked at.</param>
public readonly record struct FlowOwnership(int Owner, int Second, TimeSpan Copied, TimeSpan Seen);

/// <summary>What came of asking for a flow.</summary>
public enum FlowLookup
{
    /// <summary>It is known.</summary>
    Known,

    /// <summary>It was known, and both nodes that kept it are lost.</summary>
    Forgotten,

    /// <summary>Its node takes no more packets in this second.</summary>
    Overloaded,
}
