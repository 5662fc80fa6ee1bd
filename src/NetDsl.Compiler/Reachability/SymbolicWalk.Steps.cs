using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <content>The steps of path programs.</content>
internal sealed partial class SymbolicWalk
{
    private static readonly Protocol[] Translatable = [Protocol.Icmp, Protocol.Tcp, Protocol.Udp];

    /// <summary>What goes on behind a step; nothing when nothing does.</summary>
    private FlowBranch? Take(FlowBranch branch, SymbolicLeg leg, int program, int step, PathStep taken)
    {
        switch (taken)
        {
            case SenderGroupsStep:
                return LeaveInterface(branch, sender, program, step, isOnTheWay: false, isGroupSending);
            case HolderGroupsStep groups:
                return LeaveInterface(branch, groups.Holder, program, step, isOnTheWay: false);
            case HolderEntryStep entry:
                return EnterInterface(branch, leg with { SourceVpc = entry.SourceVpc }, entry.Holder, program, step, isOnTheWay: false);
            case NetworkAclStep acl:
                return Pass(
                    branch, filters.Acl(acl.Filter, branch.Header, acl.Inbound), program, step, -1, DropCode.SubnetAclRestriction, acl.Filter);
            case NatGatewayStep nat:
                return TranslateSource(branch, nat.Holder, program, step);
            case InterfaceEntryStep entry:
                return EnterInterface(branch, leg with { SourceVpc = entry.SourceVpc }, entry.Holder, program, step, isOnTheWay: true);
            case ForwardStep forward:
                return Forward(branch, forward, program, step);
            case GatewayEndpointStep:
                return Pass(
                    branch,
                    headers.IsOneOf(branch.Header.Protocol, Protocol.Icmp, Protocol.Tcp, Protocol.Icmpv6),
                    program,
                    step,
                    -1,
                    DropCode.VpceGatewayProtocolRestriction);
            case RegisteredSourceStep registered:
                return Pass(
                    branch,
                    space.UnionOf([.. registered.Prefixes.Select(prefix => headers.In(branch.Header.Source, prefix))]),
                    program,
                    step,
                    -1,
                    DropCode.DxSourceNotRegistered);
            case EgressOnlyGatewayStep gateway:
                return PassEgressOnly(branch, gateway, program, step);
            case InternetGatewayOutStep gateway:
                return LeaveByInternetGateway(branch, leg, gateway, program, step);
            case InternetGatewayInStep { Holder: >= 0 } gateway:
                return At(branch, program, step) with
                {
                    Header = branch.Header with { Destination = AddressTerm.Of(plan.Holders[gateway.Holder].PrivateAddress) },
                };
            case RouteStep or RelayStep or PeeringStep or TransitGatewayStep or ClientVpnAuthorizationStep or InternetGatewayInStep:
                return At(branch, program, step);
            default:
                throw new NotSupportedException($"The symbolic engine does not know the step {taken.GetType().Name}.");
        }
    }

    /// <summary>The packets leave an interface, past its groups unless these know them.</summary>
    private FlowBranch? LeaveInterface(FlowBranch branch, int holder, int program, int step, bool isOnTheWay, bool isGroup = false)
    {
        var of = plan.Holders[holder];
        if (!of.HasGroups)
        {
            return At(branch, new PathPoint(program, step, holder) { IsOfGroup = isGroup });
        }

        var known = isOnTheWay ? Known(branch, holder, branch.Left, branch.Entered) : branch.IsReply ? PacketSet.All : PacketSet.Empty;
        var seen = isOnTheWay ? branch with { Left = branch.Left.With(new Sighting(holder, branch.Header)) } : branch;
        var allowed = known.IsAll ? known : space.Union(known, filters.Egress(of.Egress, branch.Header));
        var here = At(seen, new PathPoint(program, step, holder) { Filter = known.IsAll ? -1 : of.Egress, Known = known, IsOfGroup = isGroup });
        var let = Split(here, allowed, out var denied);
        End(denied, Outcome.Dropped, program, step, holder, DropCode.EniSgRulesMismatch);
        return let;
    }

