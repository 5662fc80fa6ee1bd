using NetDsl.Addressing;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Runtime.Mapping;

/// <summary>
/// Says on which host the address of a VPC is. Changes reach each host after a delay of their own; until then it sends to the old host, which sends on what comes for a
/// moved interface for a while. What comes later is dropped, and told: nothing is lost in silence.
/// </summary>
/// <param name="options">The delays.</param>
public sealed class MappingService(MappingOptions options)
{
    private readonly Dictionary<MappingKey, List<Publication>> published = [];

    // What a host has asked for, and when, where it does not know everything.
    private readonly Dictionary<(int Host, MappingKey Key), (TimeSpan At, Mapping? Heard)> asked = [];

    /// <summary>What has been looked up and sent so far.</summary>
    public MappingUse Use { get; private set; } = new();

    /// <summary>Says that an address is on a host from now on.</summary>
    /// <param name="key">The address, in its VPC.</param>
    /// <param name="holder">The interface that has it.</param>
    /// <param name="host">The host.</param>
    /// <param name="time">Virtual time; not before the last change of the address.</param>
    public void Publish(MappingKey key, int holder, int host, TimeSpan time)
    {
        if (!published.TryGetValue(key, out var versions))
        {
            published.Add(key, versions = []);
        }

        versions.Add(new Publication(new Mapping(holder, host, (uint)versions.Count + 1), time));
    }

    /// <summary>Says that an address has moved to another host, and finds out when the last host will know.</summary>
    /// <param name="key">The address, in its VPC.</param>
    /// <param name="holder">The interface that has it.</param>
    /// <param name="host">The host from then on.</param>
    /// <param name="time">Virtual time; not before the last change of the address.</param>
    /// <param name="hosts">How many hosts there are.</param>
    internal void Move(MappingKey key, int holder, int host, TimeSpan time, int hosts)
    {
        Publish(key, holder, host, time);
        var version = (uint)published[key].Count;
        for (var other = 0; options.IsPreloaded && other < hosts; other++)
        {
            Use = Use with { LongestPropagation = Max(Use.LongestPropagation, Delay(other, key, version)) };
        }
    }

    /// <summary>Counts an interface that moves.</summary>
    internal void CountMove() => Use = Use with { Moves = Use.Moves + 1 };

    /// <summary>What a host believes.</summary>
    /// <param name="host">The host that asks.</param>
    /// <param name="key">The address, in its VPC.</param>
    /// <param name="time">Virtual time.</param>
    /// <returns>The mapping that it knows; nothing when it knows of none.</returns>
    public Mapping? Lookup(int host, MappingKey key, TimeSpan time)
    {
        var known = Known(host, key, time);
        var hasAsked = asked.TryGetValue((host, key), out var answer);
        if (options.IsPreloaded || (hasAsked && (known is not null || time < answer.At + options.NegativeTime)))
        {
            Use = Use with { Hits = Use.Hits + 1, Waited = Use.Waited + options.HitTime };

            // What it has heard itself may be ahead of what was sent to all.
            return answer.Heard?.Version > (known?.Version ?? 0) ? answer.Heard : known;
        }

        // Whoever asks hears what holds now.
        var current = Current(key, time);
        asked[(host, key)] = (time, current);
        Use = Use with { Queries = Use.Queries + 1, Waited = Use.Waited + options.QueryTime };
        return current;
    }

    /// <summary>Sends a packet to where its host believes that the address is.</summary>
    /// <param name="host">The host that sends.</param>
    /// <param name="key">The address, in its VPC.</param>
    /// <param name="time">Virtual time.</param>
    public MappingDelivery Send(int host, MappingKey key, TimeSpan time)
    {
        var believed = Lookup(host, key, time);
        var current = Current(key, time);
        if (believed is null || current is null)
        {
            Use = Use with { Missed = Use.Missed + 1 };
            return new MappingDelivery(MappingOutcome.Missed, -1, 0);
        }

        if (believed.Host == current.Host)
        {
            return new MappingDelivery(MappingOutcome.Delivered, current.Holder, current.Version);
        }

        // The host that it has left last sends on, once: what is two moves behind is lost.
        var versions = published[key];
        var movedAt = versions[(int)current.Version - 1].At;
        Use = Use with { LongestStale = Max(Use.LongestStale, time - versions[(int)believed.Version].At) };
        if (believed.Version == current.Version - 1 && time < movedAt + options.RedirectWindow)
        {
            Use = Use with { Redirected = Use.Redirected + 1 };
            return new MappingDelivery(MappingOutcome.Redirected, current.Holder, current.Version);
        }

        Use = Use with { Missed = Use.Missed + 1 };
        return new MappingDelivery(MappingOutcome.Missed, -1, 0);
    }

