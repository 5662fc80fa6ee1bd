using System.Globalization;
using System.Text;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

/// <summary>A network as lines, for people who look for a fault in it.</summary>
static partial class Description
{
    /// <summary>One line an element; what nothing is said of is left out.</summary>
    public static string Of(Topology topology)
    {
        var text = new StringBuilder();
        if (topology.Profile != SemanticsProfile.Current)
        {
            Line($"groups over peerings {topology.Profile.GroupReferencesOverPeering}, over transit gateways {topology.Profile.GroupReferencesOverTransitGateway}");
        }

        foreach (var account in topology.Accounts.Where(account => account.Zones.Count > 0))
        {
            Line($"account {account.Id} {string.Join(' ', account.Zones.Select(zone => $"{zone.Zone}={zone.Id}"))}");
        }

        foreach (var vpc in topology.Vpcs)
        {
            Line($"{vpc.Id} {string.Join(' ', vpc.AllBlocks)} owned by {vpc.Account}");
        }

        foreach (var subnet in topology.Subnets)
        {
            Line($"subnet {subnet.Id} {subnet.Prefix} {subnet.Ipv6Prefix} {subnet.Zone} table {subnet.RouteTable.Name} acl {subnet.NetworkAcl.Name}");
        }

        foreach (var table in topology.RouteTables.Where(table => table.Routes.Count > 0))
        {
            Line($"table {table.Id}: {string.Join(", ", table.Routes.Select(route => $"{route.Destination} -> {route.Target}{(route.PrefixList is { } list ? $" by {list.Name}" : "")}"))}");
        }

        foreach (var gateway in topology.InternetGateways)
        {
            Line($"internet gateway {gateway.Id} of {gateway.Vpc?.Path ?? "nothing"} table {gateway.RouteTable?.Name ?? "none"}");
        }

        foreach (var gateway in topology.EgressOnlyInternetGateways)
        {
            Line($"egress-only gateway {gateway.Id}");
        }

        foreach (var nat in topology.NatGateways)
        {
            Line($"NAT gateway {nat.Id} in {nat.Subnet.Name} {nat.PrivateAddress} {nat.PublicAddress} {string.Join(' ', nat.SecondaryAddresses)}");
        }

        foreach (var nat in topology.RegionalNatGateways)
        {
            Line($"regional NAT gateway {nat.Id} {nat.Mode} {string.Join(", ", nat.Zones.Select(zone => $"{zone.Zone} {string.Join(' ', zone.Addresses)}"))}");
        }

        foreach (var server in topology.RouteServers)
        {
            Line($"route server {server.Id} into {string.Join(' ', topology.RouteTables.Where(table => table.RouteServers.Any(each => each.Value == server.Id)).Select(table => table.Name))}: {string.Join(", ", server.Peers.Select(peer => $"{peer.Name} {(peer.IsUp ? "up" : "down")} {string.Join(' ', peer.Advertised.Select(each => $"{each.Destination} med {each.Med}"))}"))}");
        }

        foreach (var host in topology.Instances.Where(host => host.Forwarding != HostForwarding.None))
        {
            Line($"instance {host.Id} forwards {host.Forwarding}");
        }

        foreach (var each in topology.NetworkInterfaces)
        {
            Line($"interface {each.Id} in {each.Subnet.Name} {each.PrivateAddress} {each.PublicAddress} {string.Join(' ', each.Ipv6Addresses)} groups {string.Join(' ', each.SecurityGroups.Select(group => group.Name))}{(each.SourceDestinationCheck ? "" : " unchecked")}{(each.DeniesInternetGatewayTraffic ? " denies internet gateways" : "")}");
        }

        foreach (var service in topology.PublicServices)
        {
            Line($"service {service.Id} {string.Join(' ', service.Prefixes)}");
        }

        foreach (var endpoint in topology.VpcEndpoints)
        {
            Line($"{endpoint.Kind} {endpoint.IpAddressType} endpoint {endpoint.Id} to {endpoint.Service} {endpoint.State} tables {string.Join(' ', endpoint.RouteTables.Select(table => table.Name))}{Policy(endpoint.Policy)}");
        }

        foreach (var service in topology.EndpointServices)
        {
            Line($"endpoint service {service.Id} over {string.Join(' ', service.LoadBalancers.Concat(service.GatewayLoadBalancers).Select(balancer => balancer.Name))}");
        }

        foreach (var balancer in topology.GatewayLoadBalancers)
        {
            Line($"Gateway Load Balancer {balancer.Id} {balancer.Stickiness} cross-zone {balancer.CrossZone} nodes {string.Join(' ', balancer.Nodes.Select(node => node.Name))}: {string.Join(", ", balancer.Targets.Select(target => $"{target.Interface.Name}{(target.IsHealthy ? "" : " unhealthy")}"))}");
        }

        foreach (var balancer in topology.LoadBalancers)
        {
            Line($"load balancer {balancer.Id} {balancer.Scheme} {balancer.IpAddressType} cross-zone {balancer.CrossZone} nodes {string.Join(' ', balancer.Nodes.Select(node => node.Name))}: {string.Join(", ", balancer.Listeners.Select(listener => $"{listener.Protocol} {listener.Port} -> {listener.TargetGroup.Name}"))}");
        }

        foreach (var group in topology.TargetGroups)
        {
            Line($"target group {group.Id} {group.Protocol} {group.IpAddressType} keeps {group.PreservesClientAddress} sticks {group.SticksToSource} cross-zone {group.CrossZone}: {string.Join(", ", group.Targets.Select(target => $"{target.Interface?.Name ?? target.Address.ToString()}:{target.Port}{(target.IsHealthy ? "" : " unhealthy")}"))}");
        }

        foreach (var group in topology.SecurityGroups.Where(group => group.Ingress.Count + group.Egress.Count > 0))
        {
            Line($"group {group.Id} in: {Rules(group.Ingress)} out: {Rules(group.Egress)}{string.Concat(group.AssociatedVpcs.Select(vpc => $" also of {vpc}"))}");
        }

        foreach (var acl in topology.NetworkAcls.Where(acl => acl.Inbound.Count + acl.Outbound.Count > 0))
        {
            Line($"acl {acl.Id} in: {Entries(acl.Inbound)} out: {Entries(acl.Outbound)}");
        }

        foreach (var list in topology.PrefixLists)
        {
            Line($"prefix list {list.Id} {string.Join(' ', list.Entries)}");
        }

        foreach (var endpoint in topology.ClientVpnEndpoints)
        {
            Line($"Client VPN {endpoint.Id} {string.Join(' ', endpoint.ClientPrefixes)} {endpoint.IpAddressType} groups {string.Join(' ', endpoint.SecurityGroups.Select(group => group.Name))} rules {string.Join(", ", endpoint.Rules.Select(rule => $"{rule.Destination} {rule.Group ?? "all"}"))}");
            if (endpoint.TransitGateway is { } gateway)
            {
                Line($"  at {gateway} routes {string.Join(", ", endpoint.Routes.Select(route => $"{route.Destination}{(route.IsLocal ? " local" : "")}"))}");
            }

            foreach (var association in endpoint.Associations)
            {
                Line($"  in {association.Subnet.Name} {association.PrivateAddress} {association.PublicAddress} routes {string.Join(", ", association.Routes.Select(route => $"{route.Destination}{(route.IsLocal ? " local" : "")}"))}");
            }

            foreach (var client in endpoint.Clients)
            {
                Line($"  client {client.Name} {string.Join(' ', client.Addresses)} groups {string.Join(' ', client.Groups)} by {client.Association?.Name}");
            }
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
                Line($"  {attachment.Name} {attachment.Resource} {attachment.State}{(attachment.ApplianceMode ? " appliance" : "")}{(attachment.Ipv6Support ? " IPv6" : "")} in {string.Join(' ', attachment.Subnets.Select(subnet => subnet.Value.Name))} by {attachment.Association?.Name ?? "no table"} references {attachment.SecurityGroupReferencing}");
            }

            foreach (var table in gateway.RouteTables)
            {
                Line($"  {table.Name} propagated {string.Join(' ', table.Propagations.Select(each => each.Value.Name))}; {string.Join(", ", table.Routes.Select(route => $"{route.Destination} -> {route.Attachment?.Name ?? "blackhole"}{(route.PrefixList is { } list ? $" by {list.Name}" : "")}"))}");
            }
        }

        Hybrid(topology, text);
        Accelerators(topology, text);
        Intents(topology, text);
        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    static string Policy(EndpointPolicy? policy) => policy is null ? "" : " policy " + string.Join(", ", policy.Statements.Select(
        statement => $"{statement.Name}: {statement.Effect} {string.Join(' ', statement.Accounts)} {string.Join(' ', statement.Actions)} on {string.Join(' ', statement.Resources)}"));

    static string Rules(EquatableArray<SecurityGroupRule> rules) => string.Join(", ", rules.Select(rule => $"{rule.Traffic} {rule.Peer}"));

    static string Entries(EquatableArray<NetworkAclEntry> entries) =>
        string.Join(", ", entries.Select(entry => $"{entry.Number} {entry.Action} {entry.Traffic} {entry.Peer}"));
}