    /// <summary>The packets come in at an interface, past its groups unless these know them.</summary>
    private FlowBranch? EnterInterface(FlowBranch branch, SymbolicLeg leg, int holder, int program, int step, bool isOnTheWay, bool isGroup = false)
    {
        var of = plan.Holders[holder];
        if (!of.HasGroups)
        {
            return At(branch, new PathPoint(program, step, holder) { IsOfGroup = isGroup });
        }

        var known = isOnTheWay ? Known(branch, holder, branch.Entered, branch.Left) : branch.IsReply ? PacketSet.All : PacketSet.Empty;
        var seen = isOnTheWay ? branch with { Entered = branch.Entered.With(new Sighting(holder, branch.Header)) } : branch;
        var member = leg.Carrier < 0 ? branch.Header.Source : AddressTerm.Of(plan.Holders[leg.Carrier].PrivateAddress);
        var allowed = known.IsAll ? known : space.Union(known, filters.Ingress(of.Ingress, branch.Header, leg.SourceVpc, member));
        var here = At(seen, new PathPoint(program, step, holder) { Filter = known.IsAll ? -1 : of.Ingress, Known = known, CameBy = leg, IsOfGroup = isGroup });
        var let = Split(here, allowed, out var denied);
        if (denied is not null)
        {
            ends.Add(new SymbolicEnd(denied, Outcome.Dropped, program, step, holder, DropCode.EniSgRulesMismatch) { IsOfGroup = isGroup });
        }

        return let;
    }

    /// <summary>The packets that groups know: they came this way before, or answer what went the other way.</summary>
    private PacketSet Known(FlowBranch branch, int holder, Chain<Sighting> same, Chain<Sighting> other)
    {
        var known = PacketSet.Empty;
        foreach (var sighting in same.Where(each => each.By == holder))
        {
            known = space.Union(known, Told(branch.Packets, sighting.Header, branch.Header));
        }

        foreach (var sighting in other.Where(each => each.By == holder))
        {
            known = space.Union(known, Answering(branch, sighting.Header));
        }

        return space.Union(known, space.Complement(branch.Packets)).IsAll ? PacketSet.All : known;
    }

    /// <summary>Those that answer packets with such headers.</summary>
    private PacketSet Answering(FlowBranch branch, SymbolicHeader answered)
    {
        var icmp = headers.IsIcmp(branch.Header.Protocol);
        return space.Union(
            Told(space.Intersect(branch.Packets, icmp), answered.Reply(isIcmp: true), branch.Header),
            Told(space.Except(branch.Packets, icmp), answered.Reply(isIcmp: false), branch.Header));
    }

    /// <summary>Those of some packets whose headers are equal.</summary>
    private PacketSet Told(PacketSet among, SymbolicHeader one, SymbolicHeader other) => among.IsEmpty
        ? among
        : headers.Equal(one, other, among) ?? throw new UntoldException();

    /// <summary>A host sends on what is not for it.</summary>
    private FlowBranch? Forward(FlowBranch branch, ForwardStep forward, int program, int step)
    {
        FlowBranch? going = branch;
        if (forward.Mode == HostForwarding.Stateful)
        {
            going = SeenByHost(branch, forward.Holder, forward.Host, program, step);
        }
        else if (forward.Mode == HostForwarding.Translating)
        {
            going = TranslateSource(branch, forward.Holder, program, step);
        }

        return going is null ? null : LeaveInterface(going, forward.Holder, program, step, isOnTheWay: true);
    }

    /// <summary>A stateful host drops what answers nothing that it has seen; it knows TCP only.</summary>
    private FlowBranch? SeenByHost(FlowBranch branch, int holder, int host, int program, int step)
    {
        if (!branch.IsReply)
        {
            return branch with { Inspected = branch.Inspected.With(new Sighting(host, branch.Header) { Holder = holder }) };
        }

        var seen = space.Complement(headers.Is(branch.Header.Protocol, Protocol.Tcp));
        foreach (var sighting in branch.Inspected.Where(each => each.By == host))
        {
            seen = space.Union(seen, Told(space.Except(branch.Packets, seen), sighting.Header.Reply(isIcmp: false), branch.Header));
        }

        var answered = branch with { Answered = branch.Answered.With(new Sighting(host, branch.Header.Reply(isIcmp: false))) };
        var known = Split(answered, seen, out var unseen);
        End(unseen, Outcome.Dropped, program, step, -1, DropCode.StatefulApplianceAsymmetry);
        return known;
    }

    /// <summary>A NAT gateway or NAT instance puts its own address in place of the source.</summary>
    private FlowBranch? TranslateSource(FlowBranch branch, int holder, int program, int step)
    {
        var may = Pass(
            branch, headers.IsOneOf(branch.Header.Protocol, Translatable), program, step, holder, DropCode.NatUnsupportedProtocol);
        if (may is null)
        {
            return null;
        }

        var after = may.Header with { Source = AddressTerm.Of(plan.Holders[holder].PrivateAddress), SourcePort = PortTerm.Of(FirstNatPort) };
        return Translated(may, new RememberedTranslation(holder, may.Header, after));
    }

