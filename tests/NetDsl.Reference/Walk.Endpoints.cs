using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What endpoints do: sections "Endpoints" and "Services".</summary>
sealed partial class Walk
{
    /// <summary>The vendor's service where the walk ended.</summary>
    public PublicService? Served { get; private set; }

    /// <summary>The gateway endpoint that led there, if one did.</summary>
    VpcEndpoint? gatewayEndpoint;

    /// <summary>The interface of an endpoint that led there, if one did.</summary>
    Holder? endpointInterface;

    /// <summary>Section "Services": the reply comes back the way that the request went.</summary>
    public void FromService(Walk request)
    {
        Pass(request.Served!, "replies");
        if (request.endpointInterface is { } holder)
        {
            ArriveAt(holder);
        }
        else if (request.gatewayEndpoint is { } endpoint)
        {
            if (topology.SubnetIn(endpoint.Vpc, Packet.Destination) is not { } subnet)
            {
                Refuse(DropCode.NoInterfaceWithAddress, topology.Vpc(endpoint.Vpc), $"no subnet contains {Packet.Destination}");
                return;
            }

            AskAcl(subnet, inbound: true);
            Arrive(endpoint.Vpc);
        }
        else
        {
            (startedOnInternet, isOfService, leftRegion) = (true, true, request.Served is PublicService of ? of.Region : null);
            OnInternet();
        }
    }

    /// <summary>R-7.1 to: a gateway endpoint takes what the VPC itself sends, in TCP or ICMP.</summary>
    void ToGatewayEndpoint(VpcEndpoint endpoint)
    {
        if (sourceVpc != endpoint.Vpc)
        {
            Refuse(DropCode.EndpointNotExtendable, endpoint, $"the source is not of {endpoint.Vpc}");
            return;
        }

        if (Packet.Protocol != Protocol.Tcp && Packet.Protocol != Protocol.Icmp && Packet.Protocol != Protocol.Icmpv6)
        {
            Refuse(DropCode.VpceGatewayProtocolRestriction, endpoint, $"protocol {Packet.Protocol} is not taken");
            return;
        }

        Pass(endpoint, "leads to the service");
        AskPolicy(endpoint);
        FinishAt(topology.PublicServices.First(service => service.Id == endpoint.Service.Value), endpoint, null);
    }

    /// <summary>R-6.17 to .</summary>
    void PassEndpoint(Holder holder, Holder? handedBy)
    {
        var endpoint = topology.VpcEndpoints.First(each => each.Interfaces.Contains(holder.Element.Id));
        AskGroups(holder, ingress: true);
        if (endpoint.State != VpcEndpointState.Available)
        {
            Refuse(DropCode.EndpointNotAccepted, endpoint, $"{endpoint.State}");
            return;
        }

        var provider = topology.EndpointServices.FirstOrDefault(each => each.Id == endpoint.Service.Value);
        var node = provider?.LoadBalancers
            .SelectMany(id => topology.LoadBalancers.First(balancer => balancer.Id == id).Nodes)
            .Select(id => topology.Holders().First(each => each.Element.Id == id))
            .FirstOrDefault(each => topology.ZoneId(each.Subnet) == topology.ZoneId(holder.Subnet));
        if (provider is not null && node is null)
        {
            Refuse(DropCode.VpceServiceNotInstalledInAz, endpoint, $"{provider.Id} is not in {holder.Subnet.Zone}");
            return;
        }

        if (Packet.Protocol != Protocol.Tcp)
        {
            Refuse(DropCode.ProtocolRestriction, endpoint, $"protocol {Packet.Protocol} is not taken");
            return;
        }

        var before = Packet;
        if (node is not null)
        {
            Packet = Packet with { Destination = node.AddressOf(before.Destination.IsIpv6)!.Value };
        }

        flows.Add(new NatFlow(holder.Element.Id, before, Packet) { HandedBy = handedBy });
        Pass(endpoint, "hands it over");
        Restart(null, null);
        if (node is null)
        {
            AskPolicy(endpoint);
            FinishAt(topology.PublicServices.First(service => service.Id == endpoint.Service.Value), null, holder);
        }
        else
        {
            ArriveAt(node, handedBy: holder);
        }
    }

    void FinishAt(PublicService service, VpcEndpoint? byGateway, Holder? byInterface)
    {
        Served = service;
        gatewayEndpoint = byGateway;
        endpointInterface = byInterface;
        AskResource(service, byGateway ?? topology.VpcEndpoints.FirstOrDefault(each => byInterface is not null && each.Interfaces.Contains(byInterface.Element.Id)));
        Pass(service, "receives it");
        End = WalkEnd.Service;
    }
}
