using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>The attachment of a VPC to a transit gateway.</summary>
public sealed class TransitGatewayVpcAttachmentBuilder : TransitGatewayAttachmentBuilder
{
    private readonly List<Sourced<SubnetBuilder>> subnets = [];
    private bool securityGroupReferencing = true;
    private bool applianceMode;
    private bool dnsSupport = true;
    private bool ipv6Support;

    internal TransitGatewayVpcAttachmentBuilder(
        TransitGatewayBuilder gateway, Declaration declaration, Sourced<SubnetBuilder> first)
        : base(gateway, declaration)
    {
        subnets.Add(first);
        if (!first.Value.IsLeftOut && !IsLeftOut && IsUnsuitable(first.Value, first.Origin))
        {
            LeaveOut();
        }

        State = gateway.Owner is null || gateway.Owner == first.Value.Vpc.Account || gateway.AutoAcceptsSharedAttachments
            ? TransitGatewayAttachmentState.Available
            : TransitGatewayAttachmentState.PendingAcceptance;
    }

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

        if (IsUnsuitable(subnet, origin))
        {
            return this;
        }

        if (subnet.Vpc != Vpc)
        {
            Network.Problems.Add(
                ProblemKind.OtherVpc,
                $"subnet '{subnet.Name}' is of VPC '{subnet.Vpc.Name}', attachment '{Name}' of VPC '{Vpc.Name}'; attach the other VPC by itself",
                origin);
        }
        else if (subnets.FirstOrDefault(other => other.Value.Zone.Value == subnet.Zone.Value) is { Value: not null } present)
        {
            Network.Problems.Add(
                ProblemKind.ZoneServedAlready,
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

    /// <summary>
    /// Keeps both directions of a flow in one zone of this VPC, for stateful appliances there. It needs a propagation into the table
    /// that is associated with this attachment. Source: "Appliance mode", Amazon VPC Transit Gateways guide.
    /// </summary>
    /// <param name="enabled">The vendor's default, before this call, is no.</param>
    public TransitGatewayVpcAttachmentBuilder ApplianceMode(
        bool enabled = true, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        applianceMode = enabled;
        if (enabled)
        {
            Network.Semantics.Need(
                profile => profile.ApplianceMode,
                nameof(SemanticsProfile.ApplianceMode),
                $"the appliance mode of attachment '{Name}'",
                Call.Here(file, line).Origin);
        }

        return this;
    }

    /// <summary>Resolves public names of instances in other attached VPCs to private addresses; the transit gateway must allow it too.</summary>
    /// <param name="enabled">The vendor's default, before this call, is yes.</param>
    public TransitGatewayVpcAttachmentBuilder DnsSupport(bool enabled)
    {
        dnsSupport = enabled;
        return this;
    }

    /// <summary>Propagates the IPv6 blocks of the VPC too. Source: "Transit gateway attachments to a VPC".</summary>
    /// <param name="enabled">The vendor's default, before this call, is no.</param>
    public TransitGatewayVpcAttachmentBuilder Ipv6Support(bool enabled = true)
    {
        ipv6Support = enabled;
        return this;
    }

    /// <summary>Accepts the attachment of another account's VPC, in the name of the gateway's owner.</summary>
    /// <param name="account">The account that owns the transit gateway.</param>
    public TransitGatewayVpcAttachmentBuilder AcceptedBy(
        AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Decide(account, TransitGatewayAttachmentState.Available, "accept", Call.Here(file, line).Of(nameof(account)));

    /// <summary>Rejects the attachment of another account's VPC, in the name of the gateway's owner.</summary>
    /// <param name="account">The account that owns the transit gateway.</param>
    public TransitGatewayVpcAttachmentBuilder RejectedBy(
        AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Decide(account, TransitGatewayAttachmentState.Rejected, "reject", Call.Here(file, line).Of(nameof(account)));

    /// <summary>An attachment has no subnet without IPv4, nor in a Local Zone. Source: "Transit gateway attachments to a VPC".</summary>
    private bool IsUnsuitable(SubnetBuilder subnet, Origin origin)
    {
        var fault = subnet.IsIpv6Only
            ? $"subnet '{subnet.Name}' has no IPv4 addresses, and an attachment needs them; use a subnet of zone {subnet.Zone} that has both"
            : subnet.LocalZone is { } local
                ? $"subnet '{subnet.Name}' is in Local Zone {local.Name}, and an attachment has no subnets there; use one of the parent zone, {local.Parent}, by which the Local Zone is served"
                : null;
        if (fault is not null)
        {
            Network.Problems.Add(ProblemKind.Conflict, fault, origin, subnet.Origin);
        }

        return fault is not null;
    }

    private TransitGatewayVpcAttachmentBuilder Decide(
        AccountBuilder account, TransitGatewayAttachmentState decided, string verb, Origin origin)
    {
        if (account != Gateway.Owner)
        {
            Network.Problems.Add(
                ProblemKind.NotForThisAccount,
                Gateway.Owner is { } owner
                    ? $"account '{account.Name}' cannot {verb} attachment '{Name}': transit gateway '{Gateway.Name}' is owned by '{owner.Name}'"
                    : $"account '{account.Name}' cannot {verb} attachment '{Name}': transit gateway '{Gateway.Name}' names no owner; name one with OwnedBy",
                origin,
                Gateway.Origin);
        }
        else if (IsUndecided(decided, verb, origin))
        {
            State = decided;
        }

        return this;
    }

    internal override TransitGatewayAttachment Build(ElementId? association) => new(
        Id,
        Origin,
        TransitGatewayAttachmentKind.Vpc,
        Vpc.Id,
        subnets.Select(subnet => new Sourced<ElementId>(subnet.Value.Id, subnet.Origin)).ToEquatableArray(),
        securityGroupReferencing,
        association)
    {
        State = State,
        ApplianceMode = applianceMode,
        DnsSupport = dnsSupport,
        Ipv6Support = ipv6Support,
    };
}