    /// <summary>The packets have another header from here; the translator remembers it unless they are replies.</summary>
    private static FlowBranch Translated(FlowBranch branch, RememberedTranslation translation) => branch with
    {
        Header = translation.After,
        Translations = branch.IsReply ? branch.Translations : branch.Translations.With(translation),
    };

    /// <summary>An egress-only internet gateway lets out what its VPC sends, and lets in what answers it .</summary>
    private FlowBranch? PassEgressOnly(FlowBranch branch, EgressOnlyGatewayStep gateway, int program, int step)
    {
        if (gateway.Inbound)
        {
            var answers = PacketSet.Empty;
            foreach (var sighting in branch.IsReply ? branch.LetOut.Where(each => each.By == gateway.Node) : [])
            {
                answers = space.Union(answers, Answering(branch, sighting.Header));
            }

            return Pass(branch, answers, program, step, -1, DropCode.EigwUnsolicited);
        }

        var held = branch.Header.Source.IsPut
            ? tables.EntryAt(gateway.Vpc, branch.Header.Source.Put) >= 0 ? PacketSet.All : PacketSet.Empty
            : space.UnionOf([.. tables.AddressesIn(gateway.Vpc).Select(each => headers.Is(branch.Header.Source, each.Address))]);
        return Pass(
            branch with { LetOut = branch.LetOut.With(new Sighting(gateway.Node, branch.Header)) },
            held,
            program,
            step,
            -1,
            DropCode.IgwPublicIpAssociationForEgress);
    }

    /// <summary>An internet gateway puts the paired public address in place of an IPv4 source, and lets the IPv6 addresses of its VPC out as they are.</summary>
    private FlowBranch? LeaveByInternetGateway(FlowBranch branch, SymbolicLeg leg, InternetGatewayOutStep gateway, int program, int step)
    {
        var source = branch.Header.Source;
        if (gateway.Vpc < 0)
        {
            End(branch, Outcome.Dropped, program, step, -1, DropCode.IgwPublicIpAssociationForEgress);
            return null;
        }

        var rest = branch.Packets;
        IEnumerable<(Addressing.IpAddress Address, int Entry)> held = source.IsPut
            ? [(source.Put, tables.EntryAt(gateway.Vpc, source.Put))]
            : tables.AddressesIn(gateway.Vpc);
        var forks = new List<FlowBranch>();
        foreach (var (address, entry) in held.Where(each => each.Entry >= 0))
        {
            if (address.IsIpv4 && plan.Holders[entry].PublicAddress is null)
            {
                continue;
            }

            var taken = space.Intersect(rest, headers.Is(source, address));
            if (!taken.IsEmpty)
            {
                rest = space.Except(rest, taken);
                var leaves = address.IsIpv6 ? source : AddressTerm.Of(plan.Holders[entry].PublicAddress!.Value);
                forks.Add(At(branch with { Packets = taken, Header = branch.Header with { Source = leaves } }, program, step));
            }
        }

        if (!rest.IsEmpty)
        {
            End(branch with { Packets = rest }, Outcome.Dropped, program, step, -1, DropCode.IgwPublicIpAssociationForEgress);
        }

        if (forks.Count == 1)
        {
            return forks[0];
        }

        foreach (var fork in forks)
        {
            TakeSteps(fork, leg, program, step + 1);
        }

        return null;
    }

    /// <summary>What a filter or check lets pass; the rest is dropped there.</summary>
    private FlowBranch? Pass(FlowBranch branch, PacketSet allowed, int program, int step, int holder, DropCode code, int filter = -1)
    {
        var here = At(branch, new PathPoint(program, step, holder) { Filter = filter });
        var let = Split(here, allowed, out var denied);
        End(denied, Outcome.Dropped, program, step, holder, code);
        return let;
    }

    private static FlowBranch At(FlowBranch branch, int program, int step, int holder = -1) => At(branch, new PathPoint(program, step, holder));

    /// <summary>Notes where the packets are, and what they are there.</summary>
    private static FlowBranch At(FlowBranch branch, PathPoint point) =>
        At(branch, point, branch.Header);

    private static FlowBranch At(FlowBranch branch, PathPoint point, SymbolicHeader header) =>
        branch with { Path = branch.Path.With(point with { Header = header }) };
}
