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

    /// <summary>Sorted within each rule.</summary>
    private readonly Member[] members;

    public FilterTable(ForwardingGraph graph)
    {
        // Counted first and filled then, as in the other tables: a program that starts compiles lists and queries of our structures anew, and arrays not.
        var memberCount = 0;
        firstRule = new int[graph.Filters.Count + 1];
        for (var filter = 0; filter < graph.Filters.Count; filter++)
        {
            firstRule[filter + 1] = firstRule[filter] + graph.Filters[filter].Rules.Count;
            foreach (var rule in graph.Filters[filter].Rules)
            {
                foreach (var member in rule.Members)
                {
                    memberCount += 1 + graph.Holders[member].Ipv6Addresses.Count;
                }
            }
        }

        rules = new FlatRule[firstRule[^1]];
        members = new Member[memberCount];
        var (nextRule, nextMember) = (0, 0);
        foreach (var filter in graph.Filters)
        {
            foreach (var rule in filter.Rules)
            {
                var first = nextMember;
                foreach (var member in rule.Members)
                {
                    nextMember = Add(graph.Holders[member], nextMember);
                }

                if (nextMember > first)
                {
                    SortedItems.Sort(members, first, nextMember - first);
                }

                rules[nextRule++] = new FlatRule(rule.Protocol, rule.Ports, rule.Prefix, rule.Group >= 0, first, nextMember - first, rule.Allows);
            }
        }
    }

    // An address that a holder names twice stands there twice, which no search minds.
    private int Add(AddressHolder member, int next)
    {
        members[next++] = new Member(member.PrivateAddress, member.Vpc);
        for (var index = 0; index < member.Ipv6Addresses.Count; index++)
        {
            members[next++] = new Member(member.Ipv6Addresses[index], member.Vpc);
        }

        return next;
    }

    /// <summary>The first rule that matches, counted within the filter; -1 when none does.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="other">The address of the other end.</param>
    /// <param name="vpc">The VPC of <paramref name="member"/>, -1 for none, or <see cref="AnyVpc"/>.</param>
    /// <param name="member">The private address that is looked for among the members of referenced groups.</param>
    public int Match(int filter, in Packet packet, IpAddress other, int vpc, IpAddress member)
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

    /// <summary>Whether the filter lets everything pass, whatever else its later rules say.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="asksIpv6">Whether IPv6 counts: not where nothing speaks it.</param>
    public bool AllowsAll(int filter, bool asksIpv6)
    {
        var (ipv4, ipv6) = (false, !asksIpv6);
        for (var rule = firstRule[filter]; rule < firstRule[filter + 1]; rule++)
        {
            if (!rules[rule].Allows)
            {
                return false;
            }

            if (rules[rule] is { Protocol.IsAny: true, ReferencesGroup: false, Prefix.Length: 0 })
            {
                (ipv4, ipv6) = (ipv4 || rules[rule].Prefix.IsIpv4, ipv6 || !rules[rule].Prefix.IsIpv4);
            }

            if (ipv4 && ipv6)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether some rule that matches the packet is open to every address of its family.</summary>
    public bool MatchesOpenly(int filter, in Packet packet)
    {
        for (var rule = firstRule[filter]; rule < firstRule[filter + 1]; rule++)
        {
            if (rules[rule].IsOpenTo(packet.Source) && rules[rule].MatchesTraffic(packet))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether some rule is open to every address of the packet's family and covers all ports of its protocol.</summary>
    public bool IsOpenOnAllPorts(int filter, in Packet packet)
    {
        for (var rule = firstRule[filter]; rule < firstRule[filter + 1]; rule++)
        {
            if (rules[rule].IsOpenTo(packet.Source) && rules[rule].Protocol.Includes(packet.Protocol)
                && (!rules[rule].Protocol.HasPorts || rules[rule].Ports == PortRange.All))
            {
                return true;
            }
        }

        return false;
    }

    private bool Matches(in FlatRule rule, in Packet packet, IpAddress other, int vpc, IpAddress member)
    {
        if (!rule.MatchesTraffic(packet))
        {
            return false;
        }

        if (!rule.ReferencesGroup)
        {
            return rule.Prefix.Contains(other);
        }

        if (vpc < 0 && vpc != AnyVpc)
        {
            return false;
        }

        var place = SortedItems.FirstFrom(members, rule.FirstMember, rule.MemberCount, new Member(member, Math.Max(vpc, 0)));
        return place < rule.FirstMember + rule.MemberCount && members[place].Address == member && (vpc == AnyVpc || members[place].Vpc == vpc);
    }

    /// <summary>An address of a member of a group, and the VPC that it is in.</summary>
    private readonly record struct Member(IpAddress Address, int Vpc) : IComparable<Member>
    {
        public int CompareTo(Member other) =>
            Address.CompareTo(other.Address) is var order and not 0 ? order : Vpc.CompareTo(other.Vpc);
    }

    private readonly record struct FlatRule(
        Protocol Protocol, PortRange Ports, IpPrefix Prefix, bool ReferencesGroup, int FirstMember, int MemberCount, bool Allows)
    {
        /// <summary>Whether every address of a family is meant, one of which is given.</summary>
        public bool IsOpenTo(IpAddress like) => !ReferencesGroup && Prefix.Length == 0 && Prefix.IsIpv4 == like.IsIpv4 && Allows;

        public bool MatchesTraffic(in Packet packet) =>
            Protocol.Includes(packet.Protocol) && (!Protocol.HasPortsOrTypes || Ports.Contains(packet.DestinationPort));
    }
}
