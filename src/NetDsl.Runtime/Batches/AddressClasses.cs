using System.Globalization;
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

        foreach (var (address, groups) in Memberships(graph))
        {
            var key = (byPrefix.Find(address), string.Join(' ', groups));
            if (!classes.TryGetValue(key, out var known))
            {
                classes.Add(key, known = classes.Count);
            }

            ofMembers[address] = known;
        }
    }

    /// <summary>The ranges of addresses whose class is the same unless a group has them.</summary>
    public PrefixRanges Ranges { get; }

    /// <summary>The class of an address.</summary>
    public int Of(uint address) => ofMembers.TryGetValue(address, out var found) ? found : OfPrefix(address);

    /// <summary>The class of an address that no group has.</summary>
    public int OfPrefix(uint address) => byPrefix.Find(address);

    /// <summary>The groups that rules reference, by the address of each member: numbers of lists of members, with the VPC of the member, which rules ask for.</summary>
    private static Dictionary<uint, List<string>> Memberships(ForwardingGraph graph)
    {
        var memberships = new Dictionary<uint, List<string>>();
        var lists = graph.Filters.SelectMany(filter => filter.Rules).Where(rule => rule.Group >= 0).Select(rule => rule.Members).Distinct();
        foreach (var (list, members) in lists.Index())
        {
            foreach (var member in members)
            {
                if (graph.Holders[member].PrivateAddress.AsIpv4 is not { } address)
                {
                    continue;
                }

                if (!memberships.TryGetValue(address.Value, out var groups))
                {
                    memberships.Add(address.Value, groups = []);
                }

                groups.Add(string.Create(CultureInfo.InvariantCulture, $"{list}/{graph.Holders[member].Vpc}"));
            }
        }

        return memberships;
    }
}
