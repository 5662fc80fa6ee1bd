using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Whose it is, and who may use it.</content>
public sealed partial class SecurityGroupBuilder
{
    private readonly List<AccountBuilder> users = [];

    /// <summary>The participant that owns it; nothing for the owner of the VPC.</summary>
    internal AccountBuilder? Participant { get; set; }

    /// <summary>The account that owns it.</summary>
    internal AccountBuilder Owner => Participant ?? Vpc.Account;

    /// <summary>
    /// Shares the group with a participant of the VPC, whose interfaces may then have it. Only the owner of the VPC shares groups, and not the
    /// default one. Source: "Share security groups", Amazon VPC User Guide.
    /// </summary>
    /// <param name="account">An account that some subnet of the VPC is shared with.</param>
    public SecurityGroupBuilder ShareWith(AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(account));
        if (IsLeftOut || account.IsLeftOut)
        {
            return this;
        }

        var fault = this == Vpc.DefaultSecurityGroup
            ? $"the default group of VPC '{Vpc.Name}' cannot be shared; declare one for it"
            : Participant is not null
            ? $"security group '{Name}' is of participant '{Participant.Name}', and only the owner of the VPC shares groups"
            : !Vpc.DeclaredSubnets.Any(subnet => subnet.Participants.Contains(account))
            ? $"no subnet of VPC '{Vpc.Name}' is shared with account '{account.Name}'; share one before, with ShareWith(…)"
            : null;
        if (fault is not null)
        {
            Network.Problems.Add(ProblemKind.GroupSharing, fault, origin);
            return this;
        }

        Network.Semantics.Need(
            profile => profile.GroupsSharedWithParticipants,
            nameof(SemanticsProfile.GroupsSharedWithParticipants),
            $"sharing security group '{Name}' with account '{account.Name}'",
            origin);
        users.Add(account);
        return this;
    }

    /// <summary>Why interfaces of an account cannot have it; nothing when they can.</summary>
    internal string? RefusalOf(AccountBuilder account) => account == Owner || users.Contains(account) ? null
        : this == Vpc.DefaultSecurityGroup
        ? $"a participant never uses the default group of a shared VPC; give '{account.Name}' a group of its own, with As({account.Name}).SecurityGroup(…)"
        : Participant is null
        ? $"security group '{Name}' is of account '{Owner.Name}' and not shared with '{account.Name}'; share it with ShareWith(…), or use a group of its own"
        : $"security group '{Name}' is of participant '{Owner.Name}', and nobody else can use it; '{account.Name}' may reference it in rules of its own groups";
}
