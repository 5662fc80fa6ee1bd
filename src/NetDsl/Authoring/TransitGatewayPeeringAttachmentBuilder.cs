using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// One side of a peering between two transit gateways. Each side is an attachment of its own gateway, with the table that routes what
/// comes over the peering. Source: "Transit gateway peering attachments", Amazon VPC Transit Gateways guide.
/// </summary>
public sealed class TransitGatewayPeeringAttachmentBuilder : TransitGatewayAttachmentBuilder
{
    private readonly TransitGatewayBuilder other;

    internal TransitGatewayPeeringAttachmentBuilder(
        TransitGatewayBuilder gateway, Declaration declaration, TransitGatewayBuilder other)
        : base(gateway, declaration)
    {
        this.other = other;
        State = TransitGatewayAttachmentState.PendingAcceptance;
        Accepter = this;
    }

    /// <summary>The attachment at the gateway that was asked.</summary>
    public TransitGatewayPeeringAttachmentBuilder Accepter { get; private set; }

    internal override string? PropagatesNothing =>
        $"attachment '{Name}' is a peering of transit gateways, which propagates nothing; write static routes to it with Route(…)";

    /// <summary>Accepts the request, also within one account, in the name of the owner of the gateway that was asked.</summary>
    /// <param name="account">The owner: the network's default account where nobody named one.</param>
    public TransitGatewayPeeringAttachmentBuilder AcceptedBy(
        AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Decide(account, TransitGatewayAttachmentState.Available, "accept", Call.Here(file, line).Of(nameof(account)));

    /// <summary>Rejects the request, in the name of the owner of the gateway that was asked.</summary>
    /// <param name="account">The owner: the network's default account where nobody named one.</param>
    public TransitGatewayPeeringAttachmentBuilder RejectedBy(
        AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Decide(account, TransitGatewayAttachmentState.Rejected, "reject", Call.Here(file, line).Of(nameof(account)));

    /// <summary>Joins the two sides; this one asked.</summary>
    internal void Join(TransitGatewayPeeringAttachmentBuilder asked)
    {
        Accepter = asked;
        Twin = asked;
        asked.Twin = this;
    }

    /// <summary>Whether it is a peering with that gateway.</summary>
    internal bool IsWith(TransitGatewayBuilder gateway) => !IsLeftOut && other == gateway;

    internal override TransitGatewayAttachment Build(ElementId? association) => new(
        Id, Origin, TransitGatewayAttachmentKind.Peering, other.Id, [], SecurityGroupReferencing: false, association)
    {
        State = State,
    };

    private TransitGatewayPeeringAttachmentBuilder Decide(
        AccountBuilder account, TransitGatewayAttachmentState decided, string verb, Origin origin)
    {
        var asked = Accepter.Gateway;
        var owner = asked.Owner ?? Network.DefaultAccount;
        if (account != owner)
        {
            Network.Problems.Add(
                ProblemKind.NotForThisAccount,
                $"account '{account.Name}' cannot {verb} peering attachment '{Name}': transit gateway '{asked.Name}', which is asked, is owned by '{owner.Name}'",
                origin,
                asked.Origin);
        }
        else if (IsUndecided(decided, verb, origin))
        {
            State = decided;
        }

        return this;
    }
}
