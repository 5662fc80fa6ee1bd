using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>Subnets of one VPC that share addresses. Source: "Subnet CIDR blocks", Amazon VPC User Guide.</summary>
public static class OverlappingSubnets
{
    /// <summary>ND1021.</summary>
    public static Rule Rule { get; } = new(
        "ND1021", "Subnets of one VPC overlap", RuleCategory.Addressing, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find);

    private static IEnumerable<Finding> Find(NetworkIndex network)
    {
        foreach (var vpc in network.Topology.Vpcs)
        {
            var room = new SubnetRoom(network, vpc);

            // A subnet outside the VPC is a finding of its own, and has to move anyway.
            var earlier = new List<Subnet>();
            foreach (var subnet in network.SubnetsOf(vpc.Id).Where(room.IsInside))
            {
                var others = earlier.Where(other => other.Prefix.Value.Overlaps(subnet.Prefix.Value)).ToList();
                earlier.Add(subnet);
                if (others.Count > 0)
                {
                    yield return Overlap(network, vpc, subnet, others, room);
                }
            }
        }
    }

    private static Finding Overlap(NetworkIndex network, Vpc vpc, Subnet subnet, List<Subnet> others, SubnetRoom room)
    {
        var free = room.Propose(subnet.Prefix.Value);
        var names = Sentence.Join([.. others.Select(other => $"{network.Name(other.Id)} ({other.Prefix})")]);
        return new Finding(
            Rule,
            $"Subnet {network.Name(subnet.Id)} ({subnet.Prefix}) overlaps subnet {names} of {network.Text(vpc.Id)}; {SubnetRoom.Advice(subnet, free)}.",
            subnet.Prefix.Origin)
        {
            Related = others
                .Select(other => new RelatedOrigin(other.Prefix.Origin, $"the prefix of subnet {network.Name(other.Id)}"))
                .ToEquatableArray(),
            FixArguments = FixArguments.Of(FixArguments.Replacement, free?.ToString()).ToEquatableArray(),
        };
    }
}
