using NetDsl.Addressing;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>Compares who reaches whom in two versions of a network, whose sets are of one space.</summary>
internal sealed class FlowComparison
{
    private readonly ComparedNetwork before;
    private readonly ComparedNetwork after;
    private readonly PacketSpace space;

    // Whoever is reached through something that translates is written to by its address.
    private readonly bool isTranslationRenumbered;

    public FlowComparison(ComparedNetwork before, ComparedNetwork after, PacketSpace space)
    {
        this.before = before;
        this.after = after;
        this.space = space;
        isTranslationRenumbered = before.Translators.Any(IsRenumbered);
    }

    /// <summary>All changes: the pairs of the new version in their order, then those that are gone.</summary>
    public IEnumerable<FlowChange> Changes() => after.Pairs.Keys.Concat(before.Pairs.Keys).Distinct().SelectMany(Changes);

    private IEnumerable<FlowChange> Changes((string From, string To) pair)
    {
        var old = before.Pairs.TryGetValue(pair, out var had) ? had : PacketSet.Empty;
        var now = after.Pairs.TryGetValue(pair, out var has) ? has : PacketSet.Empty;
        if (Change(pair, now, old, isOpened: true) is { } opened)
        {
            yield return opened;
        }

        if (Change(pair, old, now, isOpened: false) is { } closed)
        {
            yield return closed;
        }
    }

    /// <summary>What the one version lets through that the other does not; nothing when there is nothing.</summary>
    private FlowChange? Change((string From, string To) pair, PacketSet open, PacketSet other, bool isOpened)
    {
        var changed = space.Intersect(open, space.Except(Compared(pair, open), Compared(pair, other)));
        if (changed.IsEmpty)
        {
            return null;
        }

        var sample = space.SampleLikePeople(changed)!.Value;
        var (opener, closer) = isOpened ? (after, before) : (before, after);
        var fates = (Open: opener.FateOf(pair.From, pair.To, sample), Closed: closer.FateOf(pair.From, pair.To, Moved(pair, sample, opener, closer)));
        return new FlowChange(
            pair.From,
            pair.To,
            isOpened,
            space.TrafficOf(changed).ToEquatableArray(),
            sample,
            isOpened ? fates.Closed : fates.Open,
            isOpened ? fates.Open : fates.Closed);
    }

    /// <summary>A set with every address in place of one that an element has in one version only.</summary>
    private PacketSet Compared((string From, string To) pair, PacketSet set)
    {
        if (IsRenumbered(pair.From))
        {
            set = space.WithoutSource(set);
        }

        return IsRenumbered(pair.To) || (isTranslationRenumbered && pair.To != ReachabilityMatrix.Internet)
            ? space.WithoutDestination(set)
            : set;
    }

    private bool IsRenumbered(string end) => before.Has(end) && after.Has(end) && !before.AddressesOf(end).SequenceEqual(after.AddressesOf(end));

    /// <summary>The same packet with the addresses that its ends have in the other version.</summary>
    private static Packet Moved((string From, string To) pair, Packet sample, ComparedNetwork from, ComparedNetwork to) => new(
        Moved(sample.Source, from.AddressesOf(pair.From), to.AddressesOf(pair.From)),
        Moved(sample.Destination, from.AddressesOf(pair.To), to.AddressesOf(pair.To)),
        sample.Protocol,
        sample.SourcePort,
        sample.DestinationPort);

    private static IpAddress Moved(IpAddress address, List<IpAddress> from, List<IpAddress> to) =>
        from.IndexOf(address) is >= 0 and var place && place < to.Count ? to[place] : address;
}
