using System.Runtime.InteropServices;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>Adds up packets by what tells records apart, window by window. A window is closed when something later is seen.</summary>
/// <param name="start">The moment that times are counted from.</param>
/// <param name="length">The length of a window, in whole seconds.</param>
/// <param name="close">Takes what a window has come to, before the next one begins.</param>
internal sealed class FlowLogWindows<TKey>(DateTimeOffset start, TimeSpan length, Action<IReadOnlyDictionary<TKey, FlowLogSum>> close)
    where TKey : struct, IEquatable<TKey>
{
    private readonly Dictionary<TKey, FlowLogSum> sums = [];
    private readonly long seconds = (long)length.TotalSeconds;
    private long window = start.ToUnixTimeSeconds() / (long)length.TotalSeconds;

    /// <summary>Unix time of the first second of the window in progress.</summary>
    public long First => window * seconds;

    /// <summary>Unix time of its last second.</summary>
    public long Last => First + seconds - 1;

    /// <summary>Adds a packet.</summary>
    /// <param name="key">What it is added to.</param>
    /// <param name="bytes">Its length.</param>
    /// <param name="time">When it is seen; not before what was added before.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    public void Add(in TKey key, int bytes, TimeSpan time, TcpFlags flags)
    {
        var second = SecondOf(time);
        CloseBefore(second / seconds);
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out var isThere);
        sum = isThere
            ? new FlowLogSum(sum.Packets + 1, sum.Bytes + bytes, sum.First, Math.Max(sum.Last, second), sum.Flags | Reported(flags))
            : new FlowLogSum(1, bytes, second, second, Reported(flags));
    }

    /// <summary>Closes every window that ends until then.</summary>
    public void CloseUntil(TimeSpan time) => CloseBefore(SecondOf(time) / seconds);

    /// <summary>Closes everything, the window in progress included.</summary>
    public void Complete()
    {
        if (sums.Count > 0)
        {
            CloseBefore(window + 1);
        }
    }

    private void CloseBefore(long next)
    {
        for (; window < next; window++)
        {
            close(sums);
            sums.Clear();
        }
    }

    private long SecondOf(TimeSpan time) => (start + time).ToUnixTimeSeconds();

    /// <summary>An acknowledgment shows only beside the SYN that it answers.</summary>
    private static TcpFlags Reported(TcpFlags flags) =>
        (flags & (TcpFlags.Fin | TcpFlags.Syn | TcpFlags.Rst)) | (flags.HasFlag(TcpFlags.Syn | TcpFlags.Ack) ? TcpFlags.Ack : TcpFlags.None);
}

/// <summary>What packets of one flow come to in a window.</summary>
/// <param name="Packets">How many.</param>
/// <param name="Bytes">How many in all.</param>
/// <param name="First">Unix time of the first.</param>
/// <param name="Last">Unix time of the last.</param>
/// <param name="Flags">The control bits of all of them that records show.</param>
internal readonly record struct FlowLogSum(long Packets, long Bytes, long First, long Last, TcpFlags Flags)
{
    /// <summary>What <c>tcp-flags</c> shows; nothing where the protocol has none.</summary>
    public int? TcpFlagsOf(Protocol protocol) => protocol == Protocol.Tcp ? (int)Flags : null;
}
