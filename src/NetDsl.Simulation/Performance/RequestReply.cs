using NetDsl.Model;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Simulation.Performance;

/// <summary>
/// A service that is asked again as soon as it has answered, by so many at once: how often it answers, and how long that takes. Requests and answers are a packet each, and share the
/// packets of the server's card, and each has the bits of its direction. What ENA Express adds under light load is added throughout. Source: the law of foundation §6.5, R = min(c / RTT, PPS / p, B / b).
/// </summary>
public static class RequestReply
{
    private const int PacketsOfExchange = 2;

    // Of the exchanges; each leaves out half or less of what the one before it does.
    private static readonly double[] Shares = [0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9998, 0.9999];

    /// <summary>What the law says: whoever waits is the bound, or the packets of the card, or its bits.</summary>
    /// <param name="mode">How the server reaches its card.</param>
    /// <param name="distance">How far the clients are.</param>
    /// <param name="outstanding">How many requests are under way at once.</param>
    /// <param name="bytes">The length of a packet.</param>
    /// <returns>Exchanges in a second.</returns>
    public static double Predict(InterfaceMode mode, TimeSpan distance, int outstanding, int bytes)
    {
        ArgumentNullException.ThrowIfNull(mode);
        var roundTrip = new LatencyModel(mode, distance).Typical(bytes, load: 0) * 2;
        return Math.Min(outstanding / roundTrip.TotalSeconds, Math.Min(mode.PacketsPerSecond / PacketsOfExchange, mode.BitsPerSecond / (bytes * 8)));
    }

    /// <summary>Plays it, packet by packet: each waits at the card until those before it are through.</summary>
    /// <param name="mode">How the server reaches its card.</param>
    /// <param name="distance">How far the clients are.</param>
    /// <param name="outstanding">How many requests are under way at once.</param>
    /// <param name="bytes">The length of a packet.</param>
    /// <param name="exchanges">How many exchanges to play.</param>
    /// <param name="seed">Where the spread comes from.</param>
    public static RequestReplyResult Measure(InterfaceMode mode, TimeSpan distance, int outstanding, int bytes, int exchanges, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(mode);
        ArgumentOutOfRangeException.ThrowIfLessThan(outstanding, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(exchanges, outstanding);
        var model = new LatencyModel(mode, distance);
        var service = TimeSpan.FromSeconds(Math.Max(PacketsOfExchange / mode.PacketsPerSecond, bytes * 8 / mode.BitsPerSecond));
        var random = RandomStream.From(seed);
        var due = new PriorityQueue<(bool IsRequest, TimeSpan Since), (TimeSpan At, long Order)>();
        var order = 0L;
        var free = TimeSpan.Zero;
        var times = new List<TimeSpan>(exchanges);
        for (var client = 0; client < outstanding; client++)
        {
            Ask(TimeSpan.Zero);
        }

        var now = TimeSpan.Zero;
        while (times.Count < exchanges && due.TryDequeue(out var packet, out var at))
        {
            now = at.At;
            if (!packet.IsRequest)
            {
                times.Add(now - packet.Since);
                Ask(now);
                continue;
            }

            // The request through the card, and the answer behind it.
            free = (free > now ? free : now) + service;
            due.Enqueue((false, packet.Since), (free + model.OneWay(bytes, 0, ref random), order++));
        }

        times.Sort();
        return new RequestReplyResult(exchanges / now.TotalSeconds, At(0.5), At(0.99), At(0.999))
        {
            Curve = [.. Shares.Select(share => new ShareTime(share, At(share)))],
        };

        void Ask(TimeSpan time) => due.Enqueue((true, time), (time + model.OneWay(bytes, 0, ref random), order++));

        TimeSpan At(double share) => times[Math.Min(times.Count - 1, (int)(share * times.Count))];
    }
}

/// <summary>What came of it.</summary>
/// <param name="PerSecond">Exchanges in a second.</param>
/// <param name="Median">The time of an exchange that half of them stay below.</param>
/// <param name="P99">The time that 99 of a hundred stay below.</param>
/// <param name="P999">The time that 999 of a thousand stay below.</param>
public sealed record RequestReplyResult(double PerSecond, TimeSpan Median, TimeSpan P99, TimeSpan P999)
{
    /// <summary>The times that more and more of them stay below.</summary>
    public EquatableArray<ShareTime> Curve { get; init; } = [];
}

/// <summary>A time that a share of exchanges stays below.</summary>
/// <param name="Share">The share, 0 to below 1.</param>
/// <param name="Time">The time.</param>
public readonly record struct ShareTime(double Share, TimeSpan Time);
