using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Reachability.Sets;

namespace NetDsl.Compiler.Reachability;

/// <content>Elements that decide by ports, flows or state: the walk starts anew behind them.</content>
internal sealed partial class SymbolicWalk
{
    /// <summary>What a translator does with the packets that arrived at it.</summary>
    private void Reenter(FlowBranch branch, SymbolicLeg leg, Arrival at)
    {
        if (leg.Entered > tables.TranslatorCount)
        {
            Refuse(branch, at, DropCode.ForwardingLoop);
            return;
        }

        var holder = plan.Holders[at.Holder];
        if (leg.Nat64Source >= 0 && !holder.IsNatInstance)
        {
            TranslateToIpv4(branch, leg, at);
            return;
        }

        if (Restore(branch, leg, at) is not { } fresh)
        {
            return;
        }

        if (holder.IsNatInstance)
        {
            End(fresh, Outcome.Delivered, at.Program, at.Step, at.Holder);
            return;
        }

        switch (holder.Role)
        {
            case HolderRole.NatGateway:
                Refuse(fresh, at, DropCode.NatUnsolicited);
                break;
            case HolderRole.GatewayLoadBalancing:
                Refuse(fresh, at, DropCode.GwlbNotAddressable);
                break;
            case HolderRole.EndpointInterface:
                PassEndpoint(fresh, leg, at);
                break;
            case HolderRole.LoadBalancerNode:
                Balance(fresh, leg, at);
                break;
            case HolderRole.Accelerator:
                Accelerate(fresh, leg, at);
                break;
            case var role:
                throw new NotSupportedException($"The symbolic engine does not know what a {role} does with a packet.");
        }
    }

    /// <summary>Where replies start: at the translator that kept their client's address, or where their sender does.</summary>
    private void Starting(int from, FlowBranch branch, int source)
    {
        var rest = branch.Packets;
        foreach (var translation in Remembered(branch).Where(each => each.KeepsSource))
        {
            var led = space.Intersect(rest, Answering(branch, translation.After));
            if (led.IsEmpty)
            {
                continue;
            }

            rest = space.Except(rest, led);
            var towards = AddressTerm.Of(plan.Holders[translation.Translator].AddressOf(translation.After.Destination.Put)!.Value);
            var leg = !IsAccelerator(translation.Translator) ? new SymbolicLeg(source) { Towards = towards }
                : tables.ReturnOf(from) is >= 0 and var way ? new SymbolicLeg(way) { Towards = towards }
                : new SymbolicLeg(source);
            Walk(branch with { Packets = led }, leg);
        }

        if (!rest.IsEmpty)
        {
            Walk(branch with { Packets = rest }, new SymbolicLeg(source));
        }
    }

    /// <summary>What translators remember, the first flow first; only replies answer it.</summary>
    private static IEnumerable<RememberedTranslation> Remembered(FlowBranch branch) => branch.IsReply ? branch.Translations.Reverse() : [];

    /// <summary>Sends on what answers a flow of the translator; what does not is given back.</summary>
    private FlowBranch? Restore(FlowBranch branch, SymbolicLeg leg, Arrival at)
    {
        var rest = branch.Packets;
        foreach (var translation in Remembered(branch).Where(each => each.Translator == at.Holder))
        {
            var answering = space.Intersect(rest, Answering(branch, translation.After));
            if (answering.IsEmpty)
            {
                continue;
            }

            rest = space.Except(rest, answering);
            foreach (var isIcmp in new[] { true, false })
            {
                var icmp = headers.IsIcmp(translation.Before.Protocol);
                var part = isIcmp ? space.Intersect(answering, icmp) : space.Except(answering, icmp);
                if (part.IsEmpty)
                {
                    continue;
                }

                var restored = branch with
                {
                    Packets = part,
                    Header = translation.Before.Reply(isIcmp),
                    Path = branch.Path.With(new PathPoint(-1, 0, at.Holder) { Header = branch.Header }),
                };
                Returning(restored, leg, at, translation);
            }
        }

        return rest.IsEmpty ? null : branch with { Packets = rest };
    }

