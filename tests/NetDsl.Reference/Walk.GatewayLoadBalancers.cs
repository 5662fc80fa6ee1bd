using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What goes through appliances: section "Gateway Load Balancers".</summary>
sealed partial class Walk
{
    /// <summary>Route, target Gateway Load Balancer endpoint in subnet Q.</summary>
    void ToGatewayLoadBalancerEndpoint(VpcEndpoint endpoint, ElementId vpc, Subnet? from)
    {
        if (endpoint.Vpc != vpc)
        {
            Refuse(DropCode.BadStateRoute, endpoint, $"not of {vpc}");
            return;
        }

        var own = topology.Holders().First(each => each.Element.Id == endpoint.Interfaces[0]);
        if (from?.Id != own.Subnet.Id)
        {
            AskAcl(own.Subnet, inbound: true);
        }

        if (endpoint.State != VpcEndpointState.Available)
        {
            Refuse(DropCode.EndpointNotAccepted, endpoint, $"{endpoint.State}");
            return;
        }

        if (Appliances.NodeFor(topology, endpoint, topology.ZoneId(own.Subnet)) is not var (balancer, node))
        {
            Refuse(DropCode.VpceServiceNotInstalledInAz, endpoint, $"no node in {own.Subnet.Zone}");
            return;
        }

        var appliances = Appliances.Eligible(topology, balancer, topology.ZoneId(own.Subnet));
        if (appliances.Count == 0)
        {
            Refuse(
                balancer.Targets.Any(target => target.IsHealthy) ? DropCode.Elbv2NoTargetsInAz : DropCode.Elbv2ListenerHasNoTg,
                balancer,
                "no healthy appliance");
            return;
        }

        // R-6.10: what a load balancer kept the client's address of does not go this way.
        if (carrier is not null)
        {
            Refuse(DropCode.Elbv2SourceAddressPreservation, endpoint, "the client's address was kept");
            return;
        }

        var appliance = Appliances.Choose(Packet, balancer.Stickiness, appliances);
        Pass(endpoint, $"hands it to {balancer.Id}");
        Pass(balancer, $"sends it to {appliance.Path}");
        if (PassAppliance(node, appliance))
        {
            behindMiddlebox = true;
            LeaveSubnet(own.Subnet, forwarded: true);
        }
    }

    /// <summary>In Geneve to the appliance and back: filters see UDP 6081 between the node and it, both ways to that port.</summary>
    bool PassAppliance(Holder node, Holder appliance)
    {
        var inner = Packet;
        var host = topology.Instances.First(each => each.Id == ((NetworkInterface)appliance.Element).Instance);
        Packet = new Packet(node.PrivateAddress, appliance.PrivateAddress, Protocol.Udp, 49152, 6081);
        Cross(node.Subnet, appliance.Subnet);
        AskForGeneve(appliance, ingress: true);
        if (host.Forwarding is HostForwarding.None or HostForwarding.Translating)
        {
            Packet = inner;
            Refuse(DropCode.HostDoesNotForward, appliance.Element, $"{host.Id} gives nothing back");
            return false;
        }

        if (host.Forwarding == HostForwarding.Stateful && inner.Protocol == Protocol.Tcp && IsReply)
        {
            inspected.Add((host.Id, inner));
            if (!(forth?.Forwarded ?? []).Any(seen => seen.Host.Id == host.Id && seen.Entered.Reply() == inner))
            {
                Packet = inner;
                Refuse(DropCode.StatefulApplianceAsymmetry, appliance.Element, $"{host.Id} does not know the connection");
                return false;
            }
        }

        forwarded.Add(new ForwardedPacket(appliance, host, inner, inner));
        Packet = new Packet(appliance.PrivateAddress, node.PrivateAddress, Protocol.Udp, 49152, 6081);
        AskForGeneve(appliance, ingress: false);
        Cross(appliance.Subnet, node.Subnet);
        Packet = inner;
        return true;
    }

    void Cross(Subnet from, Subnet to)
    {
        if (from.Id != to.Id)
        {
            AskAcl(from, inbound: false);
            AskAcl(to, inbound: true);
        }
    }

    /// <summary>Nodes have no groups, so that no rule which references one matches them.</summary>
    void AskForGeneve(Holder appliance, bool ingress)
    {
        if (Filters.Allowing(topology, appliance, Packet, sourceVpc: null, ingress, carrier: null) is { } allowing)
        {
            Pass(appliance.Element, $"{allowing.Group.Name} allows {allowing.Rule.Traffic}", allowing.Rule.Origin);
        }
        else
        {
            Refuse(DropCode.EniSgRulesMismatch, appliance.Element, $"no {(ingress ? "ingress" : "egress")} rule allows {Packet}");
        }
    }
}
