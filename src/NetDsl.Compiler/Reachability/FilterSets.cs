using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Sets;

namespace NetDsl.Compiler.Reachability;

/// <summary>The packets that the filters of a network allow, each found once for each form of header.</summary>
internal sealed class FilterSets(NetworkLowering plan, PacketSpace space, HeaderSets headers)
{
    /// <summary>Stands for whatever VPC, where a rule that references a group does not ask where the address is.</summary>
    public const int AnyVpc = -2;

    private readonly Dictionary<Asked, PacketSet> known = [];

    /// <summary>What a network ACL lets in or out.</summary>
    public PacketSet Acl(int filter, SymbolicHeader header, bool inbound) =>
        Allowed(new Asked(filter, inbound ? header.Source : header.Destination, default, -1, header.Protocol, header.DestinationPort), header);

    /// <summary>What security groups let out.</summary>
    public PacketSet Egress(int filter, SymbolicHeader header) => Allowed(
        new Asked(filter, header.Destination, header.Destination, AnyVpc, header.Protocol, header.DestinationPort), header);

    /// <summary>What security groups let in.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="header">The headers there.</param>
    /// <param name="sourceVpc">The VPC whose private address the source is; -1 for none.</param>
    /// <param name="member">The address that stands for the sender in rules that reference groups.</param>
    public PacketSet Ingress(int filter, SymbolicHeader header, int sourceVpc, AddressTerm member) => Allowed(
        new Asked(filter, header.Source, member, sourceVpc, header.Protocol, header.DestinationPort), header);

    private PacketSet Allowed(Asked given, SymbolicHeader header)
    {
        var asked = given with { Other = given.Other.Unknown, Member = given.Member.Unknown };
        return known.TryGetValue(asked, out var allowed) ? allowed : known[asked] = ByRules(asked, header);
    }

    private PacketSet ByRules(Asked asked, SymbolicHeader header) =>
        FirstMatch.Allowed(space, [.. plan.Filter(asked.Filter).Rules.Select(rule => (Matches(rule, asked, header), rule.Allows))]);

    /// <summary>The packets that one rule matches.</summary>
    private PacketSet Matches(FilterRule rule, Asked asked, SymbolicHeader header)
    {
        var traffic = headers.Matches(header, rule.Protocol, rule.Ports);
        return space.Intersect(traffic, rule.Group < 0 ? headers.In(asked.Other, rule.Prefix) : Members(rule, asked));
    }

    private PacketSet Members(FilterRule rule, Asked asked) => space.UnionOf(
    [
        .. rule.Members
            .Select(member => plan.Holders[member])
            .Where(member => asked.Vpc == AnyVpc || asked.Vpc == member.Vpc)
            .SelectMany(member => member.Addresses)
            .Distinct()
            .OrderBy(address => address)
            .Select(address => headers.Is(asked.Member, address)),
    ]);

    private readonly record struct Asked(
        int Filter, AddressTerm Other, AddressTerm Member, int Vpc, ProtocolTerm Protocol, PortTerm DestinationPort);
}
