using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A VPC peering connection, as a route target in both VPCs.</summary>
public sealed class PeeringBuilder : ElementBuilder, IRouteTarget
{
    private readonly Sourced<VpcBuilder> requester;
    private readonly Sourced<VpcBuilder> accepter;
    private bool accepted;

    internal PeeringBuilder(
        NetworkBuilder network, Declaration declaration, Sourced<VpcBuilder> requester, Sourced<VpcBuilder> accepter)
        : base(network, declaration)
    {
        this.requester = requester;
        this.accepter = accepter;
        accepted = requester.Value.Account == accepter.Value.Account && requester.Value.Region == accepter.Value.Region;
    }

    /// <summary>Accepts the request, in the name of the accepter's owner.</summary>
    /// <param name="account">The account that owns the accepter VPC.</param>
    public PeeringBuilder AcceptedBy(
        AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (account != accepter.Value.Account)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"account '{account.Name}' cannot accept peering '{Name}': the accepter VPC '{accepter.Value.Name}' is owned by '{accepter.Value.Account.Name}'",
                Call.Here(file, line).Of(nameof(account)),
                accepter.Value.Origin);
            return this;
        }

        accepted = true;
        return this;
    }

    internal bool JoinsSamePair(PeeringBuilder other) =>
        (requester.Value == other.requester.Value && accepter.Value == other.accepter.Value)
        || (requester.Value == other.accepter.Value && accepter.Value == other.requester.Value);

    internal Peering Build() => new(
        Id,
        Origin,
        new Sourced<ElementId>(requester.Value.Id, requester.Origin),
        new Sourced<ElementId>(accepter.Value.Id, accepter.Origin),
        accepted ? PeeringStatus.Active : PeeringStatus.PendingAcceptance);
}
