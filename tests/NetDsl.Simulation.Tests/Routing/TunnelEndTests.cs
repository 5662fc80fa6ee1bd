using CsCheck;
using NetDsl.Simulation.Routing.Tunnels;

namespace NetDsl.Simulation.Tests.Routing;

/// <summary>The states and timers of an IPsec tunnel, interconnect §5.</summary>
public sealed class TunnelEndTests
{
    [Fact]
    public void The_device_begins_and_both_ends_come_up()
    {
        var (vendor, device) = (new TunnelEnd(TunnelOptions.Vendor), new TunnelEnd(TunnelOptions.Device));
        Assert.Equal([], vendor.Begin(At(0)).Sent);
        Assert.Equal([TunnelMessage.IkeRequest], device.Begin(At(0)).Sent);
        Assert.Equal((TunnelState.Down, TunnelState.Phase1), (vendor.State, device.State));
        Assert.Null(vendor.NextTimer);
        Assert.Equal([TunnelMessage.IkeResponse], vendor.Receive(TunnelMessage.IkeRequest, At(1)).Sent);
        Assert.Equal([TunnelMessage.ChildRequest], device.Receive(TunnelMessage.IkeResponse, At(2)).Sent);
        Assert.Equal((TunnelState.Phase2, TunnelState.Phase2), (vendor.State, device.State));
        Assert.False(vendor.Carries(At(2)) || device.Carries(At(2)));
        Assert.Equal([TunnelMessage.ChildResponse], vendor.Receive(TunnelMessage.ChildRequest, At(3)).Sent);
        device.Receive(TunnelMessage.ChildResponse, At(4));
        Assert.Equal((TunnelState.IpsecUp, TunnelState.IpsecUp), (vendor.State, device.State));
        vendor.Route(isEstablished: true);
        Assert.Equal((TunnelState.Established, true), (vendor.State, vendor.Carries(At(4))));
    }

    [Theory]
    [InlineData(DeadPeerAction.Clear, TunnelState.Down)]
    [InlineData(DeadPeerAction.None, TunnelState.IpsecUp)]
    [InlineData(DeadPeerAction.Restart, TunnelState.Phase1)]
    public void A_dead_peer_is_noticed_after_a_silence_and_a_timeout(DeadPeerAction action, TunnelState state)
    {
        var end = Up(TunnelOptions.Vendor with { DeadPeerAction = action });
        Assert.Equal(At(10), end.NextTimer);
        Assert.Equal([TunnelMessage.Probe], end.Tick(At(10)).Sent);
        Assert.Equal(At(50), end.NextTimer);
        Assert.Equal(TunnelState.IpsecUp, end.State);
        var reaction = end.Tick(At(50));
        Assert.Equal((state, "the other end of its tunnel is dead"), (end.State, reaction.Notes[0]));
        Assert.Equal(action == DeadPeerAction.Restart ? [TunnelMessage.IkeRequest] : [], reaction.Sent);
        Assert.Equal(action == DeadPeerAction.None, end.Carries(At(50)));
    }

    [Fact]
    public void An_answer_to_a_probe_or_a_packet_is_a_sign_of_life()
    {
        foreach (var message in new[] { TunnelMessage.ProbeResponse, TunnelMessage.Data })
        {
            var end = Up(TunnelOptions.Vendor);
            end.Tick(At(10));
            end.Receive(message, At(11));
            Assert.Equal(At(21), end.NextTimer);
        }
    }

    [Fact]
    public void An_association_is_renewed_by_the_margin_before_its_end_and_the_tunnel_stays_up()
    {
        var end = Up(TunnelOptions.Vendor with { RekeyFuzz = 0 });
        var renewed = Quietly(end, reaction => reaction.Sent.Contains(TunnelMessage.ChildRequest));
        Assert.Equal(At(3600 - 270), renewed);
        Assert.Equal(["its child security association is renewed"], end.Receive(TunnelMessage.ChildResponse, renewed).Notes);
        Assert.True(end.Carries(At(3600)));
    }

