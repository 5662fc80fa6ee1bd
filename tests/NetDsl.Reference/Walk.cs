using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Where a walk ended.</summary>
enum WalkEnd
{
    Nowhere,
    Holder,
    HostService,
    Internet,
    Service,
}

/// <summary>A flow in the table of a NAT gateway: who it is for, and the packet as it left (R-3.6).</summary>
sealed record NatFlow(ElementId NatGateway, Packet Before, Packet After)
{
    /// <summary>The node of a load balancer that kept the client's address, which the reply therefore has to be led back to.</summary>
    public Holder? Keeper { get; init; }

    /// <summary>The accelerator that reached its endpoint inside the VPC, which the reply therefore goes back to.</summary>
    public Accelerator? Edge { get; init; }

    /// <summary>The interface of an endpoint that handed the flow over, if one did.</summary>
    public Holder? HandedBy { get; init; }
}

/// <summary>
/// One packet on its way, by docs/semantics.md; section names in comments are its own. A method that drops returns at once,
/// one that denies goes on.
/// </summary>
sealed partial class Walk(Topology topology, Packet packet, IReadOnlyList<NatFlow>? answers = null, Walk? forth = null)
{
    const string Internet = "internet";

    // Section "Internet", second rule [M].
    static readonly IpPrefix[] NotOnInternet =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3",

