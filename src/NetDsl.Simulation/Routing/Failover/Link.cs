using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Simulation.Routing.Bgp;
using NetDsl.Simulation.Routing.Tunnels;

namespace NetDsl.Simulation.Routing.Failover;

/// <summary>
/// Both ends of a link in virtual time, for as long as anybody looks: an IPsec tunnel with dead-peer detection where there is one, a BGP session with all its messages and
/// timers, BFD. A fault is silent; each end notices by itself, and between the two the way is open in one direction (interconnect §7.5). When the link works again, tunnel and
/// session come back by themselves.
/// </summary>
internal sealed class Link
{
    public const int Vendor = 0;
    public const int Device = 1;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(1);

    // A model: interconnect §7.4.
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(5);

    private readonly VirtualTime time;
    private readonly LinkProtection protection;
    private readonly LinkTalk talk;
    private readonly BgpSession[]? sessions;
    private readonly TunnelEnd[]? tunnels;
    private readonly Alarm[] sessionAlarms;
    private readonly Alarm[] tunnelAlarms;
    private readonly bool[] isUsable = new bool[2];

    // Whether an end will learn something: what has come through its own system it does not take.
    private readonly bool[] learns = new bool[2];

    private readonly Retransmission[] unheard;

    // What was sent in a session that is over comes to nobody; what a fault swallows is sent again, in the order of its numbers.
    private int session;
    private long sent;

    private int faults;
    private bool isWaitingToConnect;

    /// <summary>A link that works, and over which nothing has been said yet.</summary>
    /// <param name="time">The time.</param>
    /// <param name="protection">How its ends notice faults.</param>
    /// <param name="talk">What they tell each other.</param>
    /// <param name="seed">Where the moments of renewals come from.</param>
    public Link(VirtualTime time, LinkProtection protection, LinkTalk talk, ulong seed = 1)
    {
        (this.time, this.protection, this.talk) = (time, protection, talk);
        sessions = protection.HoldTime is { } hold ? [new BgpSession(talk.Options(Vendor, hold)), new BgpSession(talk.Options(Device, hold))] : null;
        tunnels = protection.DeadPeerTimeout is { } timeout
            ?
            [
                new TunnelEnd(Ends(protection.VendorTunnel, protection.VendorDeadPeerTimeout ?? timeout, protection.VendorDeadPeerIdle ?? protection.DeadPeerIdle, seed)),
                new TunnelEnd(Ends(protection.DeviceTunnel, timeout, protection.DeadPeerIdle, ~seed)),
            ]
            : null;
        sessionAlarms = [new Alarm(time, () => TickSession(Vendor)), new Alarm(time, () => TickSession(Device))];
        tunnelAlarms = [new Alarm(time, () => TickTunnel(Vendor)), new Alarm(time, () => TickTunnel(Device))];
        unheard = [new Retransmission(time, () => Carries, (number, message) => Transmit(Vendor, number, message)), new Retransmission(time, () => Carries, (number, message) => Transmit(Device, number, message))];
        (learns[Vendor], learns[Device]) = (talk.Learns(Vendor), talk.Learns(Device));
    }

    /// <summary>Is told what happens at which end, in words.</summary>
    public Action<int, string> Noted { get; init; } = (_, _) => { };

    /// <summary>Is told when an end finds that it cannot use the link any more, and why.</summary>
    public Action<int, string> Lost { get; init; } = (_, _) => { };

    /// <summary>Is told when an end may or may not use the link from now on.</summary>
    public Action<int> Changed { get; init; } = _ => { };

    /// <summary>Is told what an end hears.</summary>
    public Action<int, BgpMessage> Heard { get; init; } = (_, _) => { };

    /// <summary>Whether nothing comes through.</summary>
    public bool IsDown { get; private set; }

    /// <summary>Whether packets of hosts that somebody sends over it arrive: it works, and both ends of its tunnel have a child security association.</summary>
    public bool Carries => !IsDown && (tunnels is null || (tunnels[Vendor].Carries(time.Now) && tunnels[Device].Carries(time.Now)));

    /// <summary>Where an end of its tunnel stands; nothing where it has none.</summary>
    public TunnelState? TunnelStateOf(int end) => tunnels?[end].State;

