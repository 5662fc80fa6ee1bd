using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Sharing with other accounts.</content>
public sealed partial class SubnetBuilder
{
    private readonly List<AccountBuilder> participants = [];

    internal IReadOnlyList<AccountBuilder> Participants => participants;

    /// <summary>
    /// Shares the subnet with an account: it may launch instances and interfaces of its own here, and nothing else changes.
    /// Source: "Share your VPC subnets with other accounts", Amazon VPC User Guide.
    /// </summary>
    /// <param name="account">The participant: an account of the same organization other than the owner.</param>
    public SubnetBuilder ShareWith(AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(account));
        if (IsLeftOut || account.IsLeftOut || participants.Contains(account))
        {
            return this;
        }

        if (account == Vpc.Account)
        {
            Network.Problems.Add(
                ProblemKind.Conflict, $"account '{account.Name}' owns subnet '{Name}' already; share it with another", origin);
            return this;
        }

        participants.Add(account);
        var most = Network.Semantics.Profile.Quotas.ParticipantsPerVpc;
        if (Vpc.DeclaredSubnets.SelectMany(subnet => subnet.participants).Distinct().Count() > most)
        {
            Network.Problems.Add(
                ProblemKind.QuotaExceeded, $"VPC '{Vpc.Name}' is shared with more than {most} accounts, the vendor's quota; use another VPC", origin);
        }

        return this;
    }

    /// <summary>What a participant may do here: launch instances and interfaces, with groups of its own.</summary>
    /// <param name="account">An account that the subnet is shared with.</param>
    public SharedSubnetBuilder As(AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (!IsLeftOut && !account.IsLeftOut && !participants.Contains(account))
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                account == Vpc.Account
                    ? $"account '{account.Name}' owns subnet '{Name}'; declare what it has on the subnet itself"
                    : $"subnet '{Name}' is not shared with account '{account.Name}'; share it before, with ShareWith(…)",
                Call.Here(file, line).Of(nameof(account)));
            return new SharedSubnetBuilder(this, account, isLeftOut: true);
        }

        return new SharedSubnetBuilder(this, account, IsLeftOut || account.IsLeftOut);
    }
}
