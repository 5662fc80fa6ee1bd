using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Generators.Emission;

/// <summary>Says in a line what an element is, with its prefix or address: what an editor shows for its handle.</summary>
internal static partial class ElementDescription
{
    /// <summary>The elements of a topology with what is to be said of each, in the order of declaration.</summary>
    public static IEnumerable<(Element Element, string Text)> All(Topology topology)
    {
        var interfaces = topology.NetworkInterfaces.ToDictionary(each => each.Id);
        return
        [
            .. topology.Accounts.Select(account => Describe(account, "", account.Number)),
            .. topology.Regions.Select(region => Describe(region, "")),
            .. topology.Vpcs.Select(vpc => Describe(vpc, $" in {vpc.Region.Name}", string.Join(" and ", vpc.AllBlocks))),
            .. topology.Subnets.Select(subnet => Describe(subnet, Of(subnet.Vpc), $"{Prefixes(subnet)}, {subnet.Zone}")),
            .. topology.RouteTables.Select(table => Describe(table, Of(table.Vpc))),
            .. topology.InternetGateways.Select(gateway => Describe(gateway, gateway.Vpc is { } vpc ? Of(vpc) : ", not attached")),
            .. topology.NatGateways.Select(nat => Describe(
                nat,
                In(nat.Subnet),
                string.Join("; ", nat.SecondaryAddresses.Select(each => Addresses(each.PrivateAddress, each.PublicAddress)).Prepend(Addresses(nat.PrivateAddress, nat.PublicAddress))))),
            .. topology.RegionalNatGateways.Select(nat => Describe(
                nat, Of(nat.Vpc), string.Join("; ", nat.Zones.Select(zone => $"{zone.Zone} {string.Join(" and ", zone.Addresses)}")))),
            .. topology.RouteServers.Select(server => Describe(server, Of(server.Vpc), $"AS {server.Asn}")),
            .. topology.RouteServers.SelectMany(server => server.Endpoints.Select(endpoint => Describe(endpoint, In(endpoint.Subnet)))),
            .. topology.RouteServers.SelectMany(server => server.Peers.Select(peer => Describe(
                peer, $" of route server '{server.Name}'", $"AS {peer.Asn}"))),
            .. topology.EgressOnlyInternetGateways.Select(gateway => Describe(gateway, Of(gateway.Vpc))),
            .. topology.ElasticAddresses.Select(elastic => Describe(elastic, "", elastic.Address.ToString())),
            .. topology.SecurityGroups.Select(group => Describe(group, Of(group.Vpc))),
            .. topology.NetworkAcls.Select(acl => Describe(acl, Of(acl.Vpc))),
            .. topology.Instances.Select(instance => Describe(instance, In(instance.Subnet), PrimaryAddresses(instance, interfaces))),
            .. topology.NetworkInterfaces.Select(each => Describe(each, In(each.Subnet), Addresses(each))),
            .. topology.Peerings.Select(peering => Describe(
                peering, $" between VPC '{peering.Requester.Value.Name}' and VPC '{peering.Accepter.Value.Name}'")),
            .. topology.ClientVpnEndpoints.Select(endpoint => Describe(
                endpoint, endpoint.Vpc is { } vpc ? Of(vpc) : $" of transit gateway '{endpoint.TransitGateway!.Name}'", ClientPrefixes(endpoint))),
            .. topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Associations.Select(association => Describe(
                association, $" of Client VPN endpoint '{endpoint.Name}'", Addresses(association.PrivateAddress, association.PublicAddress)))),
            .. topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Clients.Select(client => Describe(
                client, $" of Client VPN endpoint '{endpoint.Name}'", string.Join(" and ", client.Addresses)))),
            .. topology.TransitGateways.Select(gateway => Describe(gateway, $" in {gateway.Region.Name}")),
            .. topology.TransitGateways.SelectMany(gateway => gateway.Attachments.Select(attachment => Describe(
                attachment, $" of {ElementKinds.Text(attachment.Resource.Kind)} '{attachment.Resource.Name}'"))),
            .. topology.TransitGateways.SelectMany(gateway => gateway.NetworkFunctions.Select(function => Describe(
                function, $" of transit gateway '{gateway.Name}'"))),
            .. topology.TransitGateways.SelectMany(gateway => gateway.RouteTables.Select(table => Describe(
                table, $" of transit gateway '{gateway.Name}'"))),
            .. topology.LoadBalancers.Select(balancer => Describe(
                balancer, Of(balancer.Vpc), string.Join(", ", balancer.Listeners.Select(listener => $"{listener.Protocol} {listener.Port}")))),
            .. topology.TargetGroups.Select(group => Describe(group, Of(group.Vpc), $"{group.Protocol} {group.Port}")),
            .. topology.PublicServices.Select(service => Describe(service, $" in {service.Region.Name}", string.Join(", ", service.Prefixes))),
            .. topology.VpcEndpoints.Select(endpoint => Describe(endpoint, Of(endpoint.Vpc), $"{endpoint.Kind}, to {endpoint.Service.Value.Name}")),
            .. topology.EndpointServices.Select(service => Describe(service, Of(service.Vpc))),
            .. topology.GatewayLoadBalancers.Select(balancer => Describe(balancer, Of(balancer.Vpc), $"{balancer.Targets.Count} appliances")),
            .. topology.AutoScalingGroups.Select(group => Describe(group, Of(group.Vpc), $"{group.Desired} instances")),
            .. topology.Accelerators.Select(accelerator => Describe(accelerator, "", string.Join(" and ", accelerator.AllAddresses))),
            .. topology.InternetClients.Select(client => Describe(client, $" near {client.Near.Name}", client.Address.ToString())),
            .. topology.Names.Zones.Select(zone => Describe(zone, "", $"{zone.Records.Count} records")),
            .. topology.Names.Rules.Select(rule => Describe(rule, $" in {rule.Region.Name}", $"{rule.Domain} to {string.Join(" and ", rule.Targets)}")),
            .. topology.Names.InboundEndpoints.Select(endpoint => Describe(endpoint, Of(endpoint.Vpc))),
            .. Hybrid(topology.Hybrid),
        ];
    }

    private static (Element Element, string Text) Describe(Element element, string place, string values = "")
    {
        var kind = ElementKinds.Text(element.Id.Kind);
        return (element, $"{char.ToUpperInvariant(kind[0])}{kind.Substring(1)} '{element.Name}'{place}{(values.Length == 0 ? "" : ": ")}{values}.");
    }

    private static string Of(ElementId vpc) => $" of VPC '{vpc.Name}'";

    private static string ClientPrefixes(ClientVpnEndpoint endpoint) =>
        endpoint.ClientPrefixes.Any() ? $"clients {string.Join(" and ", endpoint.ClientPrefixes)}" : "";

    private static string In(ElementId subnet) => $" in subnet '{subnet.Name}'";

    private static string Prefixes(Subnet subnet) =>
        subnet.Ipv6Prefix is { } ipv6 && !subnet.IsIpv6Only ? $"{subnet.Prefix} and {ipv6}" : subnet.Prefix.ToString();

    private static string Addresses(NetworkInterface each) => string.Join(
        ", ", each.Ipv6Addresses.Where(address => address != each.PrivateAddress).Select(address => address.ToString()).Prepend(Addresses(each.PrivateAddress, each.PublicAddress)));

    private static string Addresses(IpAddress privateAddress, Ipv4Address? publicAddress) =>
        publicAddress is { } known ? $"{privateAddress}, public {known}" : privateAddress.ToString();

    // An interface for which its subnet had no room is not there; the topology then is not whole.
    private static string PrimaryAddresses(Instance instance, Dictionary<ElementId, NetworkInterface> interfaces) =>
        instance.Interfaces.Count > 0 && interfaces.TryGetValue(instance.Interfaces[0], out var primary)
            ? Addresses(primary)
            : "";
}
