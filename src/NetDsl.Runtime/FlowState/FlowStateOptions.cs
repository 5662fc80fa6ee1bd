using NetDsl.Model;

namespace NetDsl.Runtime.FlowState;

/// <summary>
/// The nodes that keep the state of flows: those of NAT gateways, load balancers and endpoints. What the vendor tells of them in talks is the shape; every number is a model.
/// Source: foundation §6.1, "HyperPlane", of the specification.
/// </summary>
public sealed record FlowStateOptions
{
    /// <summary>How many nodes a zone has.</summary>
    public int NodesOfZone { get; init; } = 16;

    /// <summary>How many of them one resource uses; at least two, so that each flow is kept twice.</summary>
    public int ShardSize { get; init; } = 4;

    /// <summary>How many nodes two resources share at most, as long as there is room for that.</summary>
    public int MaximumOverlap { get; init; } = 2;

    /// <summary>How long it takes until a flow whose node was lost is kept twice again.</summary>
    public TimeSpan ReplicationDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many packets a node takes in a second; what is above it is dropped at once. No bound when left out.</summary>
    public long? PacketsPerSecond { get; init; }

    /// <summary>How long it takes to ask the owner of a flow.</summary>
    public TimeSpan LookupTime { get; init; } = TimeSpan.FromMicroseconds(5);

    /// <summary>How long it takes on average until both nodes have a new flow; lognormal.</summary>
    public TimeSpan CommitTime { get; init; } = TimeSpan.FromMicroseconds(30);

    /// <summary>Where placements and times come from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Nodes that are lost, in any order.</summary>
    public EquatableArray<NodeLoss> Losses { get; init; } = [];
}

/// <summary>A node that is lost, with all that it kept.</summary>
/// <param name="ZoneId">Its zone, such as <c>use1-az1</c>.</param>
/// <param name="Node">Which of the zone, from 0.</param>
/// <param name="At">When, in virtual time.</param>
/// <param name="Until">When it comes back, empty; never when left out.</param>
public sealed record NodeLoss(string ZoneId, int Node, TimeSpan At, TimeSpan? Until = null);
