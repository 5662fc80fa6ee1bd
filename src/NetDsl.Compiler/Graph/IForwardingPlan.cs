using NetDsl.Addressing;

namespace NetDsl.Compiler.Graph;

/// <summary>
/// What a network does to packets, for whoever asks part of it: a lowering that walks a path when it is asked for.
/// Indexes mean the same as in a <see cref="ForwardingGraph"/>.
/// </summary>
internal interface IForwardingPlan
{
    /// <summary>Everything that has a private address.</summary>
    IReadOnlyList<AddressHolder> Holders { get; }

    /// <summary>What the nodes of load balancers do.</summary>
    IReadOnlyList<Distribution> Distributions { get; }

    /// <summary>Where the interfaces of endpoints lead.</summary>
    IReadOnlyList<EndpointLink> Endpoints { get; }

    /// <summary>What accelerators do.</summary>
    IReadOnlyList<Acceleration> Accelerations { get; }

    /// <summary>The edge locations where clients meet accelerators.</summary>
    IReadOnlyList<EdgeLocation> Edges { get; }

    /// <summary>The index of the source class of the internet.</summary>
    int InternetSource { get; }

    /// <summary>Whether anything of the network speaks IPv6.</summary>
    bool KnowsIpv6 { get; }

    /// <summary>A path program.</summary>
    PathProgram Program(int index);

    /// <summary>A filter.</summary>
    PacketFilter Filter(int index);

    /// <summary>What is behind a Gateway Load Balancer endpoint.</summary>
    Inspection Inspection(int index);

    /// <summary>Something that a hop can name.</summary>
    GraphNode Node(int index);

    /// <summary>The program of packets from a source class to a destination; -1 for IPv6 in a network in which nothing speaks it.</summary>
    int ProgramFor(int source, IpAddress destination);

    /// <summary>All ranges of destinations of a source class, both ends included, with their programs.</summary>
    IEnumerable<(IpAddress First, IpAddress Last, int Program)> RangesOf(int source);
}
