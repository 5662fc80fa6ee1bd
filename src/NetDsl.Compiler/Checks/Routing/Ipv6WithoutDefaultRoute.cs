using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A subnet whose hosts have IPv6 addresses, and whose table leads to the internet by IPv4 only. Source: "Example routing options", Amazon VPC User Guide: each family has a
/// default route of its own.
/// </summary>
public static class Ipv6WithoutDefaultRoute
{
    /// <summary>ND2059.</summary>
    public static Rule Rule { get; } = new(
        "ND2059", "Subnet leads to the internet by IPv4 only", RuleCategory.Routing, Severity.Info);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from table in network.Topology.RouteTables
        let four = table.Routes.FirstOrDefault(route => route.PrefixList is null && route.Destination.Value == IpPrefix.AllIpv4)
        where four?.Target.Value is { Kind: ElementKind.InternetGateway } && !table.Routes.Any(route => route.Destination.Value.IsIpv6 && route.Destination.Value.Length == 0)
        let host = network.Ipv6Hosts.FirstOrDefault(each => each.Subnet.RouteTable == table.Id).Host
        where host is not null
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(table))} leads {Traffic.AnyIpv4} to {network.Text(four.Target.Value)}, and no IPv6 there, though {network.Text(host.Id)} has the address {host.Ipv6Addresses[0]}; add Route(\"{Traffic.AnyIpv6}\", …) beside it.",
            four.Destination.Origin)
        {
            Related = [new RelatedOrigin(host.Origin, network.Text(host.Id))],
        };
}
