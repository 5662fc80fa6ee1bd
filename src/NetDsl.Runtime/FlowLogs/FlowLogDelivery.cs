using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>
/// When what was recorded can be seen: some time after the end of what it speaks of, and some seconds later or not, by the seed. Delays never keep anything from being written: a file that
/// would come after the end of a run is there as well, and says when it would have come.
/// </summary>
public static class FlowLogDelivery
{
    /// <summary>How long a file takes to a bucket, in seconds, at least.</summary>
    public const int BucketSeconds = 600;

    /// <summary>How long an event takes to a log stream, in seconds, at least.</summary>
    public const int StreamSeconds = 300;

    /// <summary>Up to how many seconds later than that it may be [M].</summary>
    public const int SpreadSeconds = 60;

    /// <summary>When something is delivered.</summary>
    /// <param name="end">Unix time of the end of what it speaks of.</param>
    /// <param name="seconds">How long it takes at least.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="name">What it is called: each name has a spread of its own.</param>
    public static DateTimeOffset Time(long end, int seconds, ulong seed, string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"delivery:{seed}:{name}")));
        var spread = BinaryPrimitives.ReadUInt32LittleEndian(hash) % (SpreadSeconds + 1);
        return DateTimeOffset.FromUnixTimeSeconds(end + seconds + spread);
    }
}
