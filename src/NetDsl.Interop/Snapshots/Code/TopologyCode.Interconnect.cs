using NetDsl.Model;
using static NetDsl.Interop.Snapshots.Code.CodeText;

namespace NetDsl.Interop.Snapshots.Code;

/// <content>What joins VPCs, regions and sites.</content>
internal sealed partial class TopologyCode
{
    private void WritePeerings()
    {
        foreach (var peering in topology.Peerings)
        {
            var accepter = topology.Vpcs.First(vpc => vpc.Id == peering.Accepter.Value);
            var account = accepter.Account.Path == "default" ? "network.DefaultAccount" : variables[accepter.Account];
            Declare(
                peering.Id,
                $"network.Peer({Literal(peering.Name)}, {variables[peering.Requester.Value]}, {variables[peering.Accepter.Value]}).AcceptedBy({account})",
                peering.RequesterDnsResolution ? $".AllowDnsResolution({variables[peering.Requester.Value]})" : "",
                peering.AccepterDnsResolution ? $".AllowDnsResolution({variables[peering.Accepter.Value]})" : "");
        }
    }

    private void WriteTransitGateways()
    {
        foreach (var gateway in topology.TransitGateways)
        {
            Declare(
                gateway.Id,
                [
                    $"{variables[gateway.Region]}.TransitGateway({Literal(gateway.Name)}, defaultRouteTable: false)",
                    gateway.SecurityGroupReferencing ? ".SecurityGroupReferencing()" : "",
                    gateway.VpnEcmp ? "" : ".VpnEcmp(false)",
                    gateway.DnsSupport ? "" : ".DnsSupport(false)",
                    gateway.AmazonSideAsn == TransitGateway.DefaultAsn ? "" : $".AmazonSideAsn({gateway.AmazonSideAsn})",
                    .. gateway.CidrBlocks.Select(block => $".CidrBlock({Literal(block.ToString())})"),
                ]);
            foreach (var attachment in gateway.Attachments.Where(each => each.Kind == TransitGatewayAttachmentKind.Vpc))
            {
                Declare(
                    attachment.Id,
                    [
                        $"{variables[gateway.Id]}.Attach({Literal(attachment.Name)}, {variables[attachment.Subnets[0].Value]})",
                        .. attachment.Subnets.Skip(1).Select(subnet => $".Subnet({variables[subnet.Value]})"),
                        attachment.DnsSupport ? "" : ".DnsSupport(false)",
                        attachment.SecurityGroupReferencing ? "" : ".SecurityGroupReferencing(false)",
                        attachment.ApplianceMode ? ".ApplianceMode()" : "",
                        attachment.Ipv6Support ? ".Ipv6Support()" : "",
                    ]);
            }
        }

        foreach (var (gateway, attachment) in Attachments(TransitGatewayAttachmentKind.Peering))
        {
            var there = new ElementId(ElementKind.TransitGatewayAttachment, $"{attachment.Resource.Path}/{attachment.Name}");
            if (!variables.Has(attachment.Id))
            {
                Declare(attachment.Id, $"{variables[gateway.Id]}.Peer({Literal(attachment.Name)}, {variables[attachment.Resource]}).AcceptedBy(network.DefaultAccount)");
                Declare(there, $"{variables[attachment.Id]}.Accepter");
            }
        }
    }

