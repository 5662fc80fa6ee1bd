using NetDsl.Compiler.Checks;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>The list that a dead rule or route is of.</summary>
public enum DeadRuleList
{
    /// <summary>The inbound entries of a network ACL.</summary>
    InboundEntries,

    /// <summary>The outbound entries of a network ACL.</summary>
    OutboundEntries,

    /// <summary>The ingress rules of a security group.</summary>
    IngressRules,

    /// <summary>The egress rules of a security group.</summary>
    EgressRules,

    /// <summary>The routes of a table of a VPC or a transit gateway.</summary>
    Routes,
}

/// <summary>A rule or a route that decides nothing of any packet, as long as the rest of the network is as it is.</summary>
/// <param name="Element">The network ACL, security group or route table that has it.</param>
/// <param name="List">In which of its lists.</param>
/// <param name="Index">Its place in that list, from 0; -1 for a route that nobody wrote into the table: a propagated one, or that of an endpoint.</param>
/// <param name="Rule">What it says, such as <c>entry 110 denies tcp/22 from 10.0.0.0/8</c>.</param>
/// <param name="Reason">Why it decides nothing.</param>
/// <param name="Origin">Where it was written.</param>
public sealed record DeadRule(ElementId Element, DeadRuleList List, int Index, string Rule, string Reason, Origin Origin)
{
    /// <summary>The rules, routes or elements that make it so.</summary>
    public EquatableArray<RelatedOrigin> Because { get; init; } = [];
}
