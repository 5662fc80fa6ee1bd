using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>A network with the rule or entry added that a trace says is missing, to see what becomes of the packet then.</summary>
public static class AddedRules
{
    /// <summary>The network with what would let the packet pass a block.</summary>
    /// <param name="topology">The network that was traced.</param>
    /// <param name="block">What drops the packet.</param>
    /// <returns>The other network; nothing where the block is no filter's, or where there is no room for an entry.</returns>
    public static Topology? With(Topology topology, Block block) => (block.Code, block.Missing) switch
    {
        (DropCode.EniSgRulesMismatch, { } missing) => WithRule(topology, block.Element, missing),
        (DropCode.SubnetAclRestriction, { } missing) => WithEntry(topology, block.Element, missing),
        _ => null,
    };

    private static Topology? WithRule(Topology topology, string path, MissingRule missing)
    {
        if (topology.NetworkInterfaces.FirstOrDefault(each => each.Id.Path == path) is not { SecurityGroups: [var first, ..] })
        {
            return null;
        }

        var rule = new SecurityGroupRule(
            missing.Traffic, new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(missing.Peer), Origin.None), Origin.None);
        return topology with
        {
            SecurityGroups = topology.SecurityGroups
                .Select(group => group.Id != first ? group
                    : missing.Arriving ? group with { Ingress = group.Ingress.Append(rule).ToEquatableArray() }
                    : group with { Egress = group.Egress.Append(rule).ToEquatableArray() })
                .ToEquatableArray(),
        };
    }

    private static Topology? WithEntry(Topology topology, string path, MissingRule missing)
    {
        if (topology.NetworkAcls.FirstOrDefault(each => each.Id.Path == path) is not { } acl)
        {
            return null;
        }

        var entries = missing.Arriving ? acl.Inbound : acl.Outbound;
        var number = missing.Number;
        while (entries.Any(entry => entry.Number == number))
        {
            number--;
        }

        if (number < 1)
        {
            return null;
        }

        var added = new NetworkAclEntry(
            number, AclAction.Allow, missing.Traffic, new Sourced<Addressing.IpPrefix>(missing.Peer, Origin.None), Origin.None);
        var all = entries.Append(added).OrderBy(entry => entry.Number).ToEquatableArray();
        return topology with
        {
            NetworkAcls = topology.NetworkAcls
                .Select(each => each.Id != acl.Id ? each : missing.Arriving ? each with { Inbound = all } : each with { Outbound = all })
                .ToEquatableArray(),
        };
    }
}
