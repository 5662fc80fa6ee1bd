using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A VPC peering connection, as a route target in both VPCs. It is declared as a request; what follows is said in the order in
/// which it happens. Source: "VPC peering connection lifecycle", Amazon VPC Peering Guide.
/// </summary>
public sealed class PeeringBuilder : ElementBuilder, IRouteTarget
{
    private readonly Sourced<VpcBuilder> requester;
    private readonly Sourced<VpcBuilder> accepter;
    private PeeringStatus status;
    private bool requesterDnsResolution;
    private bool accepterDnsResolution;

    internal PeeringBuilder(
        NetworkBuilder network, Declaration declaration, Sourced<VpcBuilder> requester, Sourced<VpcBuilder> accepter)
        : base(network, declaration)
    {
        this.requester = requester;
        this.accepter = accepter;
        status = requester.Value.Account == accepter.Value.Account && requester.Value.Region == accepter.Value.Region
            ? PeeringStatus.Active
            : PeeringStatus.PendingAcceptance;
    }

    /// <summary>Accepts the request, in the name of the accepter's owner.</summary>
    /// <param name="account">The account that owns the accepter VPC.</param>
    public PeeringBuilder AcceptedBy(
        AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(account));
        if (IsOwner(account, "accept", origin) && (status == PeeringStatus.Active || IsPending("accepted", origin)))
        {
            status = PeeringStatus.Active;
        }

        return this;
    }

    /// <summary>Rejects the request, in the name of the accepter's owner. An active connection cannot be rejected.</summary>
    /// <param name="account">The account that owns the accepter VPC.</param>
    public PeeringBuilder RejectedBy(
        AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(account));
        if (IsOwner(account, "reject", origin) && IsPending("rejected", origin))
        {
            status = PeeringStatus.Rejected;
        }

        return this;
    }

    /// <summary>Lets the request expire: seven days have passed, and nobody accepted it.</summary>
    public PeeringBuilder Expired([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (IsPending("expired", Call.Here(file, line).Origin))
        {
            status = PeeringStatus.Expired;
        }

        return this;
    }

    /// <summary>Deletes the connection: routes that lead to it are dead, rules that reference groups across it match nothing.</summary>
    /// <param name="account">The requester's owner; the accepter's owner too, once it is active.</param>
    public PeeringBuilder DeletedBy(
        AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(account));
        var owners = status == PeeringStatus.PendingAcceptance
            ? new[] { requester.Value }
            : [requester.Value, accepter.Value];
        if (IsLeftOut)
        {
            return this;
        }

        if (owners.All(vpc => vpc.Account != account))
        {
            Network.Problems.Add(
                ProblemKind.NotForThisAccount,
                $"account '{account.Name}' cannot delete peering '{Name}', which is {Peering.TextOf(status)}; the owner of {string.Join(" or ", owners.Select(vpc => $"VPC '{vpc.Name}'"))} can",
                origin);
        }
        else if (status is not (PeeringStatus.PendingAcceptance or PeeringStatus.Active))
        {
            Network.Problems.Add(ProblemKind.NotInThisState, $"peering '{Name}' is {Peering.TextOf(status)} and cannot be deleted; take this call away", origin);
        }
        else
        {
            status = PeeringStatus.Deleted;
        }

        return this;
    }

    /// <summary>
    /// Lets public names of one side's instances give private addresses when the other side asks; without it they give public ones.
    /// Each side is set by itself, and only once the connection is active. Source: "Enable DNS resolution for a VPC peering
    /// connection", Amazon VPC Peering Guide.
    /// </summary>
    /// <param name="vpc">The side whose names are asked for: one of the two VPCs.</param>
    public PeeringBuilder AllowDnsResolution(
        VpcBuilder vpc, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(vpc));
        if (IsLeftOut || vpc.IsLeftOut)
        {
            return this;
        }

        if (vpc != requester.Value && vpc != accepter.Value)
        {
            Network.Problems.Add(
                ProblemKind.NotOfThePeering,
                $"peering '{Name}' joins VPCs '{requester.Value.Name}' and '{accepter.Value.Name}', not '{vpc.Name}'; name one of the two",
                origin);
        }
        else if (status != PeeringStatus.Active)
        {
            Network.Problems.Add(
                ProblemKind.NotInThisState,
                $"peering '{Name}' is {Peering.TextOf(status)}; the vendor takes the DNS option of an active connection only, accept it before with AcceptedBy",
                origin);
        }
        else
        {
            requesterDnsResolution |= vpc == requester.Value;
            accepterDnsResolution |= vpc == accepter.Value;
        }

        return this;
    }

    /// <summary>Whether that VPC has asked, and nobody has accepted yet.</summary>
    internal bool IsRequestedBy(VpcBuilder vpc) => !IsLeftOut && status == PeeringStatus.PendingAcceptance && requester.Value == vpc;

    /// <summary>Whether it is a second request between the two VPCs, while the first is pending or active.</summary>
    internal bool JoinsSamePair(PeeringBuilder other) =>
        status is PeeringStatus.PendingAcceptance or PeeringStatus.Active
        && ((requester.Value == other.requester.Value && accepter.Value == other.accepter.Value)
            || (requester.Value == other.accepter.Value && accepter.Value == other.requester.Value));

    internal Peering Build() => new(
        Id,
        Origin,
        new Sourced<ElementId>(requester.Value.Id, requester.Origin),
        new Sourced<ElementId>(accepter.Value.Id, accepter.Origin),
        Overlaps() ? PeeringStatus.Failed : status)
    {
        RequesterDnsResolution = requesterDnsResolution,
        AccepterDnsResolution = accepterDnsResolution,
    };

    /// <summary>Whether the vendor fails the request, however it goes on: VPCs that share addresses cannot be peered.</summary>
    private bool Overlaps() =>
        status is PeeringStatus.PendingAcceptance or PeeringStatus.Active
        && requester.Value.AllBlocks.Any(asking => accepter.Value.AllBlocks.Any(asked => asked.Overlaps(asking)));

    private bool IsOwner(AccountBuilder account, string verb, Origin origin)
    {
        if (account == accepter.Value.Account)
        {
            return true;
        }

        Network.Problems.Add(
            ProblemKind.NotForThisAccount,
            $"account '{account.Name}' cannot {verb} peering '{Name}': the accepter VPC '{accepter.Value.Name}' is owned by '{accepter.Value.Account.Name}'",
            origin,
            accepter.Value.Origin);
        return false;
    }

    private bool IsPending(string done, Origin origin)
    {
        if (status == PeeringStatus.PendingAcceptance)
        {
            return true;
        }

        Network.Problems.Add(
            ProblemKind.NotInThisState,
            $"peering '{Name}' is {Peering.TextOf(status)} and cannot be {done} any more; take one of the two calls away",
            origin);
        return false;
    }
}
