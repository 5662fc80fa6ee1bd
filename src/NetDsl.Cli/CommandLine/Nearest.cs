namespace NetDsl.Cli.CommandLine;

/// <summary>Finds what somebody may have meant.</summary>
internal static class Nearest
{
    private const int MostSuggestions = 3;

    /// <summary>The words that are close enough to be a slip, closest first.</summary>
    public static IReadOnlyList<string> To(string word, IEnumerable<string> known) =>
    [
        .. known.Distinct(StringComparer.Ordinal)
            .Select(candidate => (candidate, distance: Distance(word, candidate)))
            .Where(pair => pair.distance <= Math.Max(2, word.Length / 3))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Take(MostSuggestions)
            .Select(pair => pair.candidate),
    ];

    /// <summary>A clause for the end of a message; empty when nothing is near.</summary>
    public static string Hint(string word, IEnumerable<string> known) => To(word, known) is { Count: > 0 } near
        ? $"; did you mean {string.Join(" or ", near.Select(each => $"'{each}'"))}?"
        : "";

    // Levenshtein's distance, over words cut to a length at which a slip is still a slip.
    private static int Distance(string left, string right)
    {
        const int Longest = 128;
        var (a, b) = (left[..Math.Min(Longest, left.Length)], right[..Math.Min(Longest, right.Length)]);
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
