using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Batches;

/// <summary>
/// What was decided of flows: buckets of four entries, each bucket one line of the processor's caches, which is compared whole. A flow is in one of two buckets, and nearly always in
/// the first, so that to find it costs one read. Where both are full, another one moves to its other bucket; where none can, what is full forgets a flow that nobody asked for since the last sweep, or any.
/// </summary>
internal sealed unsafe class DecidedFlows
{
    private const int EntriesOfBucket = 4;

    // In the room that keys leave, the lowest bit says that somebody asked since the last sweep.
    private const ulong Used = 1;
    private const int MostNumbers = (int)(DecidedKey.RoomMask >> 1);

    private readonly LargeTable memory;
    private readonly Bucket* buckets;
    private readonly uint mask;

    /// <summary>Takes memory for so many flows.</summary>
    /// <param name="capacity">How many find room, nearly always; above 0.</param>
    public DecidedFlows(int capacity)
    {
        // At most two thirds are taken, so that few flows find both of their buckets full.
        var count = BitOperations.RoundUpToPowerOf2((((ulong)capacity * 3) + (2 * EntriesOfBucket) - 1) / (2 * EntriesOfBucket));
        mask = (uint)(count - 1);
        memory = new LargeTable((nuint)count * (nuint)sizeof(Bucket));
        buckets = (Bucket*)memory.Memory;
    }

    /// <summary>How many flows it has.</summary>
    public int Count { get; private set; }

    private uint BucketCount => mask + 1;

    /// <summary>Asks for the first bucket of a flow, so that it is there when it is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch(uint hash) => FetchBucket(First(hash));

    /// <summary>Asks for the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchSecond(uint hash) => FetchBucket(Second(hash));

    /// <summary>The number of the decision on a flow, counted from 1, looked for in its first bucket; 0 when it is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(in DecidedKey key, uint hash) => FindIn(key, First(hash));

    /// <summary>The same in its second bucket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindSecond(in DecidedKey key, uint hash) => FindIn(key, Second(hash));

    /// <summary>Remembers a decision.</summary>
    /// <param name="key">The flow.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="decision">The decision.</param>
    public void Add(in DecidedKey key, uint hash, in BatchDecision decision)
    {
        // Number 0 stands for nothing found.
        if (DecisionNumber.Of(decision, MostNumbers - 1) is not (>= 0 and var number) || Find(key, hash) != 0 || FindSecond(key, hash) != 0)
        {
            return;
        }

        var first = Entries(First(hash));
        var second = Entries(Second(hash));
        var place = WithoutBit(first, DecidedKey.Taken);
        place = place == null ? WithoutBit(second, DecidedKey.Taken) : place;
        place = place == null ? Vacated(first) : place;
        place = place == null ? Vacated(second) : place;
        Count += place == null ? 0 : 1;
        place = place == null ? WithoutBit(first, Used) : place;
        place = place == null ? WithoutBit(second, Used) : place;
        place = place == null ? first + (hash >> 30) : place;
        *place = new DecidedKey(key.Ends, key.Rest | ((ulong)(number + 1) << 1) | Used);
    }

    /// <summary>Forgets all flows that nobody asked for since the sweep before.</summary>
    public void Sweep()
    {
        var end = Entries(BucketCount);
        for (var entry = Entries(0); entry < end; entry++)
        {
            if (!entry->IsTaken)
            {
                continue;
            }

            var isUsed = (entry->Rest & Used) != 0;
            *entry = isUsed ? new DecidedKey(entry->Ends, entry->Rest & ~Used) : default;
            Count -= isUsed ? 0 : 1;
        }

        GC.KeepAlive(memory);
    }

    /// <summary>An entry of a bucket from which what it had moved to its other bucket; null when none can.</summary>
    private DecidedKey* Vacated(DecidedKey* bucket)
    {
        for (var entry = bucket; entry < bucket + EntriesOfBucket; entry++)
        {
            var hash = new DecidedKey(entry->Ends, entry->Rest & ~DecidedKey.RoomMask).Hash;
            var elsewhere = Entries(First(hash)) == bucket ? Entries(Second(hash)) : Entries(First(hash));
            var free = WithoutBit(elsewhere, DecidedKey.Taken);
            if (free != null)
            {
                *free = *entry;
                return entry;
            }
        }

        return null;
    }

    /// <summary>The first entry of a bucket whose lower half has not that bit; null when all have.</summary>
    private static DecidedKey* WithoutBit(DecidedKey* bucket, ulong bit)
    {
        for (var entry = bucket; entry < bucket + EntriesOfBucket; entry++)
        {
            if ((entry->Rest & bit) == 0)
            {
                return entry;
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint First(uint hash) => hash & mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Second(uint hash) => DecidedHash.Elsewhere(hash) & mask;

    private DecidedKey* Entries(uint bucket) => (DecidedKey*)(buckets + bucket);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FetchBucket(uint bucket)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(buckets + bucket);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindIn(in DecidedKey key, uint bucket)
    {
        // Of each entry both halves have to be equal, but for the room.
        var once = Vector128.LoadUnsafe(ref Unsafe.As<DecidedKey, ulong>(ref Unsafe.AsRef(in key)));
        var asked = Vector256.Create(once, once);
        var counted = Vector256.Create(ulong.MaxValue, ~DecidedKey.RoomMask, ulong.MaxValue, ~DecidedKey.RoomMask);
        var words = (ulong*)(buckets + bucket);
        var lower = Vector256.Equals((Vector256.Load(words) ^ asked) & counted, Vector256<ulong>.Zero).ExtractMostSignificantBits();
        var upper = Vector256.Equals((Vector256.Load(words + Vector256<ulong>.Count) ^ asked) & counted, Vector256<ulong>.Zero).ExtractMostSignificantBits();
        var halves = lower | (upper << Vector256<ulong>.Count);
        var found = halves & (halves >> 1) & 0b0101_0101;
        if (found == 0)
        {
            return 0;
        }

        ref var rest = ref words[BitOperations.TrailingZeroCount(found) + 1];
        if ((rest & Used) == 0)
        {
            rest |= Used;
        }

        return (int)((rest & DecidedKey.RoomMask) >> 1);
    }

    [InlineArray(EntriesOfBucket)]
    private struct Bucket
    {
        private DecidedKey first;
    }
}
