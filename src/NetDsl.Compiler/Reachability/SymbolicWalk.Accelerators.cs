using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Reachability.Sets;

namespace NetDsl.Compiler.Reachability;

/// <content>Accelerators.</content>
internal sealed partial class SymbolicWalk
{
    private const int FullDial = 100;

    /// <summary>I section 4: an accelerator takes new flows and sends them to endpoints.</summary>
    private void Accelerate(FlowBranch branch, SymbolicLeg leg, Arrival at)
    {
        var acceleration = tables.AccelerationOf(at.Holder);
        if (!acceleration.IsEnabled)
        {
            Refuse(branch, at, DropCode.GaDisabled);
            return;
        }

        var rest = branch.Packets;
        foreach (var rule in acceleration.Rules)
        {
            var listened = space.UnionOf([.. rule.Ports.Select(ports => headers.Matches(branch.Header, rule.Protocol, ports))]);
            var taken = space.Intersect(rest, listened);
            rest = space.Except(rest, listened);
            if (taken.IsEmpty)
            {
                continue;
            }

            if (rule.Groups.Count == 0)
            {
                Refuse(branch with { Packets = taken }, at, DropCode.GaNoEndpoint);
            }
            else
            {
                Accelerate(branch with { Packets = taken }, leg, at, rule);
            }
        }

        if (!rest.IsEmpty)
        {
            Refuse(branch with { Packets = rest }, at, DropCode.GaNoListener);
        }
    }

    private void Accelerate(FlowBranch branch, SymbolicLeg leg, Arrival at, AccelerationRule rule)
    {
        // Where clients are is told by their address; those of an edge that nobody names are all others.
        var choices = plan.Edges
            .SelectMany(edge => Choices(rule, edge))
            .Distinct()
            .ToList();
        foreach (var (group, endpoint, target) in choices)
        {
            var rest = branch.Packets;
            foreach (var mapping in group.Overrides)
            {
                var mapped = space.Intersect(rest, headers.In(branch.Header.DestinationPort, new PortRange(mapping.Listener, mapping.Listener)));
                rest = space.Except(rest, mapped);
                Send(mapped, PortTerm.Of(mapping.Endpoint));
            }

            Send(rest, branch.Header.DestinationPort);

            void Send(PacketSet packets, PortTerm port)
            {
                if (!packets.IsEmpty)
                {
                    var chosen = branch with { Packets = packets, IsChosen = branch.IsChosen || choices.Count > 1 };
                    SendToEndpoint(chosen, leg, at, endpoint, target, port);
                }
            }
        }
    }

    private void SendToEndpoint(
        FlowBranch branch, SymbolicLeg leg, Arrival at, AccelerationEndpoint endpoint, AccelerationTarget target, PortTerm port)
    {
        var address = plan.Holders[at.Holder];
        var written = branch.Header.Destination.Put;
        var after = branch.Header with
        {
            Source = endpoint.KeepsSource ? branch.Header.Source : AddressTerm.Of(address.AddressOf(written)!.Value),
            SourcePort = endpoint.KeepsSource ? branch.Header.SourcePort : PortTerm.Of(FirstNatPort),
            Destination = AddressTerm.Of(target.AddressFor(written)),
            DestinationPort = port,
        };
        var sent = Translated(branch, new RememberedTranslation(at.Holder, branch.Header, after) { KeepsSource = endpoint.Entry >= 0 });
        Walk(
            At(sent, -1, 0, at.Holder),
            new SymbolicLeg(endpoint.Entry < 0 ? address.Source : endpoint.Entry) { Entered = leg.Entered + 1 });
    }

    /// <summary>
    /// Everything that the hashes of an accelerator may choose for clients of an edge: each group that its dial lets be taken, the nearest first, and
    /// whatever stands in for one that has nothing usable.
    /// </summary>
    private static IEnumerable<(AccelerationGroup Group, AccelerationEndpoint Endpoint, AccelerationTarget Target)> Choices(
        AccelerationRule rule, EdgeLocation edge)
    {
        var isAnyHealthy = rule.Groups.Any(group => group.Endpoints.Any(endpoint => endpoint.IsHealthy));
        var nearest = rule.Groups
            .OrderBy(group => edge.Regions.TakeWhile(region => region != group.Region).Count())
            .ToList();
        var usable = nearest.Where(group => group.Endpoints.Any(IsUsable)).ToList();
        if (usable.Count == 0)
        {
            return nearest[0].Endpoints.SelectMany(endpoint => endpoint.Targets.Select(target => (nearest[0], endpoint, target)));
        }

        var isFirstAlone = nearest[0].TrafficDial == FullDial && usable[0] == nearest[0];
        var failsOpen = !isFirstAlone && nearest.Count > usable.Count + 3;
        return (isFirstAlone ? usable.Take(1) : usable)
            .SelectMany(group => group.Endpoints.Where(IsUsable).SelectMany(endpoint => endpoint.Targets.Select(target => (group, endpoint, target))))
            .Concat(failsOpen
                ? nearest[0].Endpoints.SelectMany(endpoint => endpoint.Targets.Select(target => (nearest[0], endpoint, target)))
                : []);

        bool IsUsable(AccelerationEndpoint endpoint) => (endpoint.IsHealthy || !isAnyHealthy) && endpoint.Weight > 0;
    }
}