    /// <summary>Where a translator sends what it has restored.</summary>
    private void Returning(FlowBranch restored, SymbolicLeg leg, Arrival at, RememberedTranslation translation)
    {
        var holder = plan.Holders[at.Holder];
        if (holder.IsNatInstance)
        {
            if (LeaveInterface(restored, at.Holder, at.Program, at.Step, isOnTheWay: false) is { } left)
            {
                Walk(left, new SymbolicLeg(holder.Forwarded) { Entered = leg.Entered + 1 });
            }

            return;
        }

        if (translation.HandedBy >= 0)
        {
            Arrive(
                restored,
                new SymbolicLeg(-1) { HandedBy = at.Holder, Entered = leg.Entered + 1 },
                translation.HandedBy,
                at.Program,
                at.Step);
            return;
        }

        var rest = restored.Packets;
        if (tables.ReturnOf(at.Holder) is >= 0 and var way)
        {
            foreach (var kept in Remembered(restored).Where(each => each.KeepsSource))
            {
                var led = space.Intersect(rest, Answering(restored, kept.After));
                rest = space.Except(rest, led);
                if (!led.IsEmpty)
                {
                    Walk(
                        restored with { Packets = led },
                        IsAccelerator(kept.Translator)
                            ? new SymbolicLeg(way) { Towards = AddressTerm.Of(plan.Holders[kept.Translator].AddressOf(kept.After.Destination.Put)!.Value), Entered = leg.Entered + 1 }
                            : new SymbolicLeg(holder.Source) { Entered = leg.Entered + 1 });
                }
            }
        }

        if (!rest.IsEmpty)
        {
            Walk(restored with { Packets = rest }, new SymbolicLeg(holder.Source) { Entered = leg.Entered + 1 });
        }
    }

    /// <summary>R-1.21: a NAT gateway translates TCP, UDP and echo requests for 64:ff9b::/96 to IPv4.</summary>
    private void TranslateToIpv4(FlowBranch branch, SymbolicLeg leg, Arrival at)
    {
        var protocol = branch.Header.Protocol;
        var icmp = headers.Is(protocol, Protocol.Icmpv6);
        var echo = IcmpMessage.EchoRequest(Protocol.Icmpv6).Word;
        var may = Pass(
            branch,
            space.Union(
                headers.IsOneOf(protocol, Protocol.Tcp, Protocol.Udp),
                space.Intersect(icmp, headers.In(branch.Header.DestinationPort, new PortRange(echo, echo)))),
            at.Program,
            at.Step,
            at.Holder,
            DropCode.NatUnsupportedProtocol);
        if (may is null)
        {
            return;
        }

        foreach (var (part, becomes, port) in new[]
        {
            (space.Intersect(may.Packets, icmp), ProtocolTerm.Of(Protocol.Icmp), PortTerm.Of(IcmpMessage.EchoRequest(Protocol.Icmp).Word)),
            (space.Except(may.Packets, icmp), protocol, may.Header.DestinationPort),
        })
        {
            if (!part.IsEmpty)
            {
                var after = new SymbolicHeader(
                    AddressTerm.Of(plan.Holders[at.Holder].PrivateAddress),
                    may.Header.Destination.Embedded(),
                    becomes,
                    PortTerm.Of(FirstNatPort),
                    port);
                Walk(
                    Translated(may with { Packets = part }, new RememberedTranslation(at.Holder, may.Header, after)),
                    new SymbolicLeg(leg.Nat64Source) { Entered = leg.Entered + 1 });
            }
        }
    }

    /// <summary>R-6.17 to: an interface of an endpoint takes a flow, and hands it to the service.</summary>
    private void PassEndpoint(FlowBranch branch, SymbolicLeg leg, Arrival at)
    {
        var link = tables.EndpointOf(at.Holder);
        if (EnterInterface(branch, leg, at.Holder, at.Program, at.Step, isOnTheWay: false) is not { } entered)
        {
            return;
        }

        if (link.Refusal is { } refusal)
        {
            Refuse(entered, at, refusal);
            return;
        }

        var tcp = headers.Is(entered.Header.Protocol, Protocol.Tcp);
        var taken = Split(At(entered, -1, 0, at.Holder), tcp, out var other);
        Refuse(other, at, DropCode.ProtocolRestriction);
        if (taken is null)
        {
            return;
        }

        if (link.Provider < 0)
        {
            End(
                Translated(taken, new RememberedTranslation(at.Holder, taken.Header, taken.Header) { HandedBy = leg.HandedBy }),
                Outcome.Delivered,
                at.Program,
                at.Step,
                at.Holder);
            return;
        }

        // What is taken was written to an address of the interface; the node is asked in the same family.
        var node = plan.Holders[link.Provider].AddressOf(taken.Header.Destination.Put)!.Value;
        var after = taken.Header with { Destination = AddressTerm.Of(node) };
        Arrive(
            Translated(taken, new RememberedTranslation(at.Holder, taken.Header, after) { HandedBy = leg.HandedBy }),
            new SymbolicLeg(-1) { HandedBy = at.Holder, Entered = leg.Entered + 1 },
            link.Provider,
            at.Program,
            at.Step);
    }