    private void WriteHybrid()
    {
        var hybrid = topology.Hybrid;
        foreach (var gateway in hybrid.VpnGateways)
        {
            Declare(
                gateway.Id, $"{variables[gateway.Region]}.VpnGateway({Literal(gateway.Name)}, {gateway.Asn})", gateway.Vpc is { } vpc ? $".AttachTo({variables[vpc]})" : "");
        }

        foreach (var gateway in hybrid.DirectConnectGateways)
        {
            Declare(gateway.Id, $"network.DirectConnectGateway({Literal(gateway.Name)}, {gateway.Asn})");
            foreach (var association in gateway.Associations)
            {
                var allowed = string.Concat(association.AllowedPrefixes.Select(prefix => $".Allow({Literal(prefix.ToString())})"));
                if (association.Gateway.Kind == ElementKind.VpnGateway)
                {
                    Call(variables[gateway.Id], $".Associate({variables[association.Gateway]}){allowed}");
                }
                else
                {
                    var (_, attachment) = Attachments(TransitGatewayAttachmentKind.DirectConnectGateway).First(each => each.Attachment.Resource == gateway.Id && each.Gateway.Id == association.Gateway);
                    Declare(attachment.Id, $"{variables[association.Gateway]}.AttachDirectConnect({Literal(attachment.Name)}, {variables[gateway.Id]}){allowed}");
                }
            }
        }

        foreach (var site in hybrid.Sites)
        {
            Declare(site.Id, [$"network.Site({Literal(site.Name)}, {site.Asn})", .. site.Prefixes.Select(prefix => $".Prefix({Literal(prefix.ToString())})")]);
            foreach (var gateway in hybrid.CustomerGateways.Where(each => each.Site == site.Id))
            {
                Declare(
                    gateway.Id,
                    $"{variables[site.Id]}.CustomerGateway({Literal(gateway.Name)}{(gateway.Address is { } address ? $", {Literal(address.ToString())}" : "")})");
            }

            foreach (var connection in hybrid.Connections.Where(each => each.Site == site.Id))
            {
                Declare(connection.Id, $"{variables[site.Id]}.DirectConnect({Literal(connection.Name)}, {Literal(connection.Location)}, {variables[connection.Region]})");
            }
        }

        foreach (var connection in hybrid.VpnConnections)
        {
            WriteVpnConnection(connection);
        }

        foreach (var each in hybrid.VirtualInterfaces)
        {
            Declare(
                each.Id,
                $"{variables[each.Port]}.{each.Kind}VirtualInterface({Literal(each.Name)}, {each.Vlan}, {variables[each.Gateway.Value]})",
                each.IsUp ? "" : ".Down()");
        }
    }

    private void WriteVpnConnection(VpnConnection connection)
    {
        var parts = string.Concat(connection.StaticRoutes.Select(prefix => $".StaticRoute({Literal(prefix.ToString())})")
            .Concat(connection.DeviceRoutes.Select(prefix => $".DeviceRoute({Literal(prefix.ToString())})"))
            .Concat(connection.Tunnels.Where(tunnel => !tunnel.IsUp).Select(tunnel => $".TunnelDown({tunnel.Number})")));
        var device = variables[connection.CustomerGateway.Value];
        if (connection.Target.Kind == ElementKind.VpnGateway)
        {
            Declare(connection.Id, $"{variables[connection.Target]}.VpnConnection({Literal(connection.Name)}, {device})", parts);
            return;
        }

        var (_, attachment) = Attachments(TransitGatewayAttachmentKind.Vpn).First(each => each.Attachment.Resource == connection.Id);
        Declare(
            attachment.Id,
            $"{variables[connection.Target]}.AttachVpn({Literal(connection.Name)}, {device}{(parts.Length > 0 ? $", connection => connection{parts}" : "")})");
    }

    private void WriteTransitRouteTables()
    {
        foreach (var gateway in topology.TransitGateways)
        {
            foreach (var table in gateway.RouteTables)
            {
                Declare(
                    table.Id,
                    [
                        $"{variables[gateway.Id]}.RouteTable({Literal(table.Name)})",
                        .. gateway.Attachments.Where(attachment => attachment.Association == table.Id).Select(attachment => $".Associate({variables[attachment.Id]})"),
                        .. table.Propagations.Select(attachment => $".Propagate({variables[attachment.Value]})"),
                        .. table.Routes.Select(route => route.Attachment is { } attachment
                            ? $".Route({Literal(route.Destination.ToString())}, {variables[attachment]})"
                            : $".Blackhole({Literal(route.Destination.ToString())})"),
                    ]);
            }
        }
    }

    private IEnumerable<(TransitGateway Gateway, TransitGatewayAttachment Attachment)> Attachments(TransitGatewayAttachmentKind kind) =>
        from gateway in topology.TransitGateways
        from attachment in gateway.Attachments
        where attachment.Kind == kind
        select (gateway, attachment);
}
