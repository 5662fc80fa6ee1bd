using NetDsl.Model;

namespace NetDsl;

/// <summary>An attachment of a transit gateway, of whatever kind: what its route tables associate, propagate and lead to.</summary>
public abstract class TransitGatewayAttachmentBuilder : ElementBuilder
{
    private TransitGatewayAttachmentState state = TransitGatewayAttachmentState.Available;

    private protected TransitGatewayAttachmentBuilder(TransitGatewayBuilder gateway, Declaration declaration)
        : base(gateway.Network, declaration) => Gateway = gateway;

    internal TransitGatewayBuilder Gateway { get; }

    /// <summary>The subnets with an interface of the gateway.</summary>
    internal virtual IEnumerable<SubnetBuilder> Subnets => [];

    /// <summary>Why routes cannot be propagated from it, and what to write instead; nothing when they can.</summary>
    internal virtual string? PropagatesNothing => null;

    /// <summary>Why no static route leads to it, and what to write instead; nothing when one can.</summary>
    internal virtual string? TakesNoStaticRoutes => null;

    internal Sourced<TransitGatewayRouteTableBuilder>? Association { get; private set; }

    /// <summary>Whether the gateway's default table routes what comes from it, when nothing else is said.</summary>
    internal bool AssociatesByDefault { get; set; }

    /// <summary>Whether it propagates into the gateway's default table.</summary>
    internal bool PropagatesByDefault { get; set; }

    /// <summary>The other side, of a peering attachment.</summary>
    private protected TransitGatewayAttachmentBuilder? Twin { get; set; }

    private protected TransitGatewayAttachmentState State
    {
        get => state;
        set
        {
            state = value;
            if (Twin is { } twin)
            {
                twin.state = value;
            }
        }
    }

    /// <summary>
    /// Says where in its life the attachment is, for a network that is shown while something changes or has failed; only an available
    /// attachment carries packets. Source: "Amazon VPC attachments", Amazon VPC Transit Gateways guide.
    /// </summary>
    /// <param name="lifeState">The state; of a peering attachment that of both sides.</param>
    public void InState(TransitGatewayAttachmentState lifeState) => State = lifeState;

    internal void Associate(TransitGatewayRouteTableBuilder table, Origin origin)
    {
        if (Association is { } present && present.Value != table)
        {
            Network.Problems.Add(
                ProblemKind.AttachmentAssociatedAlready,
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

    /// <summary>Whether a request waits for that decision, or was decided so already.</summary>
    private protected bool IsUndecided(TransitGatewayAttachmentState decided, string verb, Origin origin)
    {
        if (state == decided || state == TransitGatewayAttachmentState.PendingAcceptance)
        {
            return !IsLeftOut;
        }

        Network.Problems.Add(
            ProblemKind.NotInThisState,
            $"attachment '{Name}' is {TransitGatewayAttachment.Text(state)}, and there is nothing to {verb}; take this call away",
            origin);
        return false;
    }
}
