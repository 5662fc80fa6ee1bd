using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>IPv6: foundation sections 1.6 and 2.1, NAT64.</summary>
sealed partial class Walk
{
    static readonly IpPrefix WellKnownPrefix = IpPrefix.Parse("64:ff9b::/96");

    readonly List<(ElementId Gateway, Packet Packet)> letOut = [];

    // The node of a load balancer, or the interface of an endpoint, that sends.
    Holder? sendingManaged;

    /// <summary>
    /// no IPv6 between internet gateways and the nodes of internal load balancers (unless told otherwise), nor the interfaces of endpoints.
    /// </summary>
    bool IsDenied(InternetGateway gateway, Element? each)
    {
        if (each is not NetworkInterface { DeniesInternetGatewayTraffic: true } denier)
        {
            return false;
        }

        Refuse(DropCode.EniDeniesIgwTraffic, gateway, $"no IPv6 to or from {denier.Id}");
        return true;
    }

    /// <summary>R-2.4: an internet gateway lets IPv6 of its own VPC out as it is.</summary>
    void LetIpv6Out(InternetGateway gateway)
    {
        if (topology.HolderIn(gateway.Vpc!, Packet.Source) is null)
        {
            Refuse(DropCode.IgwPublicIpAssociationForEgress, gateway, $"nothing of the VPC has {Packet.Source}");
            return;
        }

        sourceVpc = null;
        (leftRegion, startedOnInternet) = (topology.Vpc(gateway.Vpc!).Region, false);
        Pass(gateway, "lets it out as it is");
        OnInternet();
    }

    /// <summary>Route, target egress-only internet gateway .</summary>
    void ToEgressOnlyGateway(EgressOnlyInternetGateway gateway, Subnet from)
    {
        if (gateway.Vpc != from.Vpc)
        {
            Refuse(DropCode.BadStateRoute, gateway, $"not of {from.Vpc}");
        }
        else if (sourceVpc != from.Vpc || Packet.Destination.IsIpv4)
        {
            Refuse(DropCode.IgwPublicIpAssociationForEgress, gateway, "carries IPv6 that its own VPC sends");
        }
        else if (IsBlocked(from, natGateway: true))
        {
            Refuse(DropCode.BpaBlocked, gateway, $"{from.Id} is blocked");
        }
        else if (topology.HolderIn(from.Vpc, Packet.Source) is null)
        {
            Refuse(DropCode.IgwPublicIpAssociationForEgress, gateway, $"nothing of the VPC has {Packet.Source}");
        }
        else
        {
            letOut.Add((gateway.Id, Packet));
            sourceVpc = null;
            (leftRegion, startedOnInternet) = (topology.Vpc(from.Vpc).Region, false);
            Pass(gateway, "lets it out");
            OnInternet();
        }
    }

    /// <summary>Section "Internet": an address of an IPv6 block is public as it is. Whether the packet came to a VPC.</summary>
    bool EntersByIpv6()
    {
        if (topology.Vpcs.FirstOrDefault(each => each.Ipv6Blocks.Any(block =>
            block.Value.Contains(Goal) && !each.UnadvertisedIpv6Blocks.Contains(block.Value))) is not { } vpc)
        {
            return false;
        }

        var subnet = topology.SubnetIn(vpc.Id, Goal);
        var gateway = topology.GatewayOf(vpc.Id);
        var egressOnly = topology.EgressOnlyInternetGateways.FirstOrDefault(each => each.Vpc == vpc.Id);
        var ways = subnet is null ? [] : topology.TableOf(subnet).Routes
            .Where(route => route.Destination.Value.IsIpv6)
            .Select(route => route.Target.Value.Kind)
            .ToList();
        var sendsByEgressOnly = ways.Contains(ElementKind.EgressOnlyInternetGateway) && !ways.Contains(ElementKind.InternetGateway);
        if (egressOnly is not null && (gateway is null || sendsByEgressOnly))
        {
            if (subnet is not null && IsBlocked(subnet, natGateway: true))
            {
                Refuse(DropCode.BpaBlocked, egressOnly, $"{subnet.Id} is blocked");
            }
            else if (forth is null || !forth.letOut.Contains((egressOnly.Id, Packet.Reply())))
            {
                Refuse(DropCode.EigwUnsolicited, egressOnly, $"{Packet} answers nothing");
            }
            else
            {
                Pass(egressOnly, "lets the reply in");
                Into(vpc, subnet);
            }

            return true;
        }

        if (gateway is null)
        {
            return false;
        }

        if (subnet is not null && IsBlocked(subnet, natGateway: false))
        {
            Refuse(DropCode.BpaBlocked, gateway, $"{subnet.Id} is blocked");
            return true;
        }

        if (IsDenied(gateway, topology.HolderIn(vpc.Id, Goal)?.Element))
        {
            return true;
        }

        Pass(gateway, "lets it in as it is");
        if (gateway.RouteTable is { } table)
        {
            EnterBy(topology.RouteTables.First(each => each.Id == table));
        }
        else
        {
            Into(vpc, subnet);
        }

        return true;
    }

    void Into(Vpc vpc, Subnet? subnet)
    {
        if (subnet is null)
        {
            Refuse(DropCode.NoInterfaceWithAddress, vpc, $"no subnet contains {Goal}");
            return;
        }

        AskAcl(subnet, inbound: true);
        Arrive(vpc.Id);
    }

    /// <summary>R-1.21: a NAT gateway makes IPv4 of what is for 64:ff9b::/96, and of nothing else.</summary>
    void ToNat64(Holder nat)
    {
        if (!WellKnownPrefix.Contains(Packet.Destination))
        {
            Refuse(DropCode.NatUnsupportedProtocol, nat.Element, $"{Packet.Destination} is not of {WellKnownPrefix}");
            return;
        }

        if (translators++ > topology.TranslatorCount())
        {
            Refuse(DropCode.ForwardingLoop, nat.Element, "from one translator to the next without end");
            return;
        }

        var isEcho = Packet.Protocol == Protocol.Icmpv6 && Packet.DestinationPort == 128 << 8;
        if (Packet.Protocol != Protocol.Tcp && Packet.Protocol != Protocol.Udp && !isEcho)
        {
            Refuse(DropCode.NatUnsupportedProtocol, nat.Element, $"protocol {Packet.Protocol} is not translated");
            return;
        }

        var before = Packet;
        Packet = new Packet(
            nat.PrivateAddress,
            new Ipv4Address((uint)Packet.Destination.Low),
            isEcho ? Protocol.Icmp : Packet.Protocol,
            FirstNatPort,
            isEcho ? (ushort)(8 << 8) : Packet.DestinationPort);
        flows.Add(new NatFlow(nat.Element.Id, before, Packet));
        Pass(nat.Element, $"becomes {Packet}");
        Restart(nat.Vpc, null);
        fromNatGateway = true;
        LeaveSubnet(nat.Subnet);
    }
}
