using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What the targets of routes do to the packet.</summary>
sealed partial class Walk
{
    const ushort FirstNatPort = 1024;

    /// <summary>Route, target internet gateway .</summary>
    void ToInternetGateway(InternetGateway gateway, Subnet from)
    {
        var vpc = from.Vpc;
        if (gateway.Vpc != vpc)
        {
            Refuse(DropCode.BadStateRoute, gateway, $"not attached to {vpc}");
            return;
        }

        var isPaired = (regional is null ? sourceVpc : regional.Vpc) == vpc;
        if (isPaired && IsBlocked(from, fromNatGateway))
        {
            Refuse(DropCode.BpaBlocked, gateway, $"{from.Id} is blocked");
            return;
        }

        if (isPaired && Packet.Destination.IsIpv6 && IsDenied(gateway, sendingManaged?.Element))
        {
            return;
        }

        if (sourceVpc == vpc && Packet.Source.IsIpv6)
        {
            LetIpv6Out(gateway);
            return;
        }

        Ipv4Address? publicAddress = !isPaired ? null : regional is null ? topology.HolderIn(vpc, Packet.Source)?.PublicAddress : Packet.Source.AsIpv4;
        if (publicAddress is null)
        {
            Refuse(DropCode.IgwPublicIpAssociationForEgress, gateway, $"no public address for {Packet.Source}");
            return;
        }

        Packet = Packet with { Source = publicAddress.Value };
        sourceVpc = null;
        regional = null;
        (leftRegion, startedOnInternet) = (topology.Vpc(vpc).Region, false);
        Pass(gateway, $"source becomes {publicAddress}");
        OnInternet();
    }

    /// <summary>Route, target NAT gateway N in subnet Q .</summary>
    void ToNatGateway(Holder nat, Subnet from)
    {
        if (nat.Vpc != from.Vpc)
        {
            Refuse(DropCode.BadStateRoute, nat.Element, $"not of {from.Vpc}");
            return;
        }

        if (nat.Subnet.Id != from.Id)
        {
            AskAcl(nat.Subnet, inbound: true);
        }

        if (Packet.Destination.IsIpv6)
        {
            ToNat64(nat);
            return;
        }

        if (Translate(nat))
        {
            LeaveSubnet(nat.Subnet);
        }
    }

    /// <summary>A NAT gateway or NAT instance puts its own address and a port in place of the source; whether it could.</summary>
    bool Translate(Holder nat)
    {
        if (Packet.Protocol != Protocol.Tcp && Packet.Protocol != Protocol.Udp && Packet.Protocol != Protocol.Icmp)
        {
            Refuse(DropCode.NatUnsupportedProtocol, nat.Element, $"protocol {Packet.Protocol} is not translated");
            return false;
        }

        var before = Packet;
        Packet = Packet with { Source = nat.PrivateAddress, SourcePort = FirstNatPort };
        sourceVpc = nat.Vpc;
        behindMiddlebox = false;
        fromNatGateway = nat.Element is NatGateway or RegionalNatGateway;
        regional = null;
        flows.Add(new NatFlow(nat.Element.Id, before, Packet));
        Pass(nat.Element, $"source becomes {nat.PrivateAddress}:{FirstNatPort}");
        return true;
    }

    /// <summary>Route, target peering (I section 1).</summary>
    void ToPeering(Peering peering, ElementId vpc)
    {
        if (!peering.Joins(vpc) || peering.Status != PeeringStatus.Active)
        {
            Refuse(DropCode.BadStateRoute, peering, peering.Joins(vpc) ? "not accepted" : $"does not join {vpc}");
            return;
        }

        var other = topology.Vpc(peering.PeerOf(vpc));
        if (!other.Contains(Goal) || sourceVpc != vpc)
        {
            Refuse(DropCode.PcxRequiresAddressInVpcCidr, peering, $"carries only from {vpc} to {other.Id}");
            return;
        }

        Pass(peering, $"to {other.Id}");
        if (topology.SubnetIn(other.Id, Goal) is not { } subnet)
        {
            Refuse(DropCode.NoInterfaceWithAddress, other, $"no subnet contains {Goal}");
            return;
        }

        AskAcl(subnet, inbound: true);
        Arrive(other.Id);
    }
}
