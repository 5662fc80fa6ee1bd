using System.Globalization;
using System.Text;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

/// <summary>Makes a network that shows a fault smaller, so that a person can see why.</summary>
static class Shrinking
{
    /// <summary>What is left when nothing more can go: no route, rule, entry, peering or propagation.</summary>
    public static Topology Smallest(Topology topology, Func<Topology, bool> showsFault)
    {
        while (Smaller(topology).FirstOrDefault(showsFault) is { } smaller)
        {
            topology = smaller;
        }

        return topology;
    }

    /// <summary>What is left, as lines.</summary>
    public static string Describe(Topology topology)
    {
        var text = new StringBuilder();
        foreach (var vpc in topology.Vpcs)
        {
            Line($"{vpc.Id} {string.Join(' ', vpc.Blocks)} owned by {vpc.Account}");
        }

        foreach (var subnet in topology.Subnets)
        {
            Line($"subnet {subnet.Id} {subnet.Prefix} {subnet.Zone} table {subnet.RouteTable.Name} acl {subnet.NetworkAcl.Name}");
        }

        foreach (var table in topology.RouteTables.Where(table => table.Routes.Count > 0))
        {
            Line($"table {table.Id}: {string.Join(", ", table.Routes.Select(route => $"{route.Destination} -> {route.Target}"))}");
        }

        foreach (var gateway in topology.InternetGateways)
        {
            Line($"internet gateway {gateway.Id} of {gateway.Vpc?.Path ?? "nothing"}");
        }

        foreach (var nat in topology.NatGateways)
        {
            Line($"NAT gateway {nat.Id} in {nat.Subnet.Name} {nat.PrivateAddress} {nat.PublicAddress}");
        }

        foreach (var each in topology.NetworkInterfaces)
        {
            Line($"interface {each.Id} in {each.Subnet.Name} {each.PrivateAddress} {each.PublicAddress} groups {string.Join(' ', each.SecurityGroups.Select(group => group.Name))}");
        }

        foreach (var group in topology.SecurityGroups)
        {
            Line($"group {group.Id} in: {Rules(group.Ingress)} out: {Rules(group.Egress)}");
        }

        foreach (var acl in topology.NetworkAcls)
        {
            Line($"acl {acl.Id} in: {Entries(acl.Inbound)} out: {Entries(acl.Outbound)}");
        }

        foreach (var peering in topology.Peerings)
        {
            Line($"peering {peering.Id} {peering.Requester} - {peering.Accepter} {peering.Status}");
        }

        foreach (var gateway in topology.TransitGateways)
        {
            Line($"transit gateway {gateway.Id} references {gateway.SecurityGroupReferencing}");
            foreach (var attachment in gateway.Attachments)
            {
                Line($"  {attachment.Name} {attachment.Vpc} in {string.Join(' ', attachment.Subnets.Select(subnet => subnet.Value.Name))} by {attachment.Association?.Name ?? "no table"} references {attachment.SecurityGroupReferencing}");
            }

            foreach (var table in gateway.RouteTables)
            {
                Line($"  {table.Name} propagated {string.Join(' ', table.Propagations.Select(each => each.Value.Name))}; {string.Join(", ", table.Routes.Select(route => $"{route.Destination} -> {route.Attachment?.Name ?? "blackhole"}"))}");
            }
        }

        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    static string Rules(EquatableArray<SecurityGroupRule> rules) => string.Join(", ", rules.Select(rule => $"{rule.Traffic} {rule.Peer}"));

    static string Entries(EquatableArray<NetworkAclEntry> entries) =>
        string.Join(", ", entries.Select(entry => $"{entry.Number} {entry.Action} {entry.Traffic} {entry.Peer}"));

    /// <summary>The same network with one thing less, each in turn.</summary>
    static IEnumerable<Topology> Smaller(Topology topology) =>
    [
        .. Without(topology.RouteTables, table => Without(table.Routes).Select(routes => table with { Routes = routes }))
            .Select(tables => topology with { RouteTables = tables }),
        .. Without(topology.SecurityGroups, group => [
            .. Without(group.Ingress).Select(rules => group with { Ingress = rules }),
            .. Without(group.Egress).Select(rules => group with { Egress = rules })])
            .Select(groups => topology with { SecurityGroups = groups }),
        .. Without(topology.NetworkAcls, acl => [
            .. Without(acl.Inbound).Select(entries => acl with { Inbound = entries }),
            .. Without(acl.Outbound).Select(entries => acl with { Outbound = entries })])
            .Select(acls => topology with { NetworkAcls = acls }),
        .. Without(topology.TransitGateways, gateway =>
            Without(gateway.RouteTables, table => [
                .. Without(table.Propagations).Select(propagations => table with { Propagations = propagations }),
                .. Without(table.Routes).Select(routes => table with { Routes = routes })])
                .Select(tables => gateway with { RouteTables = tables }))
            .Select(gateways => topology with { TransitGateways = gateways }),
    ];

    /// <summary>The list without one item, each in turn.</summary>
    static IEnumerable<EquatableArray<T>> Without<T>(EquatableArray<T> items) =>
        Enumerable.Range(0, items.Count).Select(index => items.Where((_, place) => place != index).ToEquatableArray());

    /// <summary>The list with one item made smaller, each in turn.</summary>
    static IEnumerable<EquatableArray<T>> Without<T>(EquatableArray<T> items, Func<T, IEnumerable<T>> smaller) =>
        Enumerable.Range(0, items.Count).SelectMany(index =>
            smaller(items[index]).Select(less => items.Select((item, place) => place == index ? less : item).ToEquatableArray()));
}
