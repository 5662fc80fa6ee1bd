using NetDsl.Model;

namespace NetDsl;

/// <summary>An attachment of a transit gateway, of whatever kind: what its route tables associate, propagate and lead to.</summary>
public abstract class TransitGatewayAttachmentBuilder : ElementBuilder
{
    private protected TransitGatewayAttachmentBuilder(TransitGatewayBuilder gateway, Declaration declaration)
        : base(gateway.Network, declaration) => Gateway = gateway;

    internal TransitGatewayBuilder Gateway { get; }

    /// <summary>The subnets with an interface of the gateway.</summary>
    internal virtual IEnumerable<SubnetBuilder> Subnets => [];

    /// <summary>Why routes cannot be propagated from it, and what to write instead; nothing when they can.</summary>
    internal virtual string? PropagatesNothing => null;

    internal Sourced<TransitGatewayRouteTableBuilder>? Association { get; private set; }

    internal void Associate(TransitGatewayRouteTableBuilder table, Origin origin)
    {
        if (Association is { } present && present.Value != table)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"attachment '{Name}' is associated with '{present.Value.Name}' already; an attachment has one table",
                origin,
                present.Origin);
            return;
        }

        Association = new Sourced<TransitGatewayRouteTableBuilder>(table, origin);
    }

    /// <summary>The attachment as the model has it.</summary>
    /// <param name="association">The table that routes what comes from it.</param>
    internal abstract TransitGatewayAttachment Build(ElementId? association);
}