    [Fact]
    public void Fuzz_renews_earlier_by_the_seed()
    {
        var times = Enumerable.Range(1, 20).Select(seed => Quietly(Up(TunnelOptions.Vendor with { Seed = (ulong)seed }), reaction => reaction.Sent.Contains(TunnelMessage.ChildRequest))).ToList();
        Assert.All(times, time => Assert.InRange(time, At(3600 - 540), At(3600 - 270)));
        Assert.True(times.Distinct().Count() > 10);
    }

    [Fact]
    public void What_nobody_renews_is_over_at_its_end_and_the_other_end_is_told()
    {
        var end = Up(TunnelOptions.Vendor with { Rekeys = false });
        var over = Quietly(end, reaction => reaction.Sent.Contains(TunnelMessage.Delete));
        Assert.Equal((At(3600), TunnelState.Down, false), (over, end.State, end.Carries(over)));
    }

    [Fact]
    public void An_association_that_is_over_carries_nothing_even_if_nobody_looked_at_the_time() => Assert.False(Up(TunnelOptions.Vendor).Carries(At(3600)));

    [Theory]
    [InlineData(StartupAction.Add, TunnelState.Down)]
    [InlineData(StartupAction.Start, TunnelState.Phase1)]
    public void A_replaced_endpoint_hears_nothing_until_it_is_there_again(StartupAction startup, TunnelState state)
    {
        var end = Up(TunnelOptions.Vendor with { Startup = startup });
        end.Replace(At(5), At(100));
        Assert.Equal((TunnelState.Down, At(100), false), (end.State, end.NextTimer, end.Carries(At(5))));
        Assert.Equal(TunnelReaction.None, end.Receive(TunnelMessage.IkeRequest, At(50)));
        end.Tick(At(100));
        Assert.Equal(state, end.State);
    }

    [Fact]
    public void Whoever_has_nothing_says_so_when_it_is_asked()
    {
        var end = new TunnelEnd(TunnelOptions.Vendor);
        end.Begin(At(0));
        Assert.Equal([TunnelMessage.Delete], end.Receive(TunnelMessage.Probe, At(1)).Sent);
        var device = Up(TunnelOptions.Device);
        Assert.Equal([TunnelMessage.IkeRequest], device.Receive(TunnelMessage.Delete, At(1)).Sent);
        Assert.Equal(TunnelState.Phase1, device.State);
    }

    [Fact]
    public void Two_ends_that_begin_at_once_come_up()
    {
        var ends = new[] { new TunnelEnd(TunnelOptions.Device), new TunnelEnd(TunnelOptions.Device with { Seed = 2 }) };
        var waiting = new Queue<(int To, TunnelMessage Message)>();
        Take(0, ends[0].Begin(At(0)));
        Take(1, ends[1].Begin(At(0)));
        for (var number = 0; waiting.TryDequeue(out var next) && number < 100; number++)
        {
            Take(next.To, ends[next.To].Receive(next.Message, At(1)));
        }

        Assert.Empty(waiting);
        Assert.All(ends, end => Assert.Equal(TunnelState.IpsecUp, end.State));

        void Take(int from, TunnelReaction reaction)
        {
            foreach (var message in reaction.Sent)
            {
                waiting.Enqueue((1 - from, message));
            }
        }
    }

