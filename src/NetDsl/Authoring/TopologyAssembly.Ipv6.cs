using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>IPv6 addresses.</content>
internal sealed partial class TopologyAssembly
{
    private readonly Dictionary<ElementId, List<IpAddress>> ipv6Addresses = [];

    /// <summary>Addresses that were fixed first, then the others in the order of declaration.</summary>
    private void AssignIpv6Addresses(SubnetBuilder subnet)
    {
        if (subnet.Ipv6Prefix is not { } prefix)
        {
            return;
        }

        var interfaces = Present(subnet.Interfaces).Where(each => each.Ipv6Addresses.Count > 0).ToList();
        var taken = new HashSet<IpAddress>(interfaces.SelectMany(each => each.Ipv6Addresses).OfType<IpAddress>());
        foreach (var each in interfaces)
        {
            ipv6Addresses[each.Id] =
                [.. each.Ipv6Addresses.Select(address => address ?? Ipv6Allocation.TakeNext(prefix.Value, taken))];
        }

        foreach (var client in ClientsOf(subnet))
        {
            ipv6Addresses[client.Id] = [Ipv6Allocation.TakeNext(prefix.Value, taken)];
        }

        if (subnet.IsIpv6Only && WithoutIpv4(subnet).FirstOrDefault() is { } without)
        {
            problems.Add(new Problem(
                ProblemKind.NoIpv4Addresses,
                $"subnet '{subnet.Name}' has no IPv4 addresses, and {ElementKinds.Text(without.Id.Kind)} '{without.Name}' needs one; put it into another subnet",
                without.Origin)
            {
                Other = subnet.Origin,
            });
        }
    }

    /// <summary>The clients of Client VPN endpoints that have an IPv6 address of the subnet, because they landed there.</summary>
    private static IEnumerable<VpnClientBuilder> ClientsOf(SubnetBuilder subnet) => Present(subnet.Vpc.ClientVpns)
        .Where(endpoint => endpoint.CarriesIpv6)
        .SelectMany(endpoint => Present(endpoint.Clients))
        .Where(client => client.Association!.Subnet == subnet);

    private IpAddress? Ipv6AddressOf(VpnClientBuilder client) => ipv6Addresses.TryGetValue(client.Id, out var addresses) ? addresses[0] : null;

    /// <summary>What cannot be without IPv4. Source: "Subnet types", Amazon VPC User Guide.</summary>
    private static IEnumerable<ElementBuilder> WithoutIpv4(SubnetBuilder subnet) => Present(subnet.Interfaces)
        .Where(each => each.Manager is { AddressType: not IpAddressType.Ipv6 })
        .Concat<ElementBuilder>(Present(subnet.NatGateways))
        .Concat(Present(subnet.Vpc.RouteServers).SelectMany(server => Present(server.Endpoints)).Where(endpoint => endpoint.Subnet == subnet))
        .Concat(Present(subnet.Vpc.ClientVpns).SelectMany(endpoint => endpoint.Associations).Where(association => association.Subnet == subnet));

    /// <summary>Whether its subnet had an address for it; a regional NAT gateway has public addresses only.</summary>
    private bool HasAddress(ElementBuilder holder) => !holder.IsLeftOut
        && (holder is RegionalNatGatewayBuilder || privateAddresses.ContainsKey(holder.Id) || ipv6Addresses.ContainsKey(holder.Id));

    private IEnumerable<IpAddress> AddressesOf(InterfaceBuilder each) => privateAddresses.TryGetValue(each.Id, out var address)
        ? Ipv6AddressesOf(each).Prepend(address)
        : Ipv6AddressesOf(each);

    private IpAddress FirstAddressOf(InterfaceBuilder each) =>
        privateAddresses.TryGetValue(each.Id, out var address) ? address : ipv6Addresses[each.Id][0];

    private EquatableArray<IpAddress> Ipv6AddressesOf(InterfaceBuilder each) =>
        ipv6Addresses.TryGetValue(each.Id, out var addresses) ? addresses.ToEquatableArray() : [];
}