    /// <summary>Whether an end takes the link for one that works, and has been told the routes over it.</summary>
    public bool IsUsable(int end) => isUsable[end];

    /// <summary>Time begins.</summary>
    public void Begin()
    {
        if (tunnels is not null)
        {
            React(Vendor, tunnels[Vendor].Begin(time.Now));
            React(Device, tunnels[Device].Begin(time.Now));
        }

        Connect();
        Look();
    }

    /// <summary>From now on nothing comes through, and nobody is told. Packets of hosts have come until now.</summary>
    public void Break()
    {
        if (IsDown)
        {
            return;
        }

        HearData();
        IsDown = true;
        var fault = ++faults;
        if (protection.BfdInterval is { } interval)
        {
            time.At(time.Now + (interval * protection.BfdMultiplier), () =>
            {
                if (fault == faults && IsDown)
                {
                    Missed(Vendor);
                    Missed(Device);
                }
            });
        }
    }

    /// <summary>From now on all comes through.</summary>
    public void Mend()
    {
        IsDown = false;
        faults++;
        Connect();
    }

    /// <summary>The vendor replaces its end of the tunnel, as in maintenance.</summary>
    /// <param name="until">Until when.</param>
    public void Replace(TimeSpan until)
    {
        if (tunnels is null)
        {
            return;
        }

        HearData();
        React(Vendor, tunnels[Vendor].Replace(time.Now, until));
    }

    /// <summary>One end tells other routes than before.</summary>
    /// <param name="end">The end.</param>
    /// <param name="routes">All that it tells from now on.</param>
    public void Tell(int end, IReadOnlyList<ToldRoute> routes)
    {
        var before = talk.Told[end];
        talk.Told[end] = routes;
        learns[1 - end] = talk.Learns(1 - end);
        if (sessions?[end].State != BgpState.Established)
        {
            return;
        }

        var gone = before.Select(route => route.Prefix).Except(routes.Select(route => route.Prefix)).ToList();
        if (gone.Count > 0)
        {
            Noted(end, $"withdraws {Listed(gone)}");
            React(end, sessions[end].Tell(new BgpUpdate([.. gone], null, []), time.Now));
        }

        Announce(end, [.. routes.Except(before)]);
    }

    /// <summary>An end sees its port go down; the other one does not.</summary>
    /// <param name="end">The end.</param>
    public void PortDown(int end)
    {
        if (sessions is null)
        {
            Lost(end, "its port is down");
        }

        EndSession(end, "its port is down");
    }

    private static TunnelOptions Ends(TunnelOptions options, TimeSpan timeout, TimeSpan idle, ulong seed) =>
        options with { DeadPeerTimeout = timeout, DeadPeerIdle = idle, Seed = seed };

    private void Missed(int end)
    {
        if (sessions is null)
        {
            Lost(end, "no packet of BFD has come");
        }

        EndSession(end, "no packet of BFD has come");
    }

    private void Announce(int end, IReadOnlyList<ToldRoute> routes)
    {
        if (routes.Count > 0)
        {
            Noted(end, $"announces {Listed([.. routes.Select(route => route.Prefix)])}");
        }

        foreach (var update in LinkTalk.Updates(end, routes))
        {
            React(end, sessions![end].Tell(update, time.Now));
        }
    }

    private static string Listed(List<Addressing.IpPrefix> prefixes)
    {
        const int Most = 4;
        return string.Join(", ", prefixes.Order().Take(Most)) + (prefixes.Count > Most ? $" and {prefixes.Count - Most} more" : "");
    }

    /// <summary>Both ends open a session when they have none, and try again until they have.</summary>
    private void Connect()
    {
        if (sessions is null || sessions.All(each => each.State != BgpState.Idle))
        {
            return;
        }

        if (Carries && sessions.All(each => each.State == BgpState.Idle))
        {
            session++;
            React(Vendor, sessions[Vendor].Connected(time.Now));
            React(Device, sessions[Device].Connected(time.Now));
        }
        else if (!isWaitingToConnect)
        {
            isWaitingToConnect = true;
            time.At(time.Now + Reconnect, () =>
            {
                isWaitingToConnect = false;
                Connect();
            });
        }
    }

    private void TickSession(int end) => React(end, sessions![end].Tick(time.Now));

