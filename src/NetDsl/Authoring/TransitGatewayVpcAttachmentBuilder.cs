using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>The attachment of a VPC to a transit gateway.</summary>
public sealed class TransitGatewayVpcAttachmentBuilder : TransitGatewayAttachmentBuilder
{
    private readonly List<Sourced<SubnetBuilder>> subnets = [];
    private bool securityGroupReferencing = true;

    internal TransitGatewayVpcAttachmentBuilder(
        TransitGatewayBuilder gateway, Declaration declaration, Sourced<SubnetBuilder> first)
        : base(gateway, declaration) => subnets.Add(first);

    internal VpcBuilder Vpc => subnets[0].Value.Vpc;

    internal override IEnumerable<SubnetBuilder> Subnets => subnets.Select(subnet => subnet.Value);

    /// <summary>Adds an interface in a subnet of another zone, which is served from then on.</summary>
    /// <param name="subnet">A subnet of the same VPC, in a zone that the attachment does not serve yet.</param>
    public TransitGatewayVpcAttachmentBuilder Subnet(
        SubnetBuilder subnet, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(subnet));
        if (IsLeftOut || subnet.IsLeftOut)
        {
            return this;
        }

        if (subnet.Vpc != Vpc)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"subnet '{subnet.Name}' is of VPC '{subnet.Vpc.Name}', attachment '{Name}' of VPC '{Vpc.Name}'; attach the other VPC by itself",
                origin);
        }
        else if (subnets.FirstOrDefault(other => other.Value.Zone.Value == subnet.Zone.Value) is { Value: not null } present)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"attachment '{Name}' serves zone {subnet.Zone} by subnet '{present.Value.Name}' already; it has one subnet a zone",
                origin,
                present.Origin);
        }
        else
        {
            subnets.Add(new Sourced<SubnetBuilder>(subnet, origin));
        }

        return this;
    }

    /// <summary>Says whether groups may be referenced over this attachment; the transit gateway must allow it too.</summary>
    /// <param name="enabled">The vendor's default, before this call, is yes.</param>
    public TransitGatewayVpcAttachmentBuilder SecurityGroupReferencing(bool enabled)
    {
        securityGroupReferencing = enabled;
        return this;
    }

    internal override TransitGatewayAttachment Build(ElementId? association) => new(
        Id,
        Origin,
        TransitGatewayAttachmentKind.Vpc,
        Vpc.Id,
        subnets.Select(subnet => new Sourced<ElementId>(subnet.Value.Id, subnet.Origin)).ToEquatableArray(),
        securityGroupReferencing,
        association);
}
