using NetDsl.Addressing;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Classification;

/// <summary>
/// Puts the values of one field of packets into classes, such that each rule matches all values of a class or none, and the classes that it matches follow each other.
/// </summary>
/// <param name="Starts">The first value of each range of one class, in the highest bits: 0, and rising.</param>
/// <param name="Classes">The class of each range.</param>
/// <param name="Count">How many classes there are.</param>
/// <param name="OfRules">By the rule: the first class that it matches, and the first behind the last.</param>
internal sealed record FieldClasses(uint[] Starts, int[] Classes, int Count, (int First, int End)[] OfRules)
{
    // Of prefixes, the class of what is in none.
    private const int Outside = 0;

    /// <summary>The classes of addresses: each distinct prefix is one, of what is in none that is longer.</summary>
    public static FieldClasses Of(IReadOnlyCollection<Ipv4Prefix> prefixes)
    {
        // In this order what is within a prefix follows it.
        Ipv4Prefix[] distinct = [.. prefixes.Distinct().Order()];
        var classes = new Dictionary<Ipv4Prefix, (int First, int End)>();
        for (var index = 0; index < distinct.Length; index++)
        {
            var end = index + 1;
            while (end < distinct.Length && distinct[index].Contains(distinct[end]))
            {
                end++;
            }

            classes.Add(distinct[index], (index + 1, end + 1));
        }

        var ranges = PrefixRanges.Of(distinct.Select((prefix, index) => (prefix, index + 1)), Outside);
        return new FieldClasses(ranges.Starts, ranges.Numbers, distinct.Length + 1, [.. prefixes.Select(prefix => classes[prefix])]);
    }

    /// <summary>The classes of ports: each range between two edges of rules is one.</summary>
    public static FieldClasses Of(IReadOnlyCollection<PortRange> ports) => Of([.. ports.Select(range => ((int)range.First, (int)range.Last))], 16);

    /// <summary>The classes of protocols.</summary>
    public static FieldClasses Of(IReadOnlyCollection<(byte First, byte Last)> protocols) => Of([.. protocols.Select(range => ((int)range.First, (int)range.Last))], 8);

    /// <summary>The sets of up to 31 rules, by their bits, that match each range.</summary>
    public int[] Sets() => Array.ConvertAll(Classes, each => OfRules.Index().Where(rule => rule.Item.First <= each && each < rule.Item.End).Sum(rule => 1 << rule.Index));

    /// <summary>How much work it is to go through the rules of each class.</summary>
    public long Work => OfRules.Sum(rule => (long)(rule.End - rule.First));

    /// <summary>The same classes for some of the rules, by their places.</summary>
    public FieldClasses Only(int[] places) => this with { OfRules = Array.ConvertAll(places, place => OfRules[place]) };

    /// <summary>By the class: the rules that match it, in their order.</summary>
    public List<int>[] RulesOfClasses()
    {
        var rules = new List<int>[Count];
        for (var each = 0; each < rules.Length; each++)
        {
            rules[each] = [];
        }

        foreach (var (rule, (first, end)) in OfRules.Index())
        {
            for (var each = first; each < end; each++)
            {
                rules[each].Add(rule);
            }
        }

        return rules;
    }

    /// <summary>The table that finds classes.</summary>
    public RangeTable Table() => RangeTable.Of(Starts, Classes);

    private static FieldClasses Of((int First, int Last)[] ranges, int bits)
    {
        int[] starts = [.. ranges.SelectMany(range => (int[])[range.First, range.Last + 1]).Append(0).Where(start => start < 1 << bits).Distinct().Order()];
        return new FieldClasses(
            [.. starts.Select(start => (uint)start << (32 - bits))],
            [.. Enumerable.Range(0, starts.Length)],
            starts.Length,
            [.. ranges.Select(range => (Array.BinarySearch(starts, range.First), Array.BinarySearch(starts, range.Last + 1) is >= 0 and var end ? end : starts.Length))]);
    }
}
