using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>To sites and from them: docs/semantics.md, section "Sites", and interconnect sections 5 to 7.</summary>
sealed partial class Walk
{
    /// <summary>Route, target virtual private gateway.</summary>
    void ToVpnGateway(VpnGateway gateway, ElementId vpc)
    {
        if (gateway.Vpc != vpc)
        {
            Refuse(DropCode.BadStateRoute, gateway, $"not attached to {vpc}");
            return;
        }

        sourceVpc = null;
        AtVpnGateway(gateway);
    }

    void AtVpnGateway(VpnGateway gateway)
    {
        if (Hybrid.Best(Hybrid.AtVpnGateway(topology, gateway), Goal) is not { } best)
        {
            Refuse(DropCode.VgwUnknownPrefix, gateway, $"{Packet.Destination} is in no prefix that it heard of");
            return;
        }

        if (best.Way is not { } way)
        {
            Pass(gateway, $"{best.Prefix} is of its VPC");
            if (gateway.RouteTable is { } table)
            {
                EnterBy(topology.RouteTables.First(each => each.Id == table), needsPublicAddress: false);
            }
            else
            {
                IntoVpc(gateway.Vpc!);
            }

            return;
        }

        Pass(gateway, $"{best.Prefix} by {way.Element.Id}");
        if (topology.Hybrid.DirectConnectGateways.FirstOrDefault(each => each.Id == way.End) is { } through)
        {
            Pass(through, $"on to {way.Element.Id}");
        }

        Pass(way.Element, $"tunnel {way.Tunnel}");
        AtSite(way.Site);
    }

    void AtSite(Site site)
    {
        if (isTunnel)
        {
            return;
        }

        if (!visited.Add((site.Id, null)))
        {
            Refuse(DropCode.ForwardingLoop, site, "the packet was here before");
            return;
        }

        if (Hybrid.Best(Hybrid.AtSite(topology, site), Goal) is not { } best)
        {
            Refuse(DropCode.NoRouteToDestination, site, $"nobody told of {Packet.Destination}");
            return;
        }

        if (best.Way is not { } way)
        {
            if (topology.HolderIn(site.Id, Goal) is { } host)
            {
                Pass(host.Element, "receives");
                FinishAt(host);
            }
            else
            {
                Refuse(DropCode.NoInterfaceWithAddress, site, $"no host has {Packet.Destination}");
            }

            return;
        }

        Pass(site, $"{best.Prefix} by {way.Element.Id}");
        Pass(way.Element, $"tunnel {way.Tunnel}");
        if (way.Element is VirtualInterface { Kind: VirtualInterfaceKind.Public } own)
        {
            ByPublic(own);
        }
        else if (topology.Hybrid.DirectConnectGateways.FirstOrDefault(each => each.Id == way.End) is { } gateway)
        {
            Pass(gateway, "leads on");
            FromSite(Hybrid.Behind(topology, gateway, ((VirtualInterface)way.Element).Kind, Goal), each => each.Resource == gateway.Id);
        }
        else if (way.Element is ConnectPeer peer)
        {
            FromPeer(peer);
        }
        else
        {
            PassTransport(way.Element);
            PassConcentrator(way.Element);
            FromSite(way);
        }
    }

    void FromSite(Way way) => FromSite(way.End, attachment => Hybrid.EndsAt(way, attachment));

    /// <summary>The packet has come from a site to a gateway; to a transit gateway by that attachment.</summary>
    void FromSite(ElementId gateway, Func<TransitGatewayAttachment, bool> by)
    {
        if (topology.Hybrid.VpnGateways.FirstOrDefault(each => each.Id == gateway) is { } vpnGateway)
        {
            AtVpnGateway(vpnGateway);
        }
        else if (topology.TransitGateways.FirstOrDefault(each => each.Id == gateway) is { } transit)
        {
            var ingress = transit.Attachments.First(by);
            if (ingress.IsAvailable)
            {
                Cross(transit, ingress, zone: null);
            }
            else
            {
                Refuse(DropCode.BadStateRoute, ingress, $"{ingress.State}");
            }
        }
        else
        {
            throw new InvalidOperationException($"Nothing leads from a site to {gateway}.");
        }
    }

    /// <summary>Delivery in the VPC, by nothing but its subnets (section 5, on-premises to VPC).</summary>
    void IntoVpc(ElementId vpc)
    {
        if (topology.SubnetIn(vpc, Goal) is not { } subnet)
        {
            Refuse(DropCode.NoInterfaceWithAddress, topology.Vpc(vpc), $"no subnet contains {Packet.Destination}");
            return;
        }

        AskAcl(subnet, inbound: true);
        Arrive(vpc);
    }
}