    /// <summary>Whether what a packet says of its sender agrees with the mapping at its version or the one before; what does not raises an alarm.</summary>
    /// <param name="source">The source address, in the VPC that the packet names.</param>
    /// <param name="holder">The interface that the packet names as its sender.</param>
    /// <param name="host">The host that it came from.</param>
    /// <param name="version">The version that it names.</param>
    public bool IsGenuine(MappingKey source, int holder, int host, uint version)
    {
        var isGenuine = published.TryGetValue(source, out var versions)
            && versions.Any(each => each.Mapping is var mapping && (mapping.Version == version || mapping.Version + 1 == version) && mapping.Holder == holder && mapping.Host == host);
        Use = isGenuine ? Use : Use with { Alarms = Use.Alarms + 1 };
        return isGenuine;
    }

    /// <summary>What holds, whether hosts know it or not.</summary>
    /// <param name="key">The address, in its VPC.</param>
    /// <param name="time">Virtual time.</param>
    public Mapping? Current(MappingKey key, TimeSpan time) => published.TryGetValue(key, out var versions) ? versions.FindLast(version => version.At <= time)?.Mapping : null;

    /// <summary>The highest version that has reached a host: one that is overtaken changes nothing any more.</summary>
    private Mapping? Known(int host, MappingKey key, TimeSpan time)
    {
        if (!published.TryGetValue(key, out var versions))
        {
            return null;
        }

        for (var index = versions.Count - 1; index >= 0; index--)
        {
            // Everybody knows the first version, which was there before the network began.
            if (versions[index].At <= time && (index == 0 || versions[index].At + Delay(host, key, versions[index].Mapping.Version) <= time))
            {
                return versions[index].Mapping;
            }
        }

        return null;
    }

    private TimeSpan Delay(int host, MappingKey key, uint version)
    {
        var random = RandomStream.Of(options.Seed, unchecked((((ulong)(uint)host << 32) | version) ^ (ulong)(uint)key.Vpc ^ key.Address.High ^ (key.Address.Low * 0x9E3779B97F4A7C15)));
        return options.PropagationDelay * -Math.Log(random.Share());
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private sealed record Publication(Mapping Mapping, TimeSpan At);
}

/// <summary>An address, which is one in its VPC only.</summary>
/// <param name="Vpc">The node of the VPC.</param>
/// <param name="Address">The address.</param>
public readonly record struct MappingKey(int Vpc, IpAddress Address);

/// <summary>Where an address is.</summary>
/// <param name="Holder">The interface that has it.</param>
/// <param name="Host">The host that the interface is on.</param>
/// <param name="Version">Which statement about the address this is, from 1.</param>
public sealed record Mapping(int Holder, int Host, uint Version);

/// <summary>What became of a packet between two hosts.</summary>
/// <param name="Outcome">What.</param>
/// <param name="Holder">The interface that got it; -1 for none.</param>
/// <param name="Version">The version by which it was found; 0 for none.</param>
public readonly record struct MappingDelivery(MappingOutcome Outcome, int Holder, uint Version);

/// <summary>What became of a packet between two hosts.</summary>
public enum MappingOutcome
{
    /// <summary>It came to the host at once.</summary>
    Delivered,

    /// <summary>It came to the old host, which sent it on.</summary>
    Redirected,

    /// <summary>It came to a host that knows nothing of its receiver, or no host was known.</summary>
    Missed,
}

/// <summary>How the mapping service was used.</summary>
public sealed record MappingUse
{
    /// <summary>How often an interface has moved in the plan of the run: every mapping of each of its addresses becomes invalid then.</summary>
    public int Moves { get; init; }

    /// <summary>The longest time after a move until the last host knew of it.</summary>
    public TimeSpan LongestPropagation { get; init; }

    /// <summary>Look-ups that the own host could answer.</summary>
    public long Hits { get; init; }

    /// <summary>Look-ups for which the service was asked.</summary>
    public long Queries { get; init; }

    /// <summary>Packets that the old host sent on.</summary>
    public long Redirected { get; init; }

    /// <summary>Packets that were dropped.</summary>
    public long Missed { get; init; }

    /// <summary>Packets whose sender was not who they said.</summary>
    public long Alarms { get; init; }

    /// <summary>The longest time after a change at which somebody still sent by the old mapping.</summary>
    public TimeSpan LongestStale { get; init; }

    /// <summary>How long packets waited for look-ups, all together.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>The share of look-ups that the own host could answer.</summary>
    public double HitRatio => Hits + Queries == 0 ? 1 : (double)Hits / (Hits + Queries);

    /// <summary>Adds what happened in another part of the same run, which had the same moves.</summary>
    /// <param name="other">The other part.</param>
    public MappingUse Merge(MappingUse other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new MappingUse
        {
            Moves = Math.Max(Moves, other.Moves),
            LongestPropagation = Longer(LongestPropagation, other.LongestPropagation),
            Hits = Hits + other.Hits,
            Queries = Queries + other.Queries,
            Redirected = Redirected + other.Redirected,
            Missed = Missed + other.Missed,
            Alarms = Alarms + other.Alarms,
            LongestStale = Longer(LongestStale, other.LongestStale),
            Waited = Waited + other.Waited,
        };

        static TimeSpan Longer(TimeSpan one, TimeSpan another) => one > another ? one : another;
    }
}
