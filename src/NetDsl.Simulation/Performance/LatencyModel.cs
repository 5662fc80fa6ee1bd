using NetDsl.Runtime.Randomness;

namespace NetDsl.Simulation.Performance;

/// <summary>
/// How long one packet takes: through both hosts, waiting at the card as a queue of one server with equal service times has it (M/D/1), onto the wire, over the distance, and in and
/// out of the encapsulation. A model throughout.
/// </summary>
/// <param name="mode">How instances reach their cards.</param>
/// <param name="distance">How far they are apart.</param>
public sealed class LatencyModel(InterfaceMode mode, TimeSpan distance)
{
    private static readonly TimeSpan Encapsulation = TimeSpan.FromMicroseconds(0.5);

    /// <summary>One packet's way.</summary>
    /// <param name="bytes">Its length.</param>
    /// <param name="load">The share of the packets of the card that is used, from 0 to below 1.</param>
    /// <param name="random">Where the spread comes from.</param>
    internal TimeSpan OneWay(int bytes, double load, ref RandomStream random) =>
        Host(load, ref random) + Waiting(load) + Wire(bytes) + distance + (Encapsulation * 2) + Host(load, ref random);

    /// <summary>The same without any spread.</summary>
    /// <param name="bytes">Its length.</param>
    /// <param name="load">The share of the packets of the card that is used, from 0 to below 1.</param>
    public TimeSpan Typical(int bytes, double load) =>
        ((mode.HostTime + LightLoad(load)) * 2) + Waiting(load) + Wire(bytes) + distance + (Encapsulation * 2);

    /// <summary>How long a packet waits on average at a card that is so busy.</summary>
    /// <param name="load">The share of its packets that is used, from 0 to below 1.</param>
    public TimeSpan Waiting(double load)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(load);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(load, 1);
        return TimeSpan.FromSeconds(load / (2 * mode.PacketsPerSecond * (1 - load)));
    }

    private TimeSpan Wire(int bytes) => TimeSpan.FromSeconds(bytes * 8 / mode.BitsPerSecond);

    private TimeSpan LightLoad(double load) => load < 0.5 ? mode.LightLoadTime : TimeSpan.Zero;

    private TimeSpan Host(double load, ref RandomStream random)
    {
        var factor = Math.Exp(mode.Spread * random.Normal());
        return (mode.HostTime * Math.Min(factor, mode.LargestFactor)) + LightLoad(load);
    }
}
