using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>A network whose security groups and network ACLs let everything through, to ask where its routes lead.</summary>
internal static class OpenFilters
{
    private static readonly EquatableArray<SecurityGroupRule> EveryPeer =
    [
        .. new[] { IpPrefix.AllIpv4, IpPrefix.AllIpv6 }
            .Select(prefix => new SecurityGroupRule(Traffic.AllTraffic, new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(prefix), Origin.None), Origin.None)),
    ];

    private static readonly EquatableArray<NetworkAclEntry> EveryPacket =
    [
        .. new[] { IpPrefix.AllIpv4, IpPrefix.AllIpv6 }
            .Select((prefix, place) => new NetworkAclEntry(100 + place, AclAction.Allow, Traffic.AllTraffic, new Sourced<IpPrefix>(prefix, Origin.None), Origin.None)),
    ];

    /// <summary>The network with open filters.</summary>
    /// <param name="topology">The network.</param>
    public static Topology Of(Topology topology) => topology with
    {
        SecurityGroups = topology.SecurityGroups.Select(group => group with { Ingress = EveryPeer, Egress = EveryPeer }).ToEquatableArray(),
        NetworkAcls = topology.NetworkAcls.Select(acl => acl with { Inbound = EveryPacket, Outbound = EveryPacket }).ToEquatableArray(),
    };
}
