using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Between transit gateways and sites: interconnect sections 2, 5 and 6.</summary>
sealed partial class Walk
{
    /// <summary>Section 2, step 6, for what is no VPC: static routes into a VPN are not filtered by it.</summary>
    void ToSite(TransitGateway gateway, TransitGatewayAttachment egress)
    {
        Pass(egress, $"leaves {gateway.Id}");
        sourceVpc = null;
        if (egress.Kind is TransitGatewayAttachmentKind.Vpn or TransitGatewayAttachmentKind.PrivateIpVpn)
        {
            var vpn = topology.Hybrid.VpnConnections.First(each => each.Id == egress.Resource);
            if (Hybrid.Ways(topology).FirstOrDefault(way => way.Element == vpn) is not { } tunnel)
            {
                Refuse(DropCode.VpnTunnelDown, vpn, "no tunnel is up");
                return;
            }

            PassTransport(vpn);
            Pass(vpn, $"tunnel {tunnel.Tunnel}");
            AtSite(tunnel.Site);
            return;
        }

        var direct = topology.Hybrid.Elements.First(each => each.Id == egress.Resource);
        if (Hybrid.Best(Hybrid.AtAttachment(topology, gateway, egress), Packet.Destination) is not { Way: { } way })
        {
            Refuse(DropCode.NoRouteToDestination, direct, $"no site told of {Packet.Destination}");
            return;
        }

        Pass(direct, $"by {way.Element.Id}");
        Pass(way.Element, "carries it");
        AtSite(way.Site);
    }

    /// <summary>The concentrator at which the connection ends with others.</summary>
    void PassConcentrator(Element element)
    {
        if (element is VpnConnection { Concentrator: { } shared })
        {
            Pass(topology.Hybrid.VpnConcentrators.First(each => each.Id == shared), "leads on");
        }
    }

    /// <summary>The attachment that carries the tunnels of private IP VPN.</summary>
    void PassTransport(Element element)
    {
        if (element is VpnConnection { Transport: { } transport })
        {
            Pass(topology.TransitGateways.SelectMany(each => each.Attachments).First(each => each.Id == transport.Value), "transports IPsec");
        }
    }

    /// <summary>The way that the hash of the flow falls to.</summary>
    void ToSite(TransitGateway gateway, TransitGatewayAttachment egress, Way way)
    {
        if (egress.Kind == TransitGatewayAttachmentKind.Connect)
        {
            ToPeer(gateway, egress, way);
            return;
        }

        Pass(egress, $"leaves {gateway.Id}");
        sourceVpc = null;
        if (topology.Hybrid.DirectConnectGateways.FirstOrDefault(each => each.Id == egress.Resource) is { } direct)
        {
            Pass(direct, $"by {way.Element.Id}");
        }

        PassTransport(way.Element);
        Pass(way.Element, $"tunnel {way.Tunnel}, by its hash");
        AtSite(way.Site);
    }

    /// <summary>
    /// Section 2, ECMP: dynamic VPN attachments when the option is on, Direct Connect gateways always; of one kind, with the same prefix, AS path and
    /// metric. None where a static route decides.
    /// </summary>
    List<(TransitGatewayAttachment Attachment, Way Way)> SharedWays(
        TransitGatewayRouteTable table, TransitGateway gateway, TransitGatewayAttachment egress)
    {
        var longest = RoutesOf(table, gateway).Where(route => route.Destination.Contains(Goal)).Max(route => route.Destination.Length);
        var isShared = egress.Kind switch
        {
            TransitGatewayAttachmentKind.Vpn or TransitGatewayAttachmentKind.PrivateIpVpn => gateway.VpnEcmp,
            TransitGatewayAttachmentKind.DirectConnectGateway or TransitGatewayAttachmentKind.Connect => true,
            _ => false,
        };
        if (!isShared || table.Routes.Any(route => route.Destination.Value.Length == longest && route.Destination.Value.Contains(Goal)))
        {
            return [];
        }

        var learned = gateway.Attachments
            .Where(each => each.Kind == egress.Kind && each.IsAvailable && table.Propagations.Any(propagation => propagation.Value == each.Id))
            .OrderBy(each => each.Name, StringComparer.Ordinal)
            .Select(each => (Attachment: each, Ties: Hybrid.Ties(Hybrid.AtAttachment(topology, gateway, each)
                .Where(heard => heard.Prefix.Length == longest && heard.Prefix.Contains(Goal)))))
            .Where(each => each.Ties.Count > 0)
            .ToList();
        var best = learned.First(each => each.Attachment == egress).Ties[0];
        if (egress.Kind == TransitGatewayAttachmentKind.Connect)
        {
            // Each peer is a path of its own.
            return
            [
                .. learned.SelectMany(each => each.Ties
                    .Where(heard => heard.Path.SequenceEqual(best.Path) && heard.Med == best.Med && heard.Way!.IsInternal == best.Way!.IsInternal)
                    .Select(heard => (each.Attachment, heard.Way!))),
            ];
        }

        return
        [
            .. learned
                .Where(each => each.Ties[0].Path.SequenceEqual(best.Path) && Metric(each.Ties[0]) == Metric(best))
                .SelectMany(each => each.Ties.Select(heard => (each.Attachment, heard.Way!))),
        ];

        static long Metric(Heard heard) => heard.Way!.Policy.Med ?? (heard.Way.Tunnel > 0 ? 100u : 0u);
    }

    /// <summary>The routes of a table in the order of preference for one prefix; no attachment for a blackhole.</summary>
    public IEnumerable<(IpPrefix Destination, TransitGatewayAttachment? Attachment, uint[] Path)> RoutesOf(
        TransitGatewayRouteTable table, TransitGateway gateway)
    {
        foreach (var route in Written(table))
        {
            yield return (route.Destination.Value, gateway.Attachments.FirstOrDefault(each => each.Id == route.Attachment), []);
        }

        foreach (var attachment in gateway.Attachments.Where(each => table.Propagations.Any(propagation => propagation.Value == each.Id)))
        {
            if (attachment is { Kind: TransitGatewayAttachmentKind.Vpc, IsAvailable: true } && !OverlapsOneAttachedBefore(attachment, gateway))
            {
                foreach (var block in topology.Vpc(attachment.Resource).AllBlocks.Where(block => block.Value.IsIpv4 || attachment.Ipv6Support))
                {
                    yield return (block.Value, attachment, []);
                }
            }
        }

        foreach (var (destination, attachment, path) in Hybrid.Learned(topology, gateway, table))
        {
            yield return (destination, attachment, path);
        }

        foreach (var (destination, attachment) in OfClients(table, gateway))
        {
            yield return (destination, attachment, []);
        }
    }
}
