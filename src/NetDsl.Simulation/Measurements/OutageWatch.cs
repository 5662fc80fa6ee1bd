using NetDsl.Compiler.Graph;

namespace NetDsl.Simulation.Measurements;

/// <summary>Finds the longest outage of each pair of ends, in each direction.</summary>
internal sealed class OutageWatch
{
    private readonly Dictionary<Conversation, Standing> standings = [];

    /// <summary>A packet has come through.</summary>
    public void Delivered(in Conversation conversation, TimeSpan time)
    {
        if (standings.TryGetValue(conversation, out var standing) && standing is { HasWorked: true, LostSince: null })
        {
            return;
        }

        standings[conversation] = standing.Ended(time, isOver: true) with { HasWorked = true };
    }

    /// <summary>A packet was lost.</summary>
    public void Lost(in Conversation conversation, TimeSpan time)
    {
        var standing = standings.GetValueOrDefault(conversation);
        if (standing.LostSince is null)
        {
            standings[conversation] = standing with { LostSince = time };
        }
    }

    /// <summary>The longest of each, at the end of a run.</summary>
    public IEnumerable<PairOutage> Outages(ElementPaths paths, TimeSpan end) =>
        from entry in standings
        let standing = entry.Value.HasWorked ? entry.Value.Ended(end, isOver: false) : entry.Value
        where standing.Longest is not null
        let longest = standing.Longest!.Value
        let pair = entry.Key
        select new PairOutage(
            paths.OfHolder(pair.Sender), paths.OfHolder(pair.Receiver), RuleText.Traffic(new Packet(default, default, pair.Protocol, 0, pair.Port)), pair.IsReply, longest.Start, longest.End, longest.IsOver);

    private readonly record struct Standing(bool HasWorked, TimeSpan? LostSince, (TimeSpan Start, TimeSpan End, bool IsOver)? Longest)
    {
        /// <summary>The same when nothing is lost any more.</summary>
        public Standing Ended(TimeSpan time, bool isOver) =>
            LostSince is not { } start ? this
            : Longest is { } longest && longest.End - longest.Start >= time - start ? this with { LostSince = null }
            : this with { LostSince = null, Longest = (start, time, isOver) };
    }
}

/// <summary>What two ends have with each other in one direction.</summary>
/// <param name="Sender">Who sends: a holder, or the internet.</param>
/// <param name="Receiver">Who is meant: a holder, or the internet.</param>
/// <param name="IsReply">Whether the sender answers the other's flows; else it opens them.</param>
/// <param name="Protocol">The protocol of what opens their flows.</param>
/// <param name="Port">The port that they are opened to, or the message of ICMP that opens them.</param>
internal readonly record struct Conversation(int Sender, int Receiver, bool IsReply, Protocol Protocol, ushort Port)
{
    public static Conversation Of(int client, int target, in Packet opening, bool fromClient) => new(
        fromClient ? client : target,
        fromClient ? target : client,
        !fromClient,
        opening.Protocol,
        opening.DestinationPort);

    /// <inheritdoc/>
    /// <remarks>One is looked up for every packet.</remarks>
    public override int GetHashCode() => unchecked((((Sender * 0x2C1B3C6D) + Receiver) * 0x297A2D39) + (Port << 8) + (Protocol.Number << 1) + (IsReply ? 1 : 0));
}
