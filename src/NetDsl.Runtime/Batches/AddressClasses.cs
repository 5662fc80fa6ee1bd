using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Batches;

/// <summary>
/// Puts IPv4 addresses that no filter tells apart into one class: those with the same longest prefix among the prefixes of all rules (which is then in the same others, too), and in the
/// same groups that rules reference.
/// </summary>
internal sealed class AddressClasses
{
    private const int NoPrefix = 0;
    private readonly RangeTable byPrefix;

    // Only of what groups have: everything else is in the class of its prefix.
    private readonly Dictionary<uint, int> ofMembers = [];
    private readonly Dictionary<(int Prefix, string Groups), int> classes = [];

    public AddressClasses(ForwardingGraph graph)
    {
        var rules = graph.Filters.SelectMany(filter => filter.Rules);
        Ipv4Prefix[] prefixes = [.. rules.Where(rule => rule.Group < 0).Select(rule => rule.Prefix.AsIpv4).OfType<Ipv4Prefix>().Distinct()];
        Ranges = PrefixRanges.Of(prefixes.Select((prefix, index) => (prefix, index + 1)), NoPrefix);
        byPrefix = RangeTable.Of(Ranges.Starts, Ranges.Numbers);
        for (var prefix = 0; prefix <= prefixes.Length; prefix++)
        {
            classes.Add((prefix, ""), prefix);
        }

        foreach (var (member, groups) in GroupMemberships.Of(graph))
        {
            if (member.AsIpv4 is not { } address)
            {
                continue;
            }

            var key = (byPrefix.Find(address.Value), groups);
            if (!classes.TryGetValue(key, out var known))
            {
                classes.Add(key, known = classes.Count);
            }

            ofMembers[address.Value] = known;
        }
    }

    /// <summary>The ranges of addresses whose class is the same unless a group has them.</summary>
    public PrefixRanges Ranges { get; }

    /// <summary>The class of an address.</summary>
    public int Of(uint address) => ofMembers.TryGetValue(address, out var found) ? found : OfPrefix(address);

    /// <summary>The class of an address that no group has.</summary>
    public int OfPrefix(uint address) => byPrefix.Find(address);
}
