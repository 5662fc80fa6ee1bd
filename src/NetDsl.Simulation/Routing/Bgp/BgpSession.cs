using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Simulation.Routing.Bgp;

/// <summary>Where a session stands. Source: RFC 4271, section 8.</summary>
public enum BgpState
{
    /// <summary>Nobody has asked for it.</summary>
    Idle,

    /// <summary>A connection is being made.</summary>
    Connect,

    /// <summary>The own OPEN is sent.</summary>
    OpenSent,

    /// <summary>The other end's OPEN has come, and its keepalive has not.</summary>
    OpenConfirm,

    /// <summary>Routes may be told.</summary>
    Established,
}

/// <summary>How one end of a session is set.</summary>
/// <param name="Asn">Its autonomous system.</param>
/// <param name="RouterId">Its identifier.</param>
/// <param name="PeerAsn">The autonomous system that the other end must be of.</param>
public sealed record BgpSessionOptions(uint Asn, Ipv4Address RouterId, uint PeerAsn)
{
    /// <summary>After how long a silence it gives up; 30 s on VPN and Connect, 90 s on Direct Connect; the lower of both ends holds.</summary>
    public TimeSpan HoldTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The families that it speaks of.</summary>
    public EquatableArray<BgpFamily> Families { get; init; } = [BgpFamily.Ipv4];
}

/// <summary>What a session does in answer to something.</summary>
/// <param name="Sent">What it sends, in order.</param>
/// <param name="Ended">Whether the connection is to be closed.</param>
/// <param name="Reason">Why, in words; empty unless it ended.</param>
public readonly record struct BgpReaction(EquatableArray<BgpMessage> Sent, bool Ended, string Reason)
{
    /// <summary>Nothing.</summary>
    public static BgpReaction None { get; } = new([], false, "");
}

/// <summary>
/// One end of a session: its states and timers, and the routes that it has been told. It sends nothing and waits for nothing itself: whoever has a connection, or plays one in
/// virtual time, tells it what comes and what time it is.
/// </summary>
/// <param name="options">How it is set.</param>
public sealed class BgpSession(BgpSessionOptions options)
{
    // RFC 4271: until the other end has said what it wants, four minutes.
    private static readonly TimeSpan OpeningHold = TimeSpan.FromMinutes(4);

    private readonly SortedDictionary<IpPrefix, BgpAttributes> learned = [];
    private TimeSpan heard;
    private TimeSpan sent;

    /// <summary>Where it stands.</summary>
    public BgpState State { get; private set; }

    /// <summary>After how long a silence it gives up, as both ends have agreed; zero for never.</summary>
    public TimeSpan HoldTime { get; private set; } = OpeningHold;

    /// <summary>How often it says that it is there: a third of the hold time.</summary>
    public TimeSpan KeepaliveTime => HoldTime / 3;

    /// <summary>The routes that the other end has told and not withdrawn.</summary>
    public IReadOnlyDictionary<IpPrefix, BgpAttributes> Learned => learned;

    /// <summary>When it wants to be asked again although nothing comes; never when it waits for nobody.</summary>
    public TimeSpan? NextTimer => State < BgpState.OpenSent || HoldTime == TimeSpan.Zero ? null
        : State == BgpState.OpenSent ? heard + HoldTime
        : Min(heard + HoldTime, sent + KeepaliveTime);

    /// <summary>The connection is there.</summary>
    /// <param name="now">The time.</param>
    public BgpReaction Connected(TimeSpan now)
    {
        (State, HoldTime, heard, sent) = (BgpState.OpenSent, OpeningHold, now, now);
        return Send(now, new BgpOpen(options.Asn, (ushort)options.HoldTime.TotalSeconds, options.RouterId, options.Families));
    }

    /// <summary>A message has come.</summary>
    /// <param name="message">The message.</param>
    /// <param name="now">The time.</param>
    public BgpReaction Receive(BgpMessage message, TimeSpan now)
    {
        heard = now;
        switch (State, message)
        {
            case (_, BgpNotification notification):
                return End($"the other end says {notification.Code}/{notification.Subcode}");
            case (BgpState.OpenSent, BgpOpen open):
                return Agree(open, now);
            case (BgpState.OpenConfirm, BgpKeepalive):
                State = BgpState.Established;
                return BgpReaction.None;
            case (BgpState.Established, BgpKeepalive):
                return BgpReaction.None;
            case (BgpState.Established, BgpUpdate update):
                Learn(update);
                return BgpReaction.None;
            default:
                return End(BgpNotification.Unexpected, $"{message.GetType().Name} came in state {State}");
        }
    }

    /// <summary>Time has passed.</summary>
    /// <param name="now">The time.</param>
    public BgpReaction Tick(TimeSpan now)
    {
        if (State < BgpState.OpenSent || HoldTime == TimeSpan.Zero)
        {
            return BgpReaction.None;
        }

        if (now >= heard + HoldTime)
        {
            return End(BgpNotification.HoldTimerExpired, "the hold timer ran out");
        }

        return State != BgpState.OpenSent && now >= sent + KeepaliveTime ? Send(now, new BgpKeepalive()) : BgpReaction.None;
    }

    /// <summary>Tells of a route, or that one is gone.</summary>
    /// <param name="update">What.</param>
    /// <param name="now">The time.</param>
    public BgpReaction Tell(BgpUpdate update, TimeSpan now) => State == BgpState.Established
        ? Send(now, update)
        : throw new InvalidOperationException($"A session in state {State} tells no routes.");

    /// <summary>The connection is gone, or the way to the other end is known to be.</summary>
    public BgpReaction Lost() => End("the connection is gone");

    private BgpReaction Agree(BgpOpen open, TimeSpan now)
    {
        if (open.Asn != options.PeerAsn)
        {
            return End(BgpNotification.BadPeer, $"the other end is of {open.Asn}, not of {options.PeerAsn}");
        }

        if (open.HoldTime is 1 or 2)
        {
            return End(BgpNotification.UnacceptableHoldTime, $"the other end wants a hold time of {open.HoldTime} s");
        }

        HoldTime = Min(options.HoldTime, TimeSpan.FromSeconds(open.HoldTime));
        State = BgpState.OpenConfirm;
        return Send(now, new BgpKeepalive());
    }

    private void Learn(BgpUpdate update)
    {
        foreach (var prefix in update.Withdrawn)
        {
            learned.Remove(prefix);
        }

        foreach (var prefix in update.Announced)
        {
            // What is told anew takes the place of what was told; what has come through the own system goes in a circle, and is not taken.
            learned.Remove(prefix);
            if (update.Attributes is { } attributes && !attributes.Path.Contains(options.Asn))
            {
                learned.Add(prefix, attributes);
            }
        }
    }

    private BgpReaction Send(TimeSpan now, BgpMessage message)
    {
        sent = now;
        return new BgpReaction([message], false, "");
    }

    private BgpReaction End(BgpNotification notification, string reason) => End(reason) with { Sent = [notification] };

    private BgpReaction End(string reason)
    {
        State = BgpState.Idle;
        learned.Clear();
        return new BgpReaction([], true, reason);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