    public static TheoryData<TunnelOptions, string> Wrong => new()
    {
        { TunnelOptions.Vendor with { Phase1Lifetime = At(899) }, "a phase 1 lifetime of 899 s is out of its range, 900 to 28800 s" },
        { TunnelOptions.Vendor with { Phase2Lifetime = At(3601) }, "a phase 2 lifetime of 3601 s is out of its range, 900 to 3600 s" },
        { TunnelOptions.Vendor with { Phase1Lifetime = At(3600) }, "the lifetime of phase 2 is less than that of phase 1; write a shorter one" },
        { TunnelOptions.Vendor with { RekeyMargin = At(1801) }, "a rekey margin of 1801 s is out of its range, 60 s to half of the lifetime of phase 2" },
        { TunnelOptions.Vendor with { RekeyFuzz = 1.5 }, "the rekey fuzz is a share from 0 to 1" },
        { TunnelOptions.Vendor with { DeadPeerTimeout = At(29) }, "a timeout of dead-peer detection of 29 s is out of its range, 30 s or more" },
        { TunnelOptions.Vendor with { Retry = TimeSpan.Zero }, "a silence and the time until something is said again are above 0" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_the_vendor_would_refuse_is_refused(TunnelOptions options, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<ArgumentException>(() => new TunnelEnd(options)).Message, StringComparison.Ordinal);

    static readonly Gen<TunnelOptions> AnyOptions =
        from action in Gen.Enum<DeadPeerAction>()
        from startup in Gen.Enum<StartupAction>()
        from rekeys in Gen.Bool
        from phase2 in Gen.Int[900, 3600]
        from margin in Gen.Int[60, 450]
        from fuzz in Gen.Double[0, 1]
        from seed in Gen.ULong
        select new TunnelOptions
        {
            DeadPeerAction = action,
            Startup = startup,
            Rekeys = rekeys,
            Phase2Lifetime = At(phase2),
            RekeyMargin = At(margin),
            RekeyFuzz = fuzz,
            Seed = seed,
            Phase1Lifetime = At(7200),
        };

    // What happens (a message, the next timer, the endpoint replaced, a session up or down) and how much later.
    static readonly Gen<(int What, int After)[]> AnyEvents = Gen.Select(Gen.Int[0, 14], Gen.Frequency((4, Gen.Int[0, 20]), (1, Gen.Int[0, 9000]))).Array[0, 60];

    /// <summary>Whatever comes in whatever order: a named state, timers that are bounded and go on, and no data without a living child association.</summary>
    [Fact]
    public void Any_sequence_of_events_leaves_it_in_a_named_state_with_bounded_timers() => Gen.Select(AnyOptions, AnyEvents).Sample((options, events) =>
    {
        var end = new TunnelEnd(options);
        var now = TimeSpan.Zero;

        // What carries was agreed on: a child association is there from one of these messages on, for its lifetime at most.
        TimeSpan? agreed = null;
        Look(end.Begin(now), agrees: false);
        foreach (var (what, after) in events)
        {
            if (what == 11 && end.NextTimer is { } timer)
            {
                now = timer > now ? timer : now;
                Look(end.Tick(now), agrees: false);
                Assert.True(end.NextTimer is null || end.NextTimer > now, $"{end.State} wants to be asked at {end.NextTimer} at {now}");
                continue;
            }

            now += At(after);
            Look(
                what switch
                {
                    < 10 => end.Receive((TunnelMessage)what, now),
                    12 => end.Replace(now, now + At(after)),
                    13 or 14 => end.Route(what == 13),
                    _ => end.Tick(now),
                },
                agrees: what is (int)TunnelMessage.ChildRequest or (int)TunnelMessage.ChildResponse);
        }

        void Look(TunnelReaction reaction, bool agrees)
        {
            agreed = agrees ? now : agreed;
            Assert.True(Enum.IsDefined(end.State));
            Assert.All(reaction.Sent, message => Assert.True(Enum.IsDefined(message)));
            Assert.True(!end.Carries(now) || end.State >= TunnelState.IpsecUp);
            Assert.True(!end.Carries(now) || now < agreed + options.Phase2Lifetime);
            Assert.True(end.NextTimer is null || end.NextTimer <= now + At(9000), $"{end.State} wants to be asked at {end.NextTimer} at {now}");
        }
    });

    /// <summary>Lets time pass with packets of hosts all the time, until an end does something; when that was.</summary>
    static TimeSpan Quietly(TunnelEnd end, Func<TunnelReaction, bool> isIt)
    {
        while (end.NextTimer is { } now)
        {
            end.Receive(TunnelMessage.Data, now);
            if (isIt(end.Tick(now)))
            {
                return now;
            }
        }

        throw new InvalidOperationException("It waits for ever.");
    }

    static TunnelEnd Up(TunnelOptions options)
    {
        var end = new TunnelEnd(options);
        end.Receive(TunnelMessage.IkeRequest, At(0));
        end.Receive(TunnelMessage.ChildRequest, At(0));
        return end;
    }

    static TimeSpan At(int seconds) => TimeSpan.FromSeconds(seconds);
}
