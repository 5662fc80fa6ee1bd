using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>The attachment of a VPC to a transit gateway.</summary>
public sealed class TransitGatewayAttachmentBuilder : ElementBuilder
{
    private readonly List<Sourced<SubnetBuilder>> subnets = [];
    private bool securityGroupReferencing = true;

    internal TransitGatewayAttachmentBuilder(
        TransitGatewayBuilder gateway, Declaration declaration, Sourced<SubnetBuilder> first)
        : base(gateway.Network, declaration)
    {
        Gateway = gateway;
        subnets.Add(first);
    }

    internal TransitGatewayBuilder Gateway { get; }

    internal VpcBuilder Vpc => subnets[0].Value.Vpc;

    internal IEnumerable<SubnetBuilder> Subnets => subnets.Select(subnet => subnet.Value);

    internal Sourced<TransitGatewayRouteTableBuilder>? Association { get; private set; }

    /// <summary>Adds an interface in a subnet of another zone, which is served from then on.</summary>
    /// <param name="subnet">A subnet of the same VPC, in a zone that the attachment does not serve yet.</param>
    public TransitGatewayAttachmentBuilder Subnet(
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
    public TransitGatewayAttachmentBuilder SecurityGroupReferencing(bool enabled)
    {
        securityGroupReferencing = enabled;
        return this;
    }

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

    internal TransitGatewayAttachment Build(TransitGatewayRouteTableBuilder? defaultRouteTable) => new(
        Id,
        Origin,
        Vpc.Id,
        subnets.Select(subnet => new Sourced<ElementId>(subnet.Value.Id, subnet.Origin)).ToEquatableArray(),
        securityGroupReferencing,
        (Association?.Value ?? defaultRouteTable)?.Id);
}
