using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A transit gateway: attachments of VPCs, and route tables between them.</summary>
public sealed partial class TransitGatewayBuilder : ElementBuilder, IRouteTarget
{
    private readonly List<TransitGatewayAttachmentBuilder> attachments = [];
    private readonly Dictionary<VpcBuilder, TransitGatewayVpcAttachmentBuilder> attachedVpcs = [];
    private readonly List<TransitGatewayRouteTableBuilder> routeTables = [];
    private readonly TransitGatewayRouteTableBuilder? defaultRouteTable;
    private bool securityGroupReferencing;

    internal TransitGatewayBuilder(RegionBuilder region, Declaration declaration, bool hasDefaultRouteTable)
        : base(region.Network, declaration)
    {
        Region = region;
        if (hasDefaultRouteTable)
        {
            defaultRouteTable = new TransitGatewayRouteTableBuilder(
                this, Network.Names.DeclareGiven(ElementKind.TransitGatewayRouteTable, Id.Path, "default", IsLeftOut));
            routeTables.Add(defaultRouteTable);
        }
    }

    /// <summary>The region.</summary>
    public RegionBuilder Region { get; }

    /// <summary>What the static routes of all tables weigh against the quota.</summary>
    internal int WeightOfRoutes => routeTables.Sum(table => table.Weight);

    /// <summary>Allows rules of security groups to reference groups of other attached VPCs; ingress rules only.</summary>
    /// <param name="enabled">The vendor's default, before this call, is no.</param>
    public TransitGatewayBuilder SecurityGroupReferencing(bool enabled = true)
    {
        securityGroupReferencing = enabled;
        return this;
    }

    /// <summary>Attaches the VPC of a subnet, with an interface in it that serves the subnet's zone.</summary>
    /// <param name="name">Unique in the transit gateway.</param>
    /// <param name="subnet">A subnet of a VPC of the region; <see cref="TransitGatewayVpcAttachmentBuilder.Subnet"/> adds zones.</param>
    public TransitGatewayVpcAttachmentBuilder Attach(
        string name, SubnetBuilder subnet, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var attachment = new TransitGatewayVpcAttachmentBuilder(
            this,
            Network.Names.Declare(
                ElementKind.TransitGatewayAttachment, Id.Path, name, call.Of(nameof(name)), IsLeftOut || subnet.IsLeftOut),
            new Sourced<SubnetBuilder>(subnet, call.Of(nameof(subnet))));
        if (!attachment.IsLeftOut && subnet.Vpc.Region != Region)
        {
            Network.Problems.Add(
                ProblemKind.OtherRegion,
                $"subnet '{subnet.Id.Path}' is not in {Region.Name}; a transit gateway attaches VPCs of its own region",
                call.Of(nameof(subnet)));
            attachment.LeaveOut();
        }
        else if (!attachment.IsLeftOut
            && attachedVpcs.TryGetValue(subnet.Vpc, out var present))
        {
            Network.Problems.Add(
                ProblemKind.VpcAttachedAlready,
                $"VPC '{subnet.Vpc.Name}' is attached already by '{present.Name}'; add the subnet to that attachment with Subnet(…)",
                call.Of(nameof(subnet)),
                present.Origin);
            attachment.LeaveOut();
        }
        else if (!attachment.IsLeftOut && !IsSharedWith(subnet.Vpc.Account))
        {
            Network.Problems.Add(
                ProblemKind.TransitGatewayNotShared,
                $"transit gateway '{Name}' is not shared with account '{subnet.Vpc.Account.Name}', which owns VPC '{subnet.Vpc.Name}'; share it before with ShareWith",
                call.Of(nameof(subnet)),
                Origin);
            attachment.LeaveOut();
        }

        if (!attachment.IsLeftOut)
        {
            attachedVpcs.Add(subnet.Vpc, attachment);
        }

        return Add(attachment);
    }

    /// <summary>Declares a route table.</summary>
    /// <param name="name">Unique in the transit gateway.</param>
    /// <param name="configure">Adds associations, propagations and routes.</param>
    public TransitGatewayRouteTableBuilder RouteTable(
        string name,
        Action<TransitGatewayRouteTableBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var table = new TransitGatewayRouteTableBuilder(
            this,
            Network.Names.Declare(ElementKind.TransitGatewayRouteTable, Id.Path, name, call.Of(nameof(name)), IsLeftOut));
        routeTables.Add(table);
        configure?.Invoke(table);
        return table;
    }

    /// <summary>Takes in an attachment, of whatever kind; its name is declared under the gateway.</summary>
    internal T Add<T>(T attachment)
        where T : TransitGatewayAttachmentBuilder
    {
        attachment.AssociatesByDefault = associatesByDefault;
        attachment.PropagatesByDefault = propagatesByDefault && attachment.PropagatesNothing is null;
        attachments.Add(attachment);
        return attachment;
    }

    internal IEnumerable<SubnetBuilder> AttachmentSubnets =>
        attachments.Where(attachment => !attachment.IsLeftOut).SelectMany(attachment => attachment.Subnets);

    internal TransitGateway Build()
    {
        var present = attachments.Where(attachment => !attachment.IsLeftOut).ToList();
        return WithOptions(new TransitGateway(
            Id,
            Origin,
            Region.Id,
            securityGroupReferencing,
            present.Select(attachment => attachment.Build(AssociationOf(attachment)?.Id)).ToEquatableArray(),
            routeTables
                .Where(table => !table.IsLeftOut)
                .Select(table => table.Build(table == defaultRouteTable ? present.FindAll(attachment => attachment.PropagatesByDefault) : []))
                .ToEquatableArray()));
    }

    private TransitGatewayRouteTableBuilder? AssociationOf(TransitGatewayAttachmentBuilder attachment) =>
        attachment.Association?.Value ?? (attachment.AssociatesByDefault ? defaultRouteTable : null);
}
