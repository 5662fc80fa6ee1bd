using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// Security groups that admit each other in a cycle. The vendor takes them; a template cannot write the rules inside the groups then, each has to be a resource of its own. A pair of
/// an egress and an ingress rule, as the guides have it between a load balancer and its targets, is not told. Source: "AWS::EC2::SecurityGroup", AWS CloudFormation Template Reference.
/// </summary>
public static class GroupsInCycle
{
    /// <summary>ND3056.</summary>
    public static Rule Rule { get; } = new(
        "ND3056", "Security groups reference each other in a cycle", RuleCategory.Security, Severity.Info);

    internal static Check Check { get; } = new(Rule, Find);

    private static IEnumerable<Finding> Find(NetworkIndex network)
    {
        var references = network.Topology.SecurityGroups
            .SelectMany(@group => @group.Ingress, (@group, rule) => (Group: @group.Id, Peer: rule.Peer.Value.Group, rule.Peer.Origin))
            .Where(each => each.Peer is not null && each.Peer != each.Group)
            .ToList();
        var next = references.ToLookup(each => each.Group, each => each.Peer!);
        var told = new HashSet<ElementId>();

        // What closes a cycle is written last.
        foreach (var (@group, peer, origin) in references.OrderByDescending(each => each.Origin, SourceOrder.Instance))
        {
            if (Way(next, peer!, @group) is { } way && !way.Exists(told.Contains))
            {
                told.UnionWith(way);
                yield return new Finding(
                    Rule,
                    $"Security groups {Sentence.Join([.. way.Select(network.Name)])} reference each other in a cycle, which the vendor takes; in a template each of these rules has to be a resource of its own.",
                    origin)
                {
                    Related = [.. way.Select(network.Find<SecurityGroup>).OfType<SecurityGroup>().Select(each => new RelatedOrigin(each.Origin, network.Text(each.Id)))],
                };
            }
        }
    }

    /// <summary>The groups on the shortest way of references from one to another, both included; nothing where there is none.</summary>
    private static List<ElementId>? Way(ILookup<ElementId, ElementId> next, ElementId from, ElementId to)
    {
        var ways = new Queue<List<ElementId>>([[from]]);
        var seen = new HashSet<ElementId> { from };
        while (ways.Count > 0)
        {
            var way = ways.Dequeue();
            var last = way[way.Count - 1];
            if (last == to)
            {
                return way;
            }

            foreach (var peer in next[last].Where(seen.Add))
            {
                ways.Enqueue([.. way, peer]);
            }
        }

        return null;
    }
}
