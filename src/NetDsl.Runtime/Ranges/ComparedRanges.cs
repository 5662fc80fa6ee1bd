using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Runtime.Ranges;

/// <summary>Compares an address with every start; of many addresses, 64 at once with each.</summary>
internal sealed class ComparedRanges : RangeTable
{
    private const int Lanes = 16;
    private readonly uint[] starts;
    private readonly int[] numbers;

    public ComparedRanges(ReadOnlySpan<uint> starts, ReadOnlySpan<int> numbers) => (this.starts, this.numbers) = (starts.ToArray(), numbers.ToArray());

    public override int Find(uint address)
    {
        var number = numbers[0];
        for (var range = 1; range < starts.Length; range++)
        {
            number = address >= starts[range] ? numbers[range] : number;
        }

        return number;
    }

    public override void Find(ReadOnlySpan<uint> addresses, Span<int> numbers)
    {
        ref var from = ref MemoryMarshal.GetReference(addresses);
        ref var to = ref MemoryMarshal.GetReference(numbers[..addresses.Length]);
        var at = 0;
        for (; at + (4 * Lanes) <= addresses.Length; at += 4 * Lanes)
        {
            var (first, second) = (Vector512.LoadUnsafe(ref from, (nuint)at), Vector512.LoadUnsafe(ref from, (nuint)(at + Lanes)));
            var (third, fourth) = (Vector512.LoadUnsafe(ref from, (nuint)(at + (2 * Lanes))), Vector512.LoadUnsafe(ref from, (nuint)(at + (3 * Lanes))));
            var one = Vector512.Create(this.numbers[0]);
            var (two, three, four) = (one, one, one);
            for (var range = 1; range < starts.Length; range++)
            {
                var start = Vector512.Create(starts[range]);
                var number = Vector512.Create(this.numbers[range]);
                one = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(first, start).AsInt32(), number, one);
                two = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(second, start).AsInt32(), number, two);
                three = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(third, start).AsInt32(), number, three);
                four = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(fourth, start).AsInt32(), number, four);
            }

            one.StoreUnsafe(ref to, (nuint)at);
            two.StoreUnsafe(ref to, (nuint)(at + Lanes));
            three.StoreUnsafe(ref to, (nuint)(at + (2 * Lanes)));
            four.StoreUnsafe(ref to, (nuint)(at + (3 * Lanes)));
        }

        for (; at < addresses.Length; at++)
        {
            numbers[at] = Find(addresses[at]);
        }
    }
}
