using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Client VPN endpoints.</content>
internal sealed partial class TopologyInvariants
{
    private void RequireClientVpn(string path, ClientVpnEndpoint endpoint, Action<string, ElementId, IpAddress, Ipv4Address?> requireHolder)
    {
        Find($"{path}.vpc", endpoint.Vpc);
        RequireSome($"{path}.securityGroups", endpoint.SecurityGroups.Count, "an endpoint has at least the default group of its VPC");
        Each($"{path}.securityGroups", endpoint.SecurityGroups, (inner, group) => Find(inner, group, endpoint.Vpc.Path));
        Each($"{path}.associations", endpoint.Associations, (inner, association) =>
        {
            requireHolder(inner, association.Subnet, association.PrivateAddress, association.PublicAddress);
            Find($"{inner}.subnet", association.Subnet, endpoint.Vpc.Path);
            Distinct($"{inner}.routes", association.Routes.Select(route => route.Destination.Value), "a table has one route to a prefix");
        });
        Distinct($"{path}.clients", endpoint.Clients.Select(client => client.Address), "an address exists once");
        Each($"{path}.clients", endpoint.Clients, (inner, client) =>
        {
            Find($"{inner}.association", client.Association, endpoint.Id.Path);
            Hold(
                $"{inner}.address",
                endpoint.ClientPrefix.Value.Contains(client.Address),
                $"{client.Address} is not in the prefix of the endpoint's clients ({endpoint.ClientPrefix})");
        });
    }
}