    private void React(int end, BgpReaction reaction)
    {
        foreach (var message in reaction.Sent)
        {
            Send(end, message);
        }

        if (reaction.Ended)
        {
            Ended(end, $"its BGP session ends: {reaction.Reason}");
        }

        sessionAlarms[end].Set(sessions![end].NextTimer);
    }

    private void Send(int end, BgpMessage message)
    {
        sent++;
        if (Carries && !unheard[end].IsWaiting)
        {
            Transmit(end, sent, message);
        }
        else
        {
            unheard[end].Add(sent, message);
        }
    }

    private void Transmit(int end, long number, BgpMessage message)
    {
        var begun = session;
        time.At(time.Now + Latency, () =>
        {
            var other = 1 - end;
            if (begun != session)
            {
                return;
            }

            if (!Carries || unheard[end].IsWaiting)
            {
                // What was said before and not heard comes first.
                if (sessions![end].State != BgpState.Idle)
                {
                    unheard[end].Add(number, message);
                }

                return;
            }

            if (sessions![other].State == BgpState.Idle)
            {
                // Whoever has no session answers with a reset.
                EndSession(end, "the other end has no session");
                return;
            }

            var before = sessions[other].State;
            React(other, sessions[other].Receive(message, time.Now));
            if (before != BgpState.Established && sessions[other].State == BgpState.Established)
            {
                Noted(other, "its BGP session is established");
                Route(other, isEstablished: true);
                Announce(other, talk.Told[other]);
            }

            Look();
            Heard(other, message);
        });
    }

    private void EndSession(int end, string why)
    {
        if (sessions is not null && sessions[end].State != BgpState.Idle)
        {
            sessions[end].Lost();
            sessionAlarms[end].Set(null);
            Ended(end, why);
        }
    }

    private void Ended(int end, string why)
    {
        unheard[end].Clear();
        Route(end, isEstablished: false);
        Noted(end, why);
        Lost(end, why);
        Look();
        if (!isWaitingToConnect)
        {
            isWaitingToConnect = true;
            time.At(time.Now + Reconnect, () =>
            {
                isWaitingToConnect = false;
                Connect();
            });
        }
    }

    private void Route(int end, bool isEstablished)
    {
        if (tunnels is not null)
        {
            React(end, tunnels[end].Route(isEstablished));
        }
    }

    private void TickTunnel(int end)
    {
        // Packets of hosts come all the time, and keep a tunnel from being idle.
        if (Carries)
        {
            tunnels![end].Receive(TunnelMessage.Data, time.Now);
        }

        React(end, tunnels![end].Tick(time.Now));
    }

    private void HearData()
    {
        if (tunnels is not null && Carries)
        {
            React(Vendor, tunnels[Vendor].Receive(TunnelMessage.Data, time.Now));
            React(Device, tunnels[Device].Receive(TunnelMessage.Data, time.Now));
        }
    }

    private void React(int end, TunnelReaction reaction)
    {
        foreach (var message in reaction.Sent.Where(_ => !IsDown))
        {
            time.At(time.Now + Latency, () =>
            {
                if (!IsDown)
                {
                    React(1 - end, tunnels![1 - end].Receive(message, time.Now));
                }
            });
        }

        foreach (var note in reaction.Notes)
        {
            Noted(end, note);
        }

        tunnelAlarms[end].Set(tunnels![end].NextTimer);
        if (!tunnels[end].Carries(time.Now))
        {
            // A session inside goes with it; where there is none, routes are static, and go with it, too.
            EndSession(end, "its tunnel is down");
            if (sessions is null && isUsable[end])
            {
                Lost(end, reaction.Notes.Count > 0 ? reaction.Notes[0] : "its tunnel is down");
            }
        }
        else if (reaction.Notes.Count > 0)
        {
            Connect();
        }

        Look();
    }

    /// <summary>Finds out whether ends may use the link, and says so.</summary>
    private void Look()
    {
        for (var end = 0; end < isUsable.Length; end++)
        {
            var may = (tunnels is null || tunnels[end].Carries(time.Now))
                && (sessions is null || (sessions[end].State == BgpState.Established && (sessions[end].Learned.Count > 0 || !learns[end])));
            if (may != isUsable[end])
            {
                isUsable[end] = may;
                Changed(end);
            }
        }
    }
}
