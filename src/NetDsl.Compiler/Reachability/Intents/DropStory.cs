using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;

namespace NetDsl.Compiler.Reachability.Intents;

/// <summary>Tells why packets are dropped, and what to write so that they are not.</summary>
internal sealed class DropStory(PlanTables tables)
{
    private readonly NetworkLowering plan = tables.Plan;

    /// <summary>Why and where packets were dropped, without what to write.</summary>
    public string Cause(SymbolicEnd end, Packet sent)
    {
        var reason = Reason(end, sent);
        var advice = reason.IndexOf(';');
        return advice < 0 ? reason : $"{reason.Substring(0, advice)} ({end.Code!.Value.ToCode()})";
    }

    /// <summary>Why and where packets were dropped, and what to write.</summary>
    public string Reason(SymbolicEnd end, Packet sent)
    {
        var packet = end.Branch.Header.Of(sent);
        var code = end.Code!.Value.ToCode();
        var step = tables.StepAt(end.Program, end.Step);
        if (step is NetworkAclStep acl)
        {
            var other = acl.Inbound ? packet.Source : packet.Destination;
            return $"network ACL {plan.Node(acl.Node).Path} lets no {RuleText.Traffic(packet)} {RuleText.Preposition(acl.Inbound)} {other} {(acl.Inbound ? "in" : "out")} ({code})";
        }

        if (end.Code == DropCode.EniSgRulesMismatch && end.Holder >= 0)
        {
            var isEgress = step is SenderGroupsStep or HolderGroupsStep or ForwardStep;
            var other = isEgress ? packet.Destination : packet.Source;
            var holder = isEgress ? tables.EntryAt(plan.Holders[end.Holder].Vpc, packet.Source) : tables.HolderAt(end, sent);
            var asked = plan.Node(plan.Holders[holder < 0 ? end.Holder : holder].Node).Path;
            var (direction, call) = isEgress ? ("egress", "Egress") : ("ingress", "Ingress");
            return $"no {direction} rule of the security groups of {asked} allows {RuleText.Traffic(packet)} {RuleText.Preposition(!isEgress)} {other}; add {call}({RuleText.SelectorCode(packet)}, {RuleText.Preposition(!isEgress)}: …) ({code})";
        }

        if (end.Holder < 0 && tables.EndAt(end.Program, end.Step) is DropEnd drop)
        {
            return $"{drop.Text} ({code})";
        }

        if (step is InternetGatewayOutStep gateway && packet.Source.IsIpv4)
        {
            return $"internet gateway {plan.Node(gateway.Node).Path} has no public address for {packet.Source}; give its interface PublicIp() or ElasticIp(…), or route through a NAT gateway ({code})";
        }

        var place = end.Holder >= 0 ? $" at {plan.Node(plan.Holders[end.Holder].Node).Path}"
            : step?.Node is >= 0 and var node ? $" at {plan.Node(node).Path}"
            : "";
        return $"{code}{place}";
    }
}