            // What is not global unicast, 2000::/3 (RFC 4291).
            "::/3", "4000::/2", "8000::/1",
        }.Select(IpPrefix.Parse),
    ];

    readonly List<Hop> hops = [];
    readonly List<Block> blocks = [];
    readonly List<NatFlow> flows = [];
    readonly HashSet<(ElementId Table, ElementId? SourceVpc)> visited = [];

    ElementId? sourceVpc;

    // Where the packet goes when it is not its destination: the reply of a flow whose client address was kept goes to the keeper.
    IpAddress? goal;

    // Who stands for the sender in rules that reference groups, when a load balancer has kept a foreign source.
    Holder? carrier;
    int translators;
    bool startedOnInternet;
    string? service;

    /// <summary>The packet as it is now.</summary>
    public Packet Packet { get; private set; } = packet;

    public WalkEnd End { get; private set; }

    IpAddress Goal => goal ?? Packet.Destination;

    /// <summary>The interface where the walk ended.</summary>
    public Holder? Receiver { get; private set; }

    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>What NAT gateways on the way remember.</summary>
    public IReadOnlyList<NatFlow> Flows => flows;

    bool IsReply => answers is not null;

    /// <summary>Section "A trace", outcome.</summary>
    public TraceDirection ToDirection()
    {
        var outcome = (blocks.Count, End) switch
        {
            ( > 0, _) or (_, WalkEnd.Nowhere) => Outcome.Dropped,
            (_, WalkEnd.Internet) => Outcome.Exits,
            _ => Outcome.Delivered,
        };
        return new TraceDirection(outcome, hops.ToEquatableArray(), blocks.ToEquatableArray(), Receiver?.Path ?? service ?? Served?.Id.Path);
    }

    /// <summary>Section "A packet leaves holder h".</summary>
    public void FromHolder(Holder sender)
    {
        sourceVpc = sender.Vpc;

        // 1. Source check.
        var checks = sender.Element is not NetworkInterface { SourceDestinationCheck: false };
        if (Packet.Source.IsIpv6 != Packet.Destination.IsIpv6
            || sender.AddressOf(Packet.Source.IsIpv6) is null
            || (checks && !sender.Addresses.Contains(Packet.Source)))
        {
            Refuse(DropCode.EniSourceDestCheckRestriction, sender.Element, $"source {Packet.Source} is not of {sender.Path}");
            return;
        }

        // A host of a site: nothing filters what it sends, and the site routes it.
        if (sender.Site is { } site)
        {
            sourceVpc = null;
            Pass(sender.Element, "sends");
            AtSite(topology.Hybrid.Sites.First(each => each.Id == site));
            return;
        }

        if (sender.Element is VpnClient client)
        {
            FromClient(sender.ClientVpn!, client);
            return;
        }

        if (ReturnsToEdge(sender.Subnet, sender))
        {
            return;
        }

        if (answers?.FirstOrDefault(flow => flow.Keeper is not null && flow.After.Reply() == Packet) is { } kept)
        {
            goal = kept.Keeper!.AddressOf(Packet.Destination.IsIpv6);
        }

        // 2. Host services (R-4.8, R-4.21).
        service = HostService(topology.Vpc(sender.Vpc));
        if (service is not null)
        {
            Pass(service, "host-service", "answers on the host", Origin.None);
            End = WalkEnd.HostService;
            return;
        }

        // 3. Groups, egress.
        AskGroups(sender, ingress: false);
        LeaveSubnet(sender.Subnet);
    }

    /// <summary>Section "Internet", last paragraph: a packet from the internet starts there; its source VPC is none.</summary>
    public void FromInternet()
    {
        startedOnInternet = true;
        sourceVpc = null;
        PassOutside(Packet.Source, "sends");
        if (Packet.Source.IsIpv6 != Packet.Destination.IsIpv6)
        {
            RefuseOnInternet(DropCode.IgwNoMapping, "there is no packet with addresses of two families");
            return;
        }

        OnInternet();
    }

    /// <summary>Section "A trace", outcome: the reply of a host service always arrives.</summary>
    public void FromHostService(Walk request, Holder asking)
    {
        Pass(request.service!, "host-service", "replies", Origin.None);
        FinishAt(asking);
    }

    /// <summary>Drops on the internet.</summary>
    public void RefuseOnInternet(DropCode code, string text) => Refuse(code, Internet, Internet, text, Origin.None);

    /// <summary>Section "A trace", return: it arrived, and not where or not from whom it was awaited.</summary>
    public void Mismatch(Packet asked)
    {
        var text = $"the reply to {asked} arrives here as {Packet}";
        switch (End)
        {
            case WalkEnd.Holder: Refuse(DropCode.ReplyMismatch, Receiver!.Element, text); break;
            case WalkEnd.Service: Refuse(DropCode.ReplyMismatch, Served!, text); break;
            case WalkEnd.HostService: Refuse(DropCode.ReplyMismatch, service!, "host-service", text, Origin.None); break;
            default:
                if (ClientWith(Packet.Destination) is { } client)
                {
                    Refuse(DropCode.ReplyMismatch, client, text);
                }
                else
                {
                    RefuseOnInternet(DropCode.ReplyMismatch, text);
                }

                break;
        }
    }

    /// <summary>Section "A packet leaves holder h", rule 2.</summary>
    string? HostService(Vpc vpc) => Goal.ToString() switch
    {
        "169.254.169.253" => "resolver",
        "169.254.169.254" => "metadata",
        "169.254.169.123" => "time",
        "fd00:ec2::253" => "resolver",
        "fd00:ec2::254" => "metadata",
        "fd00:ec2::123" => "time",
        _ => Goal == new Ipv4Address(vpc.Primary.Value.First.Value + 2) ? "resolver" : null,
    };

    /// <summary>Section "A packet leaves holder h", rules 4 to 6; also for what a NAT gateway sends on.</summary>
    void LeaveSubnet(Subnet subnet, bool forwarded = false)
    {
        leftFrom = forwarded ? leftFrom : subnet;

        // 4. Same subnet (R-1.15).
        if (subnet.Contains(Goal))
        {
            Arrive(subnet.Vpc);
            return;
        }

        // 5. Edge of S, 6. Route.
        AskAcl(subnet, inbound: false);
        Route(subnet);
    }

    /// <summary>Section "Internet".</summary>
    void OnInternet()
    {
        if (Goal.IsIpv6 && EntersByIpv6())
        {
            return;
        }

        if (topology.Accelerators.FirstOrDefault(each => each.Addresses.Any(address => address == Goal) || each.Ipv6Addresses.Contains(Goal)) is { } accelerator)
        {
            AtAccelerator(accelerator);
        }
        else if (topology.LiveHolder(Goal) is { } holder)
        {
            if (IsBlocked(holder.Subnet, holder.Element is NatGateway or RegionalNatGateway))
            {
                Refuse(DropCode.BpaBlocked, topology.GatewayOf(holder.Vpc)!, $"{holder.Subnet.Id} is blocked");
                return;
            }

            // R-2.2, and R-2.7 when the packet came out of a VPC just now.
            Packet = Packet with { Destination = holder.PrivateAddress };
            regional = null;
            var gateway = topology.GatewayOf(holder.Vpc)!;
            Pass(gateway, $"destination becomes {holder.PrivateAddress}");
            if (holder.Element is RegionalNatGateway)
            {
                ArriveAt(holder);
                return;
            }

            if (gateway.RouteTable is { } table)
            {
                EnterBy(topology.RouteTables.First(each => each.Id == table));
                return;
            }

            AskAcl(holder.Subnet, inbound: true);
            Arrive(holder.Vpc);
        }
        else if (!startedOnInternet && topology.PublicServices.FirstOrDefault(service => Goal.IsIpv4 ? service.Prefix.Contains(Goal) : service.Ipv6Prefix?.Contains(Goal) == true) is { } service)
        {
            FinishAt(service, null, null);
        }
        else if (!fromSite && (isOfService || !startedOnInternet) && Hybrid.OnPublic(topology, leftRegion, Goal) is { } site)
        {
            Pass(site.Way!.Element, $"{site.Prefix} is registered");
            AtSite(site.Way.Site);
        }
        else if (NotOnInternet.Any(prefix => prefix.Contains(Goal)))
        {
            RefuseOnInternet(DropCode.NotRoutableOnInternet, $"{Goal} is no address of the internet");
        }
        else if (topology.OwnsPublicAddress(Goal) || topology.Vpcs.Any(vpc => vpc.Ipv6Blocks.Any(block => block.Value.Contains(Goal))))
        {
            RefuseOnInternet(DropCode.IgwNoMapping, $"{Goal} leads to no attached internet gateway");
        }
        else if (startedOnInternet || fromSite)
        {
            RefuseOnInternet(DropCode.IgwNoMapping, $"{Goal} is not of this network");
        }
        else
        {
            PassOutside(Packet.Destination, "exits");
            End = WalkEnd.Internet;
        }
    }

    /// <summary>Section "Arrival in VPC V".</summary>
    void Arrive(ElementId vpc)
    {
        if (topology.HolderIn(vpc, Goal) is not { } holder)
        {
            Refuse(DropCode.NoInterfaceWithAddress, topology.Vpc(vpc), $"nothing has {Goal}");
        }
        else
        {
            ArriveAt(holder);
        }
    }

    /// <summary>Section "Arrival in VPC V": the packet is at a holder.</summary>
    void ArriveAt(Holder holder, Holder? handedBy = null)
    {
        if (!holder.Translates)
        {
            AskGroups(holder, ingress: true);
            if (topology.IsNatInstance(holder) && translators++ > topology.TranslatorCount())
            {
                Refuse(DropCode.ForwardingLoop, holder.Element, "from one translator to the next without end");
                return;
            }

            if (answers?.FirstOrDefault(flow => flow.NatGateway == holder.Element.Id && flow.After.Reply() == Packet) is { } own)
            {
                // A NAT instance gives a reply its destination back and sends it on.
                Packet = own.Before.Reply();
                Pass(holder.Element, $"answers a flow: {Packet}");
                Restart(null, null);
                AskGroups(holder, ingress: false);
                LeaveSubnet(holder.Subnet);
                return;
            }

            FinishAt(holder);
        }
        else if (holder.ClientVpn is { } endpoint && Goal.IsIpv6)
        {
            ThroughAssociation(endpoint, holder);
        }
        else if (translators++ > topology.TranslatorCount())
        {
            Refuse(DropCode.ForwardingLoop, holder.Element, "from one translator to the next without end");
        }
        else if (answers?.FirstOrDefault(flow => flow.NatGateway == holder.Element.Id && flow.After.Reply() == Packet) is { } flow)
        {
            // R-3.8: the packet answers a flow, and becomes the reply to what that began with.
            Packet = flow.Before.Reply();
            Pass(NameOf(holder), $"answers a flow: {Packet}");
            if (holder.ClientVpn is { } own)
            {
                Restart(null, null);
                ToClient(own);
            }
            else if (holder.Element is RegionalNatGateway)
            {
                Restart(null, null);
                Route(holder.Subnet);
            }
            else if (flow.HandedBy is { } client)
            {
                Restart(null, null);
                ArriveAt(client, handedBy: holder);
            }
            else
            {
                Restart(holder.Element is NetworkInterface ? holder.Vpc : null, null);
                sendingManaged = holder;
                if (!ReturnsToEdge(holder.Subnet, sender: null))
                {
                    LeaveSubnet(holder.Subnet);
                }
            }
        }
        else if (holder.Element is NetworkInterface { ManagedBy.Kind: ElementKind.GatewayLoadBalancer }
            || topology.VpcEndpoints.Any(each => each.Kind == VpcEndpointKind.GatewayLoadBalancer && each.Interfaces.Contains(holder.Element.Id)))
        {
            Refuse(DropCode.GwlbNotAddressable, holder.Element, "only routes lead here");
        }
        else if (holder.Element is NetworkInterface { ManagedBy.Kind: ElementKind.VpcEndpoint })
        {
            PassEndpoint(holder, handedBy);
        }
        else if (holder.Element is NetworkInterface)
        {
            Distribute(holder, handedBy);
        }
        else
        {
            Refuse(DropCode.NatUnsolicited, holder.Element, $"no flow that {Packet} answers");
        }
    }

    /// <summary>Behind a translator the walk begins anew: it goes somewhere else from here.</summary>
    void Restart(ElementId? vpc, Holder? keeper)
    {
        sourceVpc = vpc;
        goal = null;
        carrier = keeper;
        sendingManaged = null;
        behindMiddlebox = false;
        fromNatGateway = false;
        regional = null;
        (leftRegion, fromSite) = (null, false);
        visited.Clear();
    }

    void AskGroups(Holder holder, bool ingress) => AskGroups(holder, ingress, IsReply);

    void AskGroups(Holder holder, bool ingress, bool isTracked)
    {
        if (isTracked)
        {
            // R-4.9: a tracked reply.
            Pass(holder.Element, "reply of a tracked connection");
        }
        else if (Filters.Allowing(topology, holder, Packet, behindMiddlebox ? null : sourceVpc, ingress, carrier) is { } allowing)
        {
            Pass(holder.Element, $"{allowing.Group.Name} allows {allowing.Rule.Traffic}", allowing.Rule.Origin);
        }
        else
        {
            Refuse(DropCode.EniSgRulesMismatch, holder.Element, $"no {(ingress ? "ingress" : "egress")} rule allows {Packet}");
        }
    }

    void AskAcl(Subnet subnet, bool inbound)
    {
        var acl = topology.AclOf(subnet);
        var way = inbound ? "into" : "out of";
        if (Filters.Deciding(acl, Packet, inbound) is not { } entry)
        {
            Refuse(DropCode.SubnetAclRestriction, acl, $"no entry allows {Packet} {way} {subnet.Id}");
        }
        else if (entry.Action == AclAction.Deny)
        {
            Refuse(DropCode.SubnetAclRestriction, acl.Id.Path, ElementKinds.Code(acl.Id.Kind), $"entry {entry.Number} denies {Packet} {way} {subnet.Id}", entry.Origin);
        }
        else
        {
            Pass(acl, $"entry {entry.Number} allows {way} {subnet.Id}", entry.Origin);
        }
    }

    void Pass(Element element, string decision, Origin? origin = null) =>
        Pass(element.Id.Path, ElementKinds.Code(element.Id.Kind), decision, origin ?? element.Origin);

    void Pass(string element, string kind, string decision, Origin origin) =>
        hops.Add(new Hop(element, kind, decision, Packet, origin, null));

    void Refuse(DropCode code, Element element, string text) =>
        Refuse(code, element.Id.Path, ElementKinds.Code(element.Id.Kind), text, element.Origin);

    void Refuse(DropCode code, string element, string kind, string text, Origin origin)
    {
        hops.Add(new Hop(element, kind, text, Packet, origin, code));
        blocks.Add(new Block(code, element, text, origin));
    }

    void FinishAt(Holder holder)
    {
        End = WalkEnd.Holder;
        Receiver = holder;
    }
}
