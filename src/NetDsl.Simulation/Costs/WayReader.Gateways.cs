using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Simulation.Costs;

/// <content>Through what stands between hosts, networks and the outside.</content>
internal sealed partial class WayReader
{
    /// <summary>A NAT gateway; or the interface of a Client VPN endpoint in a subnet, which translates for its clients.</summary>
    private void PassNat(int holder)
    {
        var gateway = network.At(Graph.Holders[holder].Node)!;
        if (gateway is ClientVpnAssociation)
        {
            PassAssociation(holder);
            return;
        }

        var place = network.PlaceOf(holder);
        Pass(gateway);
        Move(place);
        Pay(PriceTable.NatGatewayGigabyte, gateway.Id.Path, place.Owner);
    }

    /// <summary>
    /// In from a client of Client VPN, or back to one. Nothing is charged between zones for Client VPN, PrivateLink and transit gateways: announced by the vendor in
    /// April 2022.
    /// </summary>
    private void PassAssociation(int holder)
    {
        var association = network.At(Graph.Holders[holder].Node)!;
        var place = network.PlaceOf(holder);
        Pass(association);
        if (isOutside)
        {
            Pay(PriceTable.DataInGigabyte, association.Id.Path, place.Owner);
        }

        Enter(place);
        zone = null;
    }

    private void PassEndpoint(int holder)
    {
        var endpoint = (VpcEndpoint)network.At(LinkOf(holder).Node)!;
        Pass(endpoint);
        Enter(network.PlaceOf(holder));
        zone = null;
        payer = network.OwnerOf(endpoint);
        Pay(PriceTable.InterfaceEndpointGigabyte, endpoint.Id.Path, payer);
    }

    private EndpointLink LinkOf(int holder) => Graph.Endpoints.First(link => link.Holder == holder);

    private void PassAccelerator(int holder)
    {
        var accelerator = network.At(Graph.Holders[holder].Node)!;
        Pass(accelerator);
        charges.Add(new Charge(PriceTable.AcceleratorGigabyte, accelerator.Id.Path, network.OwnerOf(accelerator)) { FromClient = isFromClient });
        if (isFromClient)
        {
            Pay(PriceTable.DataInGigabyte, accelerator.Id.Path, network.OwnerOf(accelerator));
            (region, payer) = ("", network.OwnerOf(accelerator));
        }

        (zone, isOutside, isAtEdge) = (null, false, false);
    }

    private void EnterTransitGateway(TransitGatewayAttachment attachment)
    {
        var gateway = GatewayOf(attachment);
        Pass(gateway);
        if (isOutside)
        {
            // From clients of a Client VPN endpoint; what comes from sites has come in before.
            Pay(PriceTable.DataInGigabyte, gateway.Id.Path, network.OwnerOf(gateway));
        }

        // What comes from another gateway, or back from a network function, has paid already.
        if (attachment.Kind is not (TransitGatewayAttachmentKind.Peering or TransitGatewayAttachmentKind.NetworkFunction))
        {
            Pay(PriceTable.TransitGatewayGigabyte, gateway.Id.Path, attachment.Vpc is null ? network.OwnerOf(gateway) : network.OwnerOf(attachment));
        }

        (zone, region, isOutside) = (null, gateway.Region.Path, false);
        if (payer.Length == 0)
        {
            payer = network.OwnerOf(gateway);
        }
    }

    private void LeaveTransitGateway(TransitGatewayAttachment attachment)
    {
        switch (network.Get<Element>(attachment.Resource))
        {
            case Vpc vpc:
                GoInto(vpc.Id);
                break;
            case TransitGateway other when other.Region.Path != region:
                Pay(PriceTable.InterRegionGigabyte, Between(region, other.Region.Path), network.OwnerOf(GatewayOf(attachment)));
                region = other.Region.Path;
                break;
        }
    }

    private TransitGateway GatewayOf(TransitGatewayAttachment attachment) =>
        network.Get<TransitGateway>(new ElementId(ElementKind.TransitGateway, attachment.Id.Path[..attachment.Id.Path.LastIndexOf('/')]));

    private void PassPeering(Peering peering)
    {
        Pass(peering);
        var ends = new[] { peering.Requester, peering.Accepter }.Select(end => network.Get<Vpc>(end.Value).Region.Path).ToList();
        isOverPeering = ends[0] == ends[1];
        if (!isOverPeering)
        {
            var other = ends.First(end => end != region);
            Pay(PriceTable.InterRegionGigabyte, Between(region, other), payer);
            (zone, region) = (null, other);
        }
    }

    private void LeaveByGateway(int gateway)
    {
        through.Add(Graph.Nodes[gateway].Name);
        (zone, isOutside, isAtEdge) = (null, true, true);
    }

    /// <summary>Comes in from the internet; or back in, when one public address of the network has written to another.</summary>
    private void EnterByGateway(int gateway, Place? receiver)
    {
        var home = network.Get<Element>(network.At(gateway) switch
        {
            InternetGateway { Vpc: { } vpc } => vpc,
            EgressOnlyInternetGateway { Vpc: var vpc } => vpc,
            _ => throw new InvalidOperationException($"Nothing comes in by {Graph.Nodes[gateway].Path}."),
        });
        var (there, account) = (((Vpc)home).Region.Path, receiver?.Account ?? network.OwnerOf(home));
        if (!isAtEdge)
        {
            // What comes from a service, an accelerator or a site has come in before.
            if (isOutside)
            {
                Pay(PriceTable.DataInGigabyte, Graph.Nodes[gateway].Path, account);
            }
        }
        else if (region == there)
        {
            Pay(PriceTable.PublicAddressGigabyte, Between(region, there), payer);
            Pay(PriceTable.PublicAddressGigabyte, Between(region, there), account);
        }
        else
        {
            Pay(PriceTable.InterRegionGigabyte, Between(region, there), payer);
        }

        through.Add(Graph.Nodes[gateway].Name);
        GoInto(home.Id);
    }

    private void Inspect(Inspection inspection, Queue<int> appliances)
    {
        var endpoint = network.At(inspection.Node)!;
        var balancer = (GatewayLoadBalancer)network.At(inspection.LoadBalancer)!;
        Pass(endpoint);
        Pay(PriceTable.GatewayLoadBalancerEndpointGigabyte, endpoint.Id.Path, network.OwnerOf(endpoint));
        Pay(PriceTable.GatewayLoadBalancerGigabyte, balancer.Id.Path, network.OwnerOf(balancer));
        if (appliances.TryDequeue(out var appliance))
        {
            var node = balancer.Nodes.Select(network.Get<NetworkInterface>).First(each => each.PrivateAddress == inspection.Address);
            var (near, far) = (network.PlaceOf(node), network.PlaceOf(appliance));
            through.Add(Graph.Nodes[Graph.Holders[appliance].Node].Name);
            if (near.ZoneId != far.ZoneId)
            {
                // There and back, and each time at both ends.
                for (var time = 0; time < 2; time++)
                {
                    Pay(PriceTable.CrossZoneGigabyte, Between(near.ZoneId, far.ZoneId), near.Account);
                    Pay(PriceTable.CrossZoneGigabyte, Between(near.ZoneId, far.ZoneId), far.Account);
                }
            }
        }

        zone = null;
    }
}
