using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>What a node of a load balancer does with new flows.</summary>
/// <param name="Holder">The node's entry in the holder table.</param>
/// <param name="Node">The load balancer.</param>
/// <param name="Rules">Its listeners; the first that takes a packet decides.</param>
public sealed record Distribution(int Holder, int Node, EquatableArray<DistributionRule> Rules)
{
    /// <summary>R-6.8: whether the balancer's name answers with the node; one without a target that it may use has left the name.</summary>
    public bool IsInDns => Rules.All(rule => rule.Refusal is null);
}

/// <summary>One listener, for one transport protocol.</summary>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="Port">The port that it listens on.</param>
/// <param name="Group">The target group.</param>
/// <param name="KeepsSource">Whether targets see the client's address as the source, and not the node's.</param>
/// <param name="BySource">Whether the client's address alone chooses the target, and not the whole flow.</param>
/// <param name="Targets">The targets that this node may choose from.</param>
/// <param name="Refusal">Why there is none, when there is none.</param>
/// <param name="Text">What is wrong then and what would let flows pass; else what the choice was made from.</param>
/// <param name="Origin">Where the listener was written.</param>
public sealed record DistributionRule(
    Protocol Protocol,
    ushort Port,
    int Group,
    bool KeepsSource,
    bool BySource,
    EquatableArray<DistributionTarget> Targets,
    DropCode? Refusal,
    string Text,
    Origin Origin);

/// <summary>A target of a load balancer.</summary>
/// <param name="Address">Its private address.</param>
/// <param name="Port">The port that it is spoken to on.</param>
public readonly record struct DistributionTarget(IpAddress Address, ushort Port);
