using NetDsl.Model;
using static NetDsl.Interop.Snapshots.Code.CodeText;

namespace NetDsl.Interop.Snapshots.Code;

/// <content>Client VPN endpoints.</content>
internal sealed partial class TopologyCode
{
    private void WriteClientVpns()
    {
        foreach (var endpoint in topology.ClientVpnEndpoints)
        {
            var prefix = endpoint.ClientPrefix is { } clients ? Literal(clients.ToString()) : "null";
            var arguments = $"{Literal(endpoint.Name)}, {prefix}, {Authentication(endpoint.Authentication)}, IpAddressType.{endpoint.IpAddressType}";
            if (endpoint.TransitGateway is { } gateway)
            {
                var attachment = Attachments(TransitGatewayAttachmentKind.ClientVpn).First(each => each.Attachment.Resource == endpoint.Id).Attachment;
                Declare(attachment.Id, $"{variables[gateway]}.AttachClientVpn({arguments})");
                Declare(endpoint.Id, [$"{variables[attachment.Id]}.Endpoint", .. PartsOf(endpoint)]);
            }
            else
            {
                Declare(endpoint.Id, [$"{variables[endpoint.Vpc!]}.ClientVpn({arguments})", .. PartsOf(endpoint)]);
            }

            foreach (var client in endpoint.Clients)
            {
                var groups = client.Groups.Count == 0 ? "" : $", groups: new[] {{ {string.Join(", ", client.Groups.Select(Literal))} }}";
                Call(variables[endpoint.Id], $".Client({Literal(client.Name)}{groups})");
            }
        }
    }

    private IEnumerable<string> PartsOf(ClientVpnEndpoint endpoint)
    {
        if (endpoint.SplitTunnel)
        {
            yield return ".SplitTunnel()";
        }

        if ((endpoint.Transport, endpoint.Port) != (Protocol.Udp, 443))
        {
            yield return FormattableString.Invariant($".Transport({(endpoint.Transport == Protocol.Tcp ? "Tcp" : "Udp")}({endpoint.Port}))");
        }

        foreach (var association in endpoint.Associations)
        {
            yield return $".Associate({variables[association.Subnet]})";
        }

        var usual = topology.Vpcs.FirstOrDefault(vpc => vpc.Id == endpoint.Vpc)?.DefaultSecurityGroup;
        foreach (var group in endpoint.SecurityGroups.Where(group => group != usual))
        {
            yield return $".SecurityGroup({variables[group]})";
        }

        // Routes that came with an association were written nowhere.
        var routes = endpoint.TransitGateway is not null
            ? endpoint.Routes.Select(route => (Route: route, Subnet: (ElementId?)null))
            : endpoint.Associations.SelectMany(association => association.Routes.Select(route => (Route: route, Subnet: (ElementId?)association.Subnet)));
        foreach (var same in routes.Where(each => each.Route.Origin.Line > 0).GroupBy(each => (Destination: each.Route.Destination.Value, each.Route.IsLocal)))
        {
            if (same.Key.IsLocal)
            {
                yield return ".ClientToClient()";
            }
            else if (endpoint.TransitGateway is not null || same.Count() == endpoint.Associations.Count)
            {
                yield return $".Route({Literal(same.Key.Destination.ToString())})";
            }
            else
            {
                foreach (var (_, subnet) in same)
                {
                    yield return $".Route({Literal(same.Key.Destination.ToString())}, {variables[subnet!]})";
                }
            }
        }

        foreach (var rule in endpoint.Rules)
        {
            yield return $".Authorize({Literal(rule.Destination.ToString())}{(rule.Group is { } group ? $", {Literal(group)}" : "")})";
        }
    }

    private static string Authentication(ClientVpnAuthentication authentication) => string.Join(
        " | ",
        new[] { ClientVpnAuthentication.Certificate, ClientVpnAuthentication.Directory, ClientVpnAuthentication.Saml }
            .Where(each => authentication.HasFlag(each))
            .Select(each => $"ClientVpnAuthentication.{each}"));
}