    /// <summary>R-6.6 to: a node of a load balancer takes new flows and sends them to targets.</summary>
    private void Balance(FlowBranch branch, SymbolicLeg leg, Arrival at)
    {
        var node = plan.Holders[at.Holder];
        var entered = node.HasGroups ? EnterInterface(branch, leg, at.Holder, at.Program, at.Step, isOnTheWay: false) : branch;
        if (entered is null)
        {
            return;
        }

        var rest = entered.Packets;
        foreach (var rule in tables.DistributionOf(at.Holder)?.Rules ?? [])
        {
            var taken = space.Intersect(rest, headers.Matches(entered.Header, rule.Protocol, new PortRange(rule.Port, rule.Port)));
            if (taken.IsEmpty)
            {
                continue;
            }

            rest = space.Except(rest, taken);
            var listened = entered with { Packets = taken };
            if (rule.Refusal is { } refusal)
            {
                Refuse(listened, at, refusal);
                continue;
            }

            foreach (var target in rule.Targets)
            {
                var chosen = listened with { IsChosen = listened.IsChosen || rule.Targets.Count > 1 };

                // never of another family than the target's, nor what another translator hands over (PrivateLink).
                var kept = rule.KeepsSource && leg.HandedBy < 0 ? space.Intersect(taken, headers.IsOfFamily(chosen.Header.Source, target.Address)) : PacketSet.Empty;
                Distribute(chosen with { Packets = kept }, leg, at, target, keepsSource: true);
                Distribute(chosen with { Packets = space.Except(taken, kept) }, leg, at, target, keepsSource: false);
            }
        }

        if (!rest.IsEmpty)
        {
            Refuse(entered with { Packets = rest }, at, DropCode.Elbv2ListenersMismatch);
        }
    }

    private void Distribute(FlowBranch branch, SymbolicLeg leg, Arrival at, DistributionTarget target, bool keepsSource)
    {
        if (branch.Packets.IsEmpty)
        {
            return;
        }

        var node = plan.Holders[at.Holder];
        var after = branch.Header with
        {
            Source = keepsSource ? branch.Header.Source : AddressTerm.Of(node.AddressOf(target.Address)!.Value),
            SourcePort = keepsSource ? branch.Header.SourcePort : PortTerm.Of(FirstNatPort),
            Destination = AddressTerm.Of(target.Address),
            DestinationPort = PortTerm.Of(target.Port),
        };
        var sent = At(
            Translated(branch, new RememberedTranslation(at.Holder, branch.Header, after) { KeepsSource = keepsSource, HandedBy = leg.HandedBy }),
            -1,
            0,
            at.Holder);
        var hairpin = headers.Equal(after.Source, after.Destination, branch.Packets)!.Value;
        var forth = Split(sent, space.Complement(hairpin), out var back);
        Refuse(back, at, DropCode.LbHairpin);
        if (forth is null)
        {
            return;
        }

        var left = node.HasGroups ? LeaveInterface(forth, at.Holder, at.Program, at.Step, isOnTheWay: false) : forth;
        if (left is not null)
        {
            Walk(left, new SymbolicLeg(node.Source) { Carrier = keepsSource ? at.Holder : -1, Entered = leg.Entered + 1 });
        }
    }

    private bool IsAccelerator(int holder) => plan.Holders[holder].Role == HolderRole.Accelerator;

    private void Refuse(FlowBranch? branch, Arrival at, DropCode code) =>
        End(branch, Outcome.Dropped, at.Program, at.Step, at.Holder, code);
}
