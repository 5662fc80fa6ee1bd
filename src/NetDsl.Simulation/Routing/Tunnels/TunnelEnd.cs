using NetDsl.Runtime.Randomness;

namespace NetDsl.Simulation.Routing.Tunnels;

/// <summary>
/// One end of an IPsec tunnel: its states, security associations and timers. It sends nothing and waits for nothing itself: whoever plays a line in virtual time tells it what
/// comes and what time it is. Source: interconnect §5 of the specification; RFC 7296 for the exchanges, of which it keeps what can be noticed from outside.
/// </summary>
public sealed class TunnelEnd
{
    private const int MostTries = 5;

    private readonly TunnelOptions options;
    private readonly List<TunnelMessage> sent = [];
    private readonly List<string> notes = [];
    private RandomStream random;
    private Association? ike;
    private Association? child;
    private bool initiates;
    private bool isRouted;
    private bool hasTold;
    private int tries;
    private TimeSpan retryAt;
    private TimeSpan heard;
    private TimeSpan? probed;
    private TimeSpan? absentUntil;

    /// <summary>An end of a tunnel that is down.</summary>
    /// <param name="options">How it is set.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public TunnelEnd(TunnelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options.Problem is { } problem ? throw new ArgumentException(problem, nameof(options)) : options;
        random = RandomStream.From(options.Seed);
        initiates = options.Startup == StartupAction.Start;
    }

    /// <summary>Where it stands.</summary>
    public TunnelState State => child is not null ? isRouted ? TunnelState.Established : TunnelState.IpsecUp
        : ike is not null ? TunnelState.Phase2
        : tries > 0 ? TunnelState.Phase1
        : TunnelState.Down;

    /// <summary>When it wants to be asked again although nothing comes; nothing when it waits for the other end.</summary>
    public TimeSpan? NextTimer => absentUntil is { } back ? back
        : child is { } carrying ? Min(Min(Min(carrying.EndsAt, ike!.Value.EndsAt), Min(carrying.RenewAt, ike.Value.RenewAt)), probed is { } asked ? asked + options.DeadPeerTimeout : heard + options.DeadPeerIdle)
        : ike is not null || initiates ? retryAt
        : null;

    /// <summary>Whether a packet of a host passes: only by a child security association that is not over.</summary>
    /// <param name="now">The time.</param>
    public bool Carries(TimeSpan now) => absentUntil is null && now < child?.EndsAt && now < ike?.EndsAt;

    /// <summary>Time begins.</summary>
    /// <param name="now">The time.</param>
    public TunnelReaction Begin(TimeSpan now)
    {
        retryAt = heard = now;
        return Tick(now);
    }

    /// <summary>A message has come.</summary>
    /// <param name="message">The message.</param>
    /// <param name="now">The time.</param>
    public TunnelReaction Receive(TunnelMessage message, TimeSpan now)
    {
        if (absentUntil is not null)
        {
            return TunnelReaction.None;
        }

        (heard, probed) = (now, null);
        switch (message)
        {
            case TunnelMessage.IkeRequest:
                // The other end begins anew: what it had before is gone.
                (ike, child, isRouted) = (Fresh(options.Phase1Lifetime, now), null, false);
                retryAt = now + (options.Retry * MostTries);
                tries = 0;
                sent.Add(TunnelMessage.IkeResponse);
                Tell(TunnelState.Phase2);
                break;
            case TunnelMessage.IkeResponse when State == TunnelState.Phase1 || (State == TunnelState.Phase2 && initiates):
                // In phase 2 when both ends began at once.
                ike = Fresh(options.Phase1Lifetime, now);
                (tries, retryAt) = (1, now + options.Retry);
                sent.Add(TunnelMessage.ChildRequest);
                Tell(TunnelState.Phase2);
                break;
            case TunnelMessage.ChildRequest when ike is not null:
                sent.Add(TunnelMessage.ChildResponse);
                TakeChild(now);
                break;
            case TunnelMessage.ChildResponse when child is not null || (ike is not null && tries > 0):
                TakeChild(now);
                break;
            case TunnelMessage.IkeRekeyRequest when ike is not null:
                ike = Fresh(options.Phase1Lifetime, now);
                sent.Add(TunnelMessage.IkeRekeyResponse);
                break;
            case TunnelMessage.IkeRekeyResponse when ike is not null:
                ike = Fresh(options.Phase1Lifetime, now);
                notes.Add("its IKE security association is renewed");
                break;
            case TunnelMessage.Probe when child is not null:
                sent.Add(TunnelMessage.ProbeResponse);
                break;
            case TunnelMessage.Probe or TunnelMessage.ChildRequest or TunnelMessage.IkeRekeyRequest:
                sent.Add(TunnelMessage.Delete);
                break;
            case TunnelMessage.Delete when ike is not null:
                Drop("the other end has none any more");
                Again(now);
                break;
        }

        return Reaction();
    }

    /// <summary>Time has passed.</summary>
    /// <param name="now">The time.</param>
    public TunnelReaction Tick(TimeSpan now)
    {
        if (now >= absentUntil)
        {
            absentUntil = null;
            (initiates, retryAt) = (options.Startup == StartupAction.Start, now);
            notes.Add("its endpoint is there again");
        }

        if (absentUntil is null)
        {
            if (child is not null)
            {
                Keep(now);
            }
            else if ((ike is not null || initiates) && now >= retryAt)
            {
                Again(now);
            }
        }

        return Reaction();
    }

    /// <summary>Its endpoint is replaced, as in maintenance: what it had is gone, and it hears nothing until the new one is there.</summary>
    /// <param name="now">The time.</param>
    /// <param name="until">Until when.</param>
    public TunnelReaction Replace(TimeSpan now, TimeSpan until)
    {
        Drop("its endpoint is replaced");

        // Of two replacements at once, the longer one counts.
        absentUntil = absentUntil is { } before && before > until ? before : until > now ? until : now;
        return Reaction();
    }

    /// <summary>A BGP session inside is established, or is no more.</summary>
    /// <param name="isEstablished">Which.</param>
    public TunnelReaction Route(bool isEstablished)
    {
        isRouted = isEstablished && child is not null;
        if (isRouted)
        {
            notes.Add(StateText(TunnelState.Established));
        }

        return Reaction();
    }

    /// <summary>What is said of a state: its name in the specification.</summary>
    /// <param name="state">The state.</param>
    public static string Name(TunnelState state) => state switch
    {
        TunnelState.Phase1 => "phase1",
        TunnelState.Phase2 => "phase2",
        TunnelState.IpsecUp => "ipsec-up",
        TunnelState.Established => "established",
        _ => "down",
    };

    /// <summary>A living tunnel: ends of associations, dead-peer detection, renewal.</summary>
    private void Keep(TimeSpan now)
    {
        if (!Carries(now))
        {
            Drop("a security association is over");
            sent.Add(TunnelMessage.Delete);
            (tries, retryAt) = (0, now);
            if (initiates)
            {
                Again(now);
            }

            return;
        }

        if (probed is { } asked && now >= asked + options.DeadPeerTimeout)
        {
            notes.Add("the other end of its tunnel is dead");
            if (options.DeadPeerAction == DeadPeerAction.None)
            {
                (heard, probed) = (now, null);
            }
            else
            {
                Drop(options.DeadPeerAction == DeadPeerAction.Clear ? "dead-peer detection clears it" : "dead-peer detection restarts it");
                initiates = options.DeadPeerAction == DeadPeerAction.Restart;
                if (initiates)
                {
                    Again(now);
                }

                return;
            }
        }
        else if (probed is null && now >= heard + options.DeadPeerIdle)
        {
            probed = now;
            sent.Add(TunnelMessage.Probe);
            notes.Add("asks whether the other end is there");
        }

        if (now >= child!.Value.RenewAt)
        {
            child = child.Value with { RenewAt = now + options.Retry };
            sent.Add(TunnelMessage.ChildRequest);
        }

        if (now >= ike!.Value.RenewAt)
        {
            ike = ike.Value with { RenewAt = now + options.Retry };
            sent.Add(TunnelMessage.IkeRekeyRequest);
        }
    }

    /// <summary>Says once more what was not answered, gives up after a while, and begins anew if it is its turn.</summary>
    private void Again(TimeSpan now)
    {
        retryAt = now + options.Retry;
        if (ike is not null && (tries >= MostTries || tries == 0 || !initiates))
        {
            // Whoever only answers has waited long enough.
            notes.Add($"{StateText(TunnelState.Down)}: the other end does not go on");
            (ike, tries) = (null, 0);
            return;
        }

        if (!initiates)
        {
            return;
        }

        tries++;
        sent.Add(ike is null ? TunnelMessage.IkeRequest : TunnelMessage.ChildRequest);
        if (ike is null && !hasTold)
        {
            hasTold = true;
            Tell(TunnelState.Phase1);
        }
    }

    private void TakeChild(TimeSpan now)
    {
        var isFirst = child is null;
        child = Fresh(options.Phase2Lifetime, now);
        (tries, hasTold) = (0, false);
        if (isFirst)
        {
            Tell(TunnelState.IpsecUp);
        }
        else
        {
            notes.Add("its child security association is renewed");
        }
    }

    private void Drop(string why)
    {
        if (State != TunnelState.Down)
        {
            notes.Add($"{StateText(TunnelState.Down)}: {why}");
        }

        (ike, child, isRouted, probed, tries, hasTold) = (null, null, false, null, 0, false);
    }

    private Association Fresh(TimeSpan lifetime, TimeSpan now)
    {
        // Never so early that one renewal would follow another at once.
        var renewal = lifetime - (options.RekeyMargin * (1 + (options.RekeyFuzz * random.Share())));
        return new Association(options.Rekeys ? now + (renewal > options.Retry ? renewal : options.Retry) : TimeSpan.MaxValue, now + lifetime);
    }

    private void Tell(TunnelState state) => notes.Add(StateText(state));

    private static string StateText(TunnelState state) => $"its tunnel is {Name(state)}";

    private TunnelReaction Reaction()
    {
        var reaction = sent.Count == 0 && notes.Count == 0 ? TunnelReaction.None : new TunnelReaction([.. sent], [.. notes]);
        sent.Clear();
        notes.Clear();
        return reaction;
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>A security association: when it is renewed, and when it is over.</summary>
    private readonly record struct Association(TimeSpan RenewAt, TimeSpan EndsAt);
}
