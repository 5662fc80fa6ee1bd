using System.Runtime.InteropServices;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>Adds up packets by what tells records apart, window by window.</summary>
internal sealed class FlowLogWindows<TKey>
    where TKey : struct, IEquatable<TKey>
{
    private readonly Dictionary<TKey, FlowLogSum> sums = [];
    private readonly FlowLogClock clock;

    /// <summary>Begins with the window of a moment.</summary>
    /// <param name="start">The moment that times are counted from.</param>
    /// <param name="length">The length of a window, in whole seconds.</param>
    /// <param name="close">Takes what a window has come to, before the next one begins.</param>
    public FlowLogWindows(DateTimeOffset start, TimeSpan length, Action<IReadOnlyDictionary<TKey, FlowLogSum>> close) => clock = new FlowLogClock(start, length, () =>
    {
        close(sums);
        sums.Clear();
    });

    /// <summary>Unix time of the first second of the window in progress.</summary>
    public long First => clock.First;

    /// <summary>Unix time of its last second.</summary>
    public long Last => clock.Last;

    /// <summary>Adds a packet.</summary>
    /// <param name="key">What it is added to.</param>
    /// <param name="bytes">Its length.</param>
    /// <param name="time">When it is seen; not before what was added before.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    public void Add(in TKey key, int bytes, TimeSpan time, TcpFlags flags)
    {
        var second = clock.Reach(time);
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out var isThere);
        sum = isThere ? sum.With(bytes, second, flags) : FlowLogSum.Of(bytes, second, flags);
    }

    /// <summary>Closes every window that ends until then.</summary>
    public void CloseUntil(TimeSpan time) => clock.Reach(time);

    /// <summary>Closes everything, the window in progress included.</summary>
    public void Complete()
    {
        if (sums.Count > 0)
        {
            clock.Close();
        }
    }
}
