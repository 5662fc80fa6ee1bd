using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What a host has seen of a packet that was not for it: as it came in, and as it left.</summary>
sealed record ForwardedPacket(Holder At, Instance Host, Packet Entered, Packet Left);

/// <summary>Hosts that send on what is not for them: section "A host that forwards".</summary>
sealed partial class Walk
{
    readonly List<ForwardedPacket> forwarded = [];
    readonly List<(ElementId Host, Packet Packet)> inspected = [];
    readonly List<(ElementId At, bool Ingress, Packet Packet)> seen = [];
    bool behindMiddlebox;

    /// <summary>What hosts on the way have seen.</summary>
    public IReadOnlyList<ForwardedPacket> Forwarded => forwarded;

    /// <summary>Section "A trace", return: the first stateful host that saw the forward packet must have seen the reply.</summary>
    public void RequireSymmetry(IReadOnlyList<ForwardedPacket> there)
    {
        var alone = there.FirstOrDefault(each => each.Host.Forwarding == HostForwarding.Stateful
            && each.Entered.Protocol == Protocol.Tcp
            && !inspected.Contains((each.Host.Id, each.Entered.Reply())));
        if (alone is not null)
        {
            Refuse(DropCode.StatefulApplianceAsymmetry, alone.At.Element, $"{alone.Host.Id} did not see the reply");
        }
    }

    /// <summary>Route, target interface E in subnet Q.</summary>
    void ToInterface(Holder target, ElementId vpc, Subnet? from)
    {
        var each = (NetworkInterface)target.Element;
        if (target.Vpc != vpc || each.Instance is null)
        {
            Refuse(DropCode.BadStateRoute, each, target.Vpc == vpc ? "belongs to no instance" : $"not of {vpc}");
            return;
        }

        if (from?.Id != target.Subnet.Id)
        {
            AskAcl(target.Subnet, inbound: true);
        }

        if (target.Addresses.Contains(Goal))
        {
            Arrive(vpc);
            return;
        }

        var entered = Packet;
        var host = topology.Instances.First(instance => instance.Id == each.Instance);
        AskForwarderGroups(target, ingress: true);
        if (each.SourceDestinationCheck)
        {
            Refuse(DropCode.EniSourceDestCheckRestriction, each, $"{Packet.Destination} is not its address");
            return;
        }

        switch (host.Forwarding)
        {
            case HostForwarding.None:
                Refuse(DropCode.HostDoesNotForward, each, $"{host.Id} sends nothing on");
                return;
            case HostForwarding.Stateful when Packet.Protocol == Protocol.Tcp && IsReply:
                inspected.Add((host.Id, Packet));
                if (!(forth?.Forwarded ?? []).Any(seen => seen.Host.Id == host.Id && seen.Entered.Reply() == Packet))
                {
                    Refuse(DropCode.StatefulApplianceAsymmetry, each, $"{host.Id} does not know the connection");
                    return;
                }

                break;
            case HostForwarding.Translating when Packet.Destination.IsIpv6:
                Refuse(DropCode.NatUnsupportedProtocol, each, $"{host.Id} translates IPv4 only");
                return;
            case HostForwarding.Translating:
                if (!Translate(target))
                {
                    return;
                }

                break;
        }

        behindMiddlebox = host.Forwarding != HostForwarding.Translating;
        AskForwarderGroups(target, ingress: false);
        forwarded.Add(new ForwardedPacket(target, host, entered, Packet));
        LeaveSubnet(target.Subnet, forwarded: host.Forwarding != HostForwarding.Translating);
    }

    /// <summary>R-4.9: the groups of an interface on the way know what they have seen before, and what answers that.</summary>
    void AskForwarderGroups(Holder at, bool ingress)
    {
        var before = seen.Concat(forth?.seen ?? []).ToList();
        var isTracked = before.Contains((at.Element.Id, ingress, Packet)) || before.Contains((at.Element.Id, !ingress, Packet.Reply()));
        seen.Add((at.Element.Id, ingress, Packet));
        AskGroups(at, ingress, isTracked);
    }
}
