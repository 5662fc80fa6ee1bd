using NetDsl.Addressing;

namespace NetDsl.Runtime.Ranges;

/// <summary>Prefixes with numbers as ranges: each address has the number of the longest prefix that contains it.</summary>
/// <param name="Starts">The first address of each range: 0, and rising.</param>
/// <param name="Numbers">The number of each range; neighbours differ.</param>
internal sealed record PrefixRanges(uint[] Starts, int[] Numbers)
{
    /// <summary>Lays prefixes out.</summary>
    /// <param name="prefixes">The prefixes with their numbers; of equal ones the last counts.</param>
    /// <param name="otherwise">The number of what is in none.</param>
    public static PrefixRanges Of(IEnumerable<(Ipv4Prefix Prefix, int Number)> prefixes, int otherwise)
    {
        var starts = new List<uint>();
        var numbers = new List<int>();

        // Those that are open, the innermost on top: prefixes contain each other or have nothing in common.
        var open = new Stack<(ulong End, int Number)>();
        open.Push((1UL << 32, otherwise));
        Begin(0, otherwise);
        foreach (var (prefix, number) in prefixes.OrderBy(each => each.Prefix.Network.Value).ThenBy(each => each.Prefix.Length))
        {
            var first = prefix.Network.Value;
            CloseUntil(first);
            open.Push((first + (1UL << (32 - prefix.Length)), number));
            Begin(first, number);
        }

        CloseUntil(1UL << 32);
        return new PrefixRanges([.. starts], [.. numbers]);

        void CloseUntil(ulong address)
        {
            while (open.Peek().End <= address && open.Count > 1)
            {
                var (end, _) = open.Pop();
                if (end < 1UL << 32)
                {
                    Begin((uint)end, open.Peek().Number);
                }
            }
        }

        void Begin(uint start, int number)
        {
            // What begins at the same address later is further inside, or what an inner one that ends there is in.
            while (starts.Count > 0 && starts[^1] == start)
            {
                starts.RemoveAt(starts.Count - 1);
                numbers.RemoveAt(numbers.Count - 1);
            }

            if (numbers.Count == 0 || numbers[^1] != number)
            {
                starts.Add(start);
                numbers.Add(number);
            }
        }
    }
}
