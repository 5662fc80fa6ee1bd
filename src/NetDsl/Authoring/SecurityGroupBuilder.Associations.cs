using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Further VPCs.</content>
public sealed partial class SecurityGroupBuilder
{
    private readonly List<VpcBuilder> associatedVpcs = [];

    /// <summary>
    /// Associates the group with a further VPC, whose interfaces may then have it: interfaces of hosts, load balancers and endpoints. Not the
    /// default group. Source: "AssociateSecurityGroupVpc", Amazon EC2 API.
    /// </summary>
    /// <param name="vpc">A VPC of the same region that is of the group's owner, or of which a subnet is shared with it.</param>
    public SecurityGroupBuilder AssociateWith(VpcBuilder vpc, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(vpc));
        if (IsLeftOut || vpc.IsLeftOut || IsIn(vpc))
        {
            return this;
        }

        var fault = this == Vpc.DefaultSecurityGroup
            ? $"the default group of VPC '{Vpc.Name}' is of no other VPC; declare a group to associate"
            : vpc.Region != Vpc.Region
            ? $"VPC '{vpc.Name}' is in {vpc.Region.Name}, security group '{Name}' in {Vpc.Region.Name}; a group is associated with VPCs of its own region"
            : vpc.Account != Owner && !vpc.DeclaredSubnets.Any(subnet => subnet.Participants.Contains(Owner))
            ? $"VPC '{vpc.Name}' is of account '{vpc.Account.Name}', security group '{Name}' of '{Owner.Name}', with which no subnet of the VPC is shared; share one before, or declare a group there"
            : null;
        if (fault is not null)
        {
            Network.Problems.Add(ProblemKind.GroupAssociation, fault, origin, vpc.Origin);
            return this;
        }

        Network.Semantics.Need(
            profile => profile.GroupsInSeveralVpcs,
            nameof(SemanticsProfile.GroupsInSeveralVpcs),
            $"associating security group '{Name}' with VPC '{vpc.Name}'",
            origin);
        associatedVpcs.Add(vpc);
        return this;
    }

    /// <summary>Whether interfaces of the VPC may have it.</summary>
    internal bool IsIn(VpcBuilder vpc) => vpc == Vpc || associatedVpcs.Contains(vpc);
}
