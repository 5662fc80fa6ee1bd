using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>The filters of a graph in flat arrays: the rules of all filters behind one another, and the members of all groups.</summary>
internal sealed class FilterTable
{
    /// <summary>Stands for whatever VPC, where a rule that references a group does not ask where the address is.</summary>
    public const int AnyVpc = -2;

    private readonly int[] firstRule;
    private readonly FlatRule[] rules;

    /// <summary>Addresses of group members in the upper half, their VPC in the lower; sorted within each rule.</summary>
    private readonly ulong[] members;

    public FilterTable(ForwardingGraph graph)
    {
        var flatMembers = new List<ulong>();
        var flatRules = new List<FlatRule>();
        firstRule = new int[graph.Filters.Count + 1];
        for (var filter = 0; filter < graph.Filters.Count; filter++)
        {
            foreach (var rule in graph.Filters[filter].Rules)
            {
                var first = flatMembers.Count;
                flatMembers.AddRange(rule.Members
                    .Select(member => graph.Holders[member])
                    .Select(member => MemberKey(member.PrivateAddress, member.Vpc))
                    .Order());
                flatRules.Add(new FlatRule(
                    rule.Protocol, rule.Ports, rule.Prefix, rule.Group >= 0, first, flatMembers.Count - first, rule.Allows));
            }

            firstRule[filter + 1] = flatRules.Count;
        }

        rules = [.. flatRules];
        members = [.. flatMembers];
    }

    /// <summary>The first rule that matches, counted within the filter; -1 when none does.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="other">The address of the other end.</param>
    /// <param name="vpc">The VPC of <paramref name="member"/>, -1 for none, or <see cref="AnyVpc"/>.</param>
    /// <param name="member">The private address that is looked for among the members of referenced groups.</param>
    public int Match(int filter, in Packet packet, Ipv4Address other, int vpc, Ipv4Address member)
    {
        for (var rule = firstRule[filter]; rule < firstRule[filter + 1]; rule++)
        {
            if (Matches(rules[rule], packet, other, vpc, member))
            {
                return rule - firstRule[filter];
            }
        }

        return -1;
    }

    /// <summary>Whether that rule of the filter allows; no rule does not.</summary>
    public bool Allows(int filter, int rule) => rule >= 0 && rules[firstRule[filter] + rule].Allows;

    /// <summary>Whether some rule that matches the packet is open to every address.</summary>
    public bool MatchesOpenly(int filter, in Packet packet)
    {
        for (var rule = firstRule[filter]; rule < firstRule[filter + 1]; rule++)
        {
            if (rules[rule].IsOpen && rules[rule].MatchesTraffic(packet))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether some rule is open to every address and covers all ports of the protocol.</summary>
    public bool IsOpenOnAllPorts(int filter, Protocol protocol)
    {
        for (var rule = firstRule[filter]; rule < firstRule[filter + 1]; rule++)
        {
            if (rules[rule].IsOpen && rules[rule].Protocol.Includes(protocol)
                && (!rules[rule].Protocol.HasPorts || rules[rule].Ports == PortRange.All))
            {
                return true;
            }
        }

        return false;
    }

    private bool Matches(in FlatRule rule, in Packet packet, Ipv4Address other, int vpc, Ipv4Address member)
    {
        if (!rule.MatchesTraffic(packet))
        {
            return false;
        }

        if (!rule.ReferencesGroup)
        {
            return rule.Prefix.Contains(other);
        }

        var present = members.AsSpan(rule.FirstMember, rule.MemberCount);
        if (vpc != AnyVpc)
        {
            return vpc >= 0 && present.BinarySearch(MemberKey(member, vpc)) >= 0;
        }

        var found = present.BinarySearch(MemberKey(member, 0));
        var next = found >= 0 ? found : ~found;
        return next < present.Length && (uint)(present[next] >> 32) == member.Value;
    }

    private static ulong MemberKey(Ipv4Address address, int vpc) => ((ulong)address.Value << 32) | (uint)vpc;

    private readonly record struct FlatRule(
        Protocol Protocol, PortRange Ports, Ipv4Prefix Prefix, bool ReferencesGroup, int FirstMember, int MemberCount, bool Allows)
    {
        public bool IsOpen => !ReferencesGroup && Prefix.Length == 0 && Allows;

        public bool MatchesTraffic(in Packet packet) =>
            Protocol.Includes(packet.Protocol) && (!Protocol.HasPorts || Ports.Contains(packet.DestinationPort));
    }
}
