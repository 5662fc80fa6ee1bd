namespace NetDsl.Runtime.Ranges;

/// <summary>The numbers of ranges in 15 bits each, so that entries of tables have the sixteenth to say something else.</summary>
/// <param name="Places">What stands for the number of each range.</param>
/// <param name="Known">What stands for what; nothing where places are the numbers themselves.</param>
internal sealed record PlacedNumbers(ushort[] Places, int[]? Known)
{
    /// <summary>How many places there are.</summary>
    public const int Most = 1 << 15;

    /// <summary>The places of numbers; nothing where more of them are different than there are places.</summary>
    public static PlacedNumbers? TryOf(ReadOnlySpan<int> numbers)
    {
        var places = new ushort[numbers.Length];
        if (!numbers.ContainsAnyExceptInRange(0, Most - 1))
        {
            for (var range = 0; range < numbers.Length; range++)
            {
                places[range] = (ushort)numbers[range];
            }

            return new PlacedNumbers(places, null);
        }

        var known = new Dictionary<int, ushort>();
        for (var range = 0; range < numbers.Length; range++)
        {
            if (!known.TryGetValue(numbers[range], out places[range]))
            {
                if (known.Count == Most)
                {
                    return null;
                }

                known.Add(numbers[range], places[range] = (ushort)known.Count);
            }
        }

        return new PlacedNumbers(places, [.. known.Keys]);
    }
}
