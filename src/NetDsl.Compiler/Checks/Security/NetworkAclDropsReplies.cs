using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A network ACL that lets connections begin, and has no entry for their replies, which go to ephemeral ports. Source: "Ephemeral ports", Amazon VPC User Guide.
/// </summary>
public static class NetworkAclDropsReplies
{
    /// <summary>ND3010.</summary>
    public static Rule Rule { get; } = new(
        "ND3010", "Network ACL has no entry for replies", RuleCategory.Security, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from connection in network.Unanswered
        let step = connection.Acl
        where step is not null
        let acl = (NetworkAcl)network.Find(connection.Place)!
        let isInbound = step.Inbound
        let entries = isInbound ? acl.Inbound : acl.Outbound
        let call = $"{(isInbound ? "AllowInbound" : "AllowOutbound")}({FreeNumber(entries)}, {RuleText.ReplySelectorCode(connection.Reply)}, {RuleText.Preposition(isInbound)}: \"{Peers(network, isInbound ? connection.Reply.Source : connection.Reply.Destination)}\")"
        select new Finding(Rule, $"{network.Text(connection)} arrives, and {connection.Reason}; add {call}.", PlaceOf(network, acl))
        {
            Related =
            [
                .. connection.Routes.Where(route => route.Origin.Line > 0).Take(1).Select(route => new RelatedOrigin(route.Origin, "the route that leads there")),
                .. network.Find(connection.To) is { Origin.Line: > 0 } receiver ? [new RelatedOrigin(receiver.Origin, $"{network.Text(connection.To)}, which replies")] : Array.Empty<RelatedOrigin>(),
            ],
            FixArguments = [new FixArgument(FixArguments.Call, call)],
        };

    /// <summary>The subnet in which an address is, or everybody where it is on the internet.</summary>
    private static IpPrefix Peers(NetworkIndex network, IpAddress peer) =>
        network.Topology.Subnets.SelectMany(subnet => new[] { subnet.Prefix.Value, subnet.Ipv6Prefix?.Value }).OfType<IpPrefix>().Where(prefix => prefix.Contains(peer)).Select(prefix => (IpPrefix?)prefix).FirstOrDefault()
        ?? (!InternetRanges.Carries(peer) ? IpPrefix.Of(peer) : peer.IsIpv4 ? IpPrefix.AllIpv4 : IpPrefix.AllIpv6);

    private static int FreeNumber(EquatableArray<NetworkAclEntry> entries)
    {
        var number = (entries.Select(entry => entry.Number).DefaultIfEmpty(0).Max() / 10 * 10) + 10;
        while (entries.Any(entry => entry.Number == number) || number > NetworkAclBuilder.MaximumNumber)
        {
            number--;
        }

        return number;
    }

    /// <summary>Where the ACL is declared; of the one that the VPC comes with, its first entry.</summary>
    private static Origin PlaceOf(NetworkIndex network, NetworkAcl acl) => acl.Origin.Line > 0
        ? acl.Origin
        : acl.Inbound.Concat(acl.Outbound).Select(entry => entry.Origin).FirstOrDefault(origin => origin.Line > 0) ?? network.Find<Vpc>(acl.Vpc)!.Origin;
}
