using System.Globalization;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Batches;

/// <summary>In which of the groups that rules reference an address is.</summary>
internal static class GroupMemberships
{
    /// <summary>By the address of each member, its groups as text: numbers of lists of members, with the VPC of the member, which rules ask for.</summary>
    /// <param name="graph">The network.</param>
    public static Dictionary<IpAddress, string> Of(ForwardingGraph graph)
    {
        var memberships = new Dictionary<IpAddress, List<string>>();
        var lists = graph.Filters.SelectMany(filter => filter.Rules).Where(rule => rule.Group >= 0).Select(rule => rule.Members).Distinct();
        foreach (var (list, members) in lists.Index())
        {
            foreach (var holder in members.Select(member => graph.Holders[member]))
            {
                foreach (var address in holder.Addresses)
                {
                    if (!memberships.TryGetValue(address, out var groups))
                    {
                        memberships.Add(address, groups = []);
                    }

                    groups.Add(string.Create(CultureInfo.InvariantCulture, $"{list}/{holder.Vpc}"));
                }
            }
        }

        return memberships.ToDictionary(each => each.Key, each => string.Join(' ', each.Value));
    }
}
