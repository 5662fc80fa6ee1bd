using NetDsl.Model;

namespace NetDsl.Runtime.Mapping;

/// <summary>
/// How the service that says on which host an address is tells all hosts of it. Source: foundation §2.6, "Mapping Service", of the specification; every number is a model.
/// </summary>
public sealed record MappingOptions
{
    /// <summary>How long it takes on average until a host knows of a change; exponential, for each host and change its own.</summary>
    public TimeSpan PropagationDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long the host that an interface has left sends on what still comes for it, once.</summary>
    public TimeSpan RedirectWindow { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>What a look-up at the own host costs.</summary>
    public TimeSpan HitTime { get; init; } = TimeSpan.FromMicroseconds(0.5);

    /// <summary>What it costs to ask the service, where hosts do not know everything.</summary>
    public TimeSpan QueryTime { get; init; } = TimeSpan.FromMicroseconds(50);

    /// <summary>Whether hosts know all mappings from the start; else they ask for one when they need it first, as the seed notes have it.</summary>
    public bool IsPreloaded { get; init; } = true;

    /// <summary>How long a host remembers that nobody has an address.</summary>
    public TimeSpan NegativeTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an interface remembers what its host has answered by ARP or neighbour discovery; of captures only.</summary>
    public TimeSpan NeighbourTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Where delays come from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Interfaces that move to another host, in any order.</summary>
    public EquatableArray<InterfaceMove> Moves { get; init; } = [];
}

/// <summary>An interface that moves to another host.</summary>
/// <param name="Interface">The path of the interface.</param>
/// <param name="At">When, in virtual time.</param>
public sealed record InterfaceMove(string Interface, TimeSpan At);
