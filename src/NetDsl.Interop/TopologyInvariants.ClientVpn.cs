using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Client VPN endpoints.</content>
internal sealed partial class TopologyInvariants
{
    private void RequireClientVpn(
        string path, ClientVpnEndpoint endpoint, Action<string, ElementId, IpAddress, Ipv4Address?> requireHolder, Action<string, ElementId, IpAddress> requireIpv6)
    {
        RequirePlace(path, endpoint);
        RequireFamilies(path, endpoint);
        Each($"{path}.associations", endpoint.Associations, (inner, association) =>
        {
            requireHolder(inner, association.Subnet, association.PrivateAddress, association.PublicAddress);
            Find($"{inner}.subnet", association.Subnet, endpoint.Vpc?.Path);
            Distinct($"{inner}.routes", association.Routes.Select(route => route.Destination.Value), "a table has one route to a prefix");
        });
        Distinct($"{path}.routes", endpoint.Routes.Select(route => route.Destination.Value), "a table has one route to a prefix");
        Distinct($"{path}.clients", endpoint.Clients.SelectMany(client => client.Addresses), "an address exists once");
        Each($"{path}.clients", endpoint.Clients, (inner, client) =>
        {
            Hold(
                $"{inner}.association",
                client.Association is null == (endpoint.TransitGateway is not null),
                "a client has landed on an association, and on none where the endpoint is attached to a transit gateway");
            Find($"{inner}.association", client.Association, endpoint.Id.Path);
            RequireAddresses(inner, endpoint, client);
            if (client is { Association: { } landed, Ipv6Address: { } address })
            {
                requireIpv6($"{inner}.ipv6Address", endpoint.Associations.First(each => each.Id == landed).Subnet, address);
            }
        });
    }

    /// <summary>In a VPC, with groups, or at a transit gateway that has it attached.</summary>
    private void RequirePlace(string path, ClientVpnEndpoint endpoint)
    {
        Find($"{path}.vpc", endpoint.Vpc);
        Find($"{path}.transitGateway", endpoint.TransitGateway);
        Hold(path, endpoint.Vpc is null != endpoint.TransitGateway is null, "an endpoint is of a VPC, or attached to a transit gateway, and not both");
        if (endpoint.Vpc is { } vpc)
        {
            RequireSome($"{path}.securityGroups", endpoint.SecurityGroups.Count, "an endpoint has at least the default group of its VPC");
            Each($"{path}.securityGroups", endpoint.SecurityGroups, (inner, group) => Find(inner, group, vpc.Path));
            Hold($"{path}.routes", endpoint.Routes.Count == 0, "the routes of an endpoint of a VPC are those of its associations");
        }
        else
        {
            Hold($"{path}.securityGroups", endpoint.SecurityGroups.Count == 0, "what is attached to a transit gateway has no security groups");
            Hold($"{path}.associations", endpoint.Associations.Count == 0, "what is attached to a transit gateway has no associated subnets");
            Hold(
                $"{path}.transitGateway",
                topology.TransitGateways.First(each => each.Id == endpoint.TransitGateway).AttachmentOf(endpoint.Id) is not null,
                $"transit gateway '{endpoint.TransitGateway}' has no attachment of this endpoint");
        }
    }

    private static void RequireFamilies(string path, ClientVpnEndpoint endpoint)
    {
        var (ipv4, ipv6) = (endpoint.IpAddressType != IpAddressType.Ipv6, endpoint.IpAddressType != IpAddressType.Ipv4);
        Hold($"{path}.clientPrefix", endpoint.ClientPrefix is not null == ipv4, "an endpoint has IPv4 addresses for clients when it carries IPv4, and only then");
        Hold(
            $"{path}.clientIpv6Prefix",
            endpoint.ClientIpv6Prefix is not null == (ipv6 && endpoint.TransitGateway is not null),
            "an endpoint has IPv6 addresses for clients of its own when it carries IPv6 and is attached to a transit gateway, and only then");
        Hold($"{path}.clientIpv6Prefix", endpoint.ClientIpv6Prefix is not { IsIpv4: true }, $"{endpoint.ClientIpv6Prefix} is no IPv6 prefix");
    }

    private static void RequireAddresses(string path, ClientVpnEndpoint endpoint, VpnClient client)
    {
        Hold(
            $"{path}.ipv6Address",
            client.Ipv6Address is not null == (endpoint.IpAddressType != IpAddressType.Ipv4) && client.Ipv6Address is not { IsIpv4: true },
            "a client has an IPv6 address when its endpoint carries IPv6, and only then");
        Hold(
            $"{path}.address",
            endpoint.ClientPrefix is { } prefix ? client.Address.IsIpv4 && prefix.Value.Contains(client.Address.AsIpv4!.Value) : client.Address == client.Ipv6Address,
            endpoint.ClientPrefix is { } clients
                ? $"{client.Address} is not in the prefix of the endpoint's clients ({clients})"
                : $"{client.Address} is not the IPv6 address of the client, which has no other");
        Hold(
            $"{path}.ipv6Address",
            endpoint.ClientIpv6Prefix is not { } ipv6 || ipv6.Contains(client.Ipv6Address!.Value),
            $"{client.Ipv6Address} is not in the prefix of the endpoint's clients ({endpoint.ClientIpv6Prefix})");
    }
}
