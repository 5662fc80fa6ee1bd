using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Wire;

/// <summary>
/// Numbers for the sets of security groups that interfaces have, so that a receiver need not look up the groups of a sender. Sets that no rule of the network tells apart have the
/// same number.
/// </summary>
internal sealed class GroupTags
{
    private readonly uint?[] tags;

    public GroupTags(ForwardingGraph graph)
    {
        var memberships = new List<int>?[graph.Holders.Count];
        foreach (var rule in graph.Filters.SelectMany(filter => filter.Rules).Where(rule => rule.Group >= 0))
        {
            foreach (var member in rule.Members)
            {
                (memberships[member] ??= []).Add(rule.Group);
            }
        }

        var sets = new Dictionary<(int Ingress, int Egress, string Referenced), uint>();
        tags = new uint?[graph.Holders.Count];
        for (var holder = 0; holder < tags.Length; holder++)
        {
            if (graph.Holders[holder] is { HasGroups: true } each)
            {
                var set = (each.Ingress, each.Egress, string.Join(',', (memberships[holder] ?? []).Distinct().Order()));
                if (!sets.TryGetValue(set, out var tag))
                {
                    sets.Add(set, tag = (uint)sets.Count + 1);
                }

                tags[holder] = tag;
            }
        }
    }

    /// <summary>The number of a holder's set, from 1; nothing for what has no groups, and for -1.</summary>
    public uint? TagOf(int holder) => holder < 0 ? null : tags[holder];
}
