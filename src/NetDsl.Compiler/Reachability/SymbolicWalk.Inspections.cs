using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <content>Gateway Load Balancers.</content>
internal sealed partial class SymbolicWalk
{
    /// <summary>A Gateway Load Balancer sends packets to an appliance, whole and in Geneve, and takes them back as they were.</summary>
    private void Inspect(FlowBranch branch, SymbolicLeg leg, int program, int step, InspectionStep taken)
    {
        if (leg.Carrier >= 0)
        {
            // what a load balancer sends with its client's address does not go by such an endpoint.
            End(branch, Outcome.Dropped, program, step, -1, DropCode.Elbv2SourceAddressPreservation);
            return;
        }

        var inspection = plan.Inspection(taken.Inspection);
        var withPorts = inspection.Stickiness == FlowStickiness.FiveTuple
            ? space.Intersect(branch.Packets, headers.IsOneOf(branch.Header.Protocol, Protocol.Tcp, Protocol.Udp))
            : PacketSet.Empty;
        if (!withPorts.IsEmpty && withPorts != branch.Packets)
        {
            // Of those with ports these are a part of the flow.
            Inspect(branch with { Packets = withPorts }, leg, program, step, taken);
            Inspect(branch with { Packets = space.Except(branch.Packets, withPorts) }, leg, program, step, taken);
            return;
        }

        var among = inspection.Targets.Select(target => target.Holder).ToEquatableArray();
        var chosen = ChosenBefore(branch, inspection, among, hasPorts: !withPorts.IsEmpty);
        for (var target = 0; target < inspection.Targets.Count; target++)
        {
            if (chosen is { } place && place != target)
            {
                continue;
            }

            var here = At(At(branch, program, step), new PathPoint(program, step, -1) { Node = inspection.LoadBalancer });
            var sent = here with
            {
                IsChosen = branch.IsChosen || inspection.Targets.Count > 1,
                Appliances = branch.Appliances.With(new ChosenAppliance(among, inspection.Stickiness, branch.Header, target)),
            };
            if (SeenByAppliance(sent, program, step, inspection, inspection.Targets[target]) is { } back)
            {
                TakeSteps(back, leg, program, step + 1);
            }
        }
    }

    /// <summary>The appliance that saw these packets, or those that they answer; nothing when none has, or no set tells it.</summary>
    private static int? ChosenBefore(FlowBranch branch, Inspection inspection, EquatableArray<int> among, bool hasPorts)
    {
        foreach (var each in branch.Appliances.Where(each => each.Stickiness == inspection.Stickiness && each.Among == among))
        {
            if ((inspection.Stickiness == FlowStickiness.TwoTuple || each.Header.Protocol == branch.Header.Protocol)
                && (IsOneWay(each.Header, branch.Header, hasPorts) || IsOneWay(each.Header.Reply(isIcmp: !hasPorts), branch.Header, hasPorts)))
            {
                return each.Chosen;
            }
        }

        return null;
    }

    private static bool IsOneWay(SymbolicHeader one, SymbolicHeader other, bool hasPorts) =>
        one.Source == other.Source && one.Destination == other.Destination
        && (!hasPorts || (one.SourcePort == other.SourcePort && one.DestinationPort == other.DestinationPort));

    private FlowBranch? SeenByAppliance(FlowBranch branch, int program, int step, Inspection inspection, InspectionTarget appliance)
    {
        var interfaceAddress = plan.Holders[appliance.Holder].PrivateAddress;
        var there = Geneve(inspection.Address, interfaceAddress);
        var groups = plan.Holders[appliance.Holder];
        var point = new PathPoint(program, step, -1) { Node = groups.Node };
        var came = new SymbolicLeg(-1);
        if (!PassesAcls(appliance.There, there))
        {
            return Stopped(DropCode.SubnetAclRestriction);
        }

        Note(point with { Filter = groups.HasGroups ? groups.Ingress : -1, CameBy = came }, there);
        if (groups.HasGroups && filters.Ingress(groups.Ingress, there, came.SourceVpc, there.Source).IsEmpty)
        {
            return Stopped(DropCode.EniSgRulesMismatch);
        }

        if (appliance.Mode is HostForwarding.None or HostForwarding.Translating)
        {
            return Stopped(DropCode.HostDoesNotForward);
        }

        var seen = appliance.Mode == HostForwarding.Stateful ? SeenByHost(branch, appliance.Holder, appliance.Host, program, step) : branch;
        if (seen is null)
        {
            return null;
        }

        branch = seen;

        // An appliance swaps the addresses and keeps the ports, so that its groups see another packet, and no reply.
        var back = Geneve(interfaceAddress, inspection.Address);
        Note(point with { Filter = groups.HasGroups ? groups.Egress : -1 }, back);
        return groups.HasGroups && filters.Egress(groups.Egress, back).IsEmpty ? Stopped(DropCode.EniSgRulesMismatch)
            : !PassesAcls(appliance.Back, back) ? Stopped(DropCode.SubnetAclRestriction)
            : branch;

        void Note(PathPoint passed, SymbolicHeader header) => branch = At(branch, passed, header);

        bool PassesAcls(EquatableArray<NetworkAclStep> acls, SymbolicHeader header) => acls.All(acl =>
        {
            Note(point with { Node = acl.Node, Acl = acl }, header);
            return !filters.Acl(acl.Filter, header, acl.Inbound).IsEmpty;
        });

        FlowBranch? Stopped(DropCode code)
        {
            End(branch, Outcome.Dropped, program, step, -1, code);
            return null;
        }
    }

    /// <summary>What filters see of packets in Geneve: one packet, so that a filter allows all or nothing.</summary>
    private static SymbolicHeader Geneve(IpAddress from, IpAddress to) => new(
        AddressTerm.Of(from),
        AddressTerm.Of(to),
        ProtocolTerm.Of(Protocol.Udp),
        PortTerm.Of(49152),
        PortTerm.Of(GatewayLoadBalancer.GenevePort));
}
