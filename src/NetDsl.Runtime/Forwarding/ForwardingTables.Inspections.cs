using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Forwarding;

/// <content>Gateway Load Balancers.</content>
internal sealed partial class ForwardingTables
{
    private readonly Inspection[]? inspections;

    /// <summary>What is behind a Gateway Load Balancer endpoint.</summary>
    public Inspection InspectionAt(int index) => inspections![index];

    /// <summary>The appliance that sees a packet.</summary>
    public static InspectionTarget ApplianceFor(Inspection inspection, ForwardingGraph graph, in Packet packet) =>
        inspection.Targets[ApplianceHash.Choose(packet, inspection.Stickiness, inspection.Targets, graph.Holders)];

    /// <summary>The network ACL between an endpoint and its appliance that lets nothing pass, there or back; nothing when none does that.</summary>
    public NetworkAclStep? StoppingAcl(Inspection inspection, InspectionTarget appliance)
    {
        var there = Geneve(inspection.Address, Holders[appliance.Holder].PrivateAddress);
        return Stopping(appliance.There, there) ?? Stopping(appliance.Back, Geneve(there.Destination, there.Source));

        NetworkAclStep? Stopping(EquatableArray<NetworkAclStep> acls, Packet packet) =>
            acls.FirstOrDefault(acl => !Filters.Allows(acl.Filter, Matching(acl, packet)));
    }

    /// <summary>Whether the first packet of a flow fares alike whichever appliance a hash of it chooses.</summary>
    public bool TreatsAllAlike(int index)
    {
        var passage = new StatelessPassage(this);
        DropCode? first = null;
        for (var target = 0; target < inspections![index].Targets.Count; target++)
        {
            var code = Pass(inspections[index], inspections[index].Targets[target], default, default, ref passage);
            first = target == 0 ? code : first;
            if (code != first)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A Gateway Load Balancer sends a packet to an appliance, whole and in Geneve, and takes it back as it was.</summary>
    private DropCode? Inspect<TPassage>(in FlatStep step, PathPosition at, in Leg leg, in Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        if (leg.Carrier >= 0)
        {
            // what a load balancer sends with its client's address does not go by such an endpoint.
            return DropCode.Elbv2SourceAddressPreservation;
        }

        var inspection = inspections![step.Argument];
        return Pass(inspection, ApplianceFor(inspection, graph, packet), at, packet, ref passage);
    }

    private DropCode? Pass<TPassage>(Inspection inspection, InspectionTarget appliance, PathPosition at, in Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        passage.Inspect(at, inspection, appliance, packet);
        if (passage.Reach(at, appliance.Holder) is { } lost)
        {
            return lost;
        }

        var there = Geneve(inspection.Address, Holders[appliance.Holder].PrivateAddress);
        if (CrossAcls(at, appliance.There, there, ref passage) is { } stopped)
        {
            return stopped;
        }

        if (!passage.EnterAppliance(at, appliance.Holder, there, MatchIngress(appliance.Holder, there, sourceVpc: -1, carrier: -1)))
        {
            return DropCode.EniSgRulesMismatch;
        }

        if (appliance.Mode is HostForwarding.None or HostForwarding.Translating)
        {
            return DropCode.HostDoesNotForward;
        }

        if (appliance.Mode == HostForwarding.Stateful && !passage.Inspect(at, appliance.Holder, appliance.Host, packet))
        {
            return DropCode.StatefulApplianceAsymmetry;
        }

        // An appliance swaps the addresses and keeps the ports, so that its groups see another packet, and no reply.
        var back = Geneve(there.Destination, there.Source);
        if (!passage.LeaveAppliance(at, appliance.Holder, back, MatchEgress(appliance.Holder, back)))
        {
            return DropCode.EniSgRulesMismatch;
        }

        if (CrossAcls(at, appliance.Back, back, ref passage) is { } held)
        {
            return held;
        }

        return passage.Pass(at, packet);
    }

    private DropCode? CrossAcls<TPassage>(PathPosition at, EquatableArray<NetworkAclStep> acls, in Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        foreach (var acl in acls)
        {
            var rule = Matching(acl, packet);
            if (!passage.PassNetworkAcl(at, acl, packet, rule, Filters.Allows(acl.Filter, rule)))
            {
                return DropCode.SubnetAclRestriction;
            }
        }

        return null;
    }

    private int Matching(NetworkAclStep acl, in Packet packet) =>
        Filters.Match(acl.Filter, packet, acl.Inbound ? packet.Source : packet.Destination, -1, default);

    /// <summary>What filters see of a packet in Geneve; they ask for no source port, so that it is the first of the range.</summary>
    private static Packet Geneve(IpAddress from, IpAddress to) => new(from, to, Protocol.Udp, 49152, GatewayLoadBalancer.GenevePort);

    // Apart: a method that is entered loads the types that it asks for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Inspection[] InspectionsOf(ForwardingGraph graph) => [.. graph.Inspections];
}
