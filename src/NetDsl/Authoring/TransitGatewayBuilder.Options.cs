using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>What the gateway is and allows. Source: "Create a transit gateway", Amazon VPC Transit Gateways guide.</content>
public sealed partial class TransitGatewayBuilder
{
    private readonly List<Sourced<IpPrefix>> cidrBlocks = [];
    private readonly List<AccountBuilder> sharedWith = [];
    private uint amazonSideAsn = TransitGateway.DefaultAsn;
    private bool autoAcceptsSharedAttachments;
    private bool associatesByDefault = true;
    private bool propagatesByDefault = true;
    private bool vpnEcmp = true;
    private bool dnsSupport = true;

    internal AccountBuilder? Owner { get; private set; }

    internal bool AutoAcceptsSharedAttachments => autoAcceptsSharedAttachments;

    /// <summary>
    /// Names the owner, before anything is attached. From then on only VPCs of the owner and of accounts that
    /// <see cref="ShareWith"/> names can be attached, and the owner accepts what others attach. A gateway whose owner nobody names
    /// takes the VPCs of all accounts.
    /// </summary>
    /// <param name="account">The owner.</param>
    public TransitGatewayBuilder OwnedBy(
        AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (attachments.FirstOrDefault() is { } first)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"transit gateway '{Name}' has the attachment '{first.Name}' already; name its owner before that",
                Call.Here(file, line).Of(nameof(account)),
                first.Origin);
            return this;
        }

        Owner = account;
        return this;
    }

    /// <summary>
    /// Shares the gateway: the account can attach its VPCs; tables stay the owner's. Source: "Share your transit gateway".
    /// </summary>
    /// <param name="account">Another account than the owner, which <see cref="OwnedBy"/> names before.</param>
    public TransitGatewayBuilder ShareWith(
        AccountBuilder account, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (Owner is null)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"transit gateway '{Name}' has no owner yet that could share it; name one before with OwnedBy",
                Call.Here(file, line).Of(nameof(account)));
        }
        else if (!sharedWith.Contains(account) && account != Owner)
        {
            sharedWith.Add(account);
        }

        return this;
    }

    /// <summary>Accepts what other accounts attach from here on, without <see cref="TransitGatewayVpcAttachmentBuilder.AcceptedBy"/>.</summary>
    /// <param name="enabled">The vendor's default, before this call, is no.</param>
    public TransitGatewayBuilder AutoAcceptSharedAttachments(bool enabled = true)
    {
        autoAcceptsSharedAttachments = enabled;
        return this;
    }

    /// <summary>Associates what is attached from here on with the default route table, unless it names another.</summary>
    /// <param name="enabled">The vendor's default, before this call, is yes.</param>
    public TransitGatewayBuilder DefaultRouteTableAssociation(bool enabled)
    {
        associatesByDefault = enabled;
        return this;
    }

    /// <summary>Propagates what is attached from here on into the default route table.</summary>
    /// <param name="enabled">The vendor's default, before this call, is yes.</param>
    public TransitGatewayBuilder DefaultRouteTablePropagation(bool enabled)
    {
        propagatesByDefault = enabled;
        return this;
    }

    /// <summary>Sets the number of the autonomous system at the vendor's side of BGP sessions.</summary>
    /// <param name="asn">64512, the vendor's default, to 65534, or 4200000000 to 4294967294.</param>
    public TransitGatewayBuilder AmazonSideAsn(
        long asn, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        amazonSideAsn = Network.Problems.PrivateAsn(asn, Call.Here(file, line).Of(nameof(asn))) ?? amazonSideAsn;
        return this;
    }

    /// <summary>Lets several dynamic VPN connections with equal routes carry flows together.</summary>
    /// <param name="enabled">The vendor's default, before this call, is yes.</param>
    public TransitGatewayBuilder VpnEcmp(bool enabled)
    {
        vpnEcmp = enabled;
        return this;
    }

    /// <summary>Resolves public names of instances in attached VPCs to private addresses, where the attachments do too.</summary>
    /// <param name="enabled">The vendor's default, before this call, is yes.</param>
    public TransitGatewayBuilder DnsSupport(bool enabled)
    {
        dnsSupport = enabled;
        return this;
    }

    internal IReadOnlyList<Sourced<IpPrefix>> CidrBlocks => cidrBlocks;

    /// <summary>Gives the gateway addresses of its own, for Connect peers, private IP VPN and Client VPN; at most five blocks, unless the profile has another quota.</summary>
    /// <param name="cidr">/24 or larger of IPv4, /64 or larger of IPv6, outside 169.254.0.0/16 and every VPC that is attached.</param>
    public TransitGatewayBuilder CidrBlock(
        string cidr, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(cidr));
        if (Network.Problems.Prefix(cidr, origin) is not { } block)
        {
            return this;
        }

        var most = Network.Semantics.Profile.Quotas.CidrBlocksPerTransitGateway;
        if (TransitGatewayBlockRules.Fault(block.Value) is { } fault)
        {
            Network.Problems.Add(ProblemKind.InvalidPrefix, fault, origin);
        }
        else if (cidrBlocks.Count >= most)
        {
            Network.Problems.Add(
                ProblemKind.QuotaExceeded, $"transit gateway '{Name}' has {most} blocks already, the vendor's quota; use a larger one", origin, Origin);
        }
        else if (cidrBlocks.FirstOrDefault(known => known.Value.Overlaps(block.Value)) is { Origin: not null } first)
        {
            Network.Problems.Add(
                ProblemKind.BlockOfTransitGateway, $"{block} overlaps block {first} of transit gateway '{Name}'; give each its own addresses", origin, first.Origin);
        }
        else
        {
            cidrBlocks.Add(block);
        }

        return this;
    }

    /// <summary>
    /// Requests a peering attachment with another transit gateway, of whichever region. It carries nothing before the owner of the
    /// other accepts it; routes to it are static, on both sides. Source: "Transit gateway peering attachments".
    /// </summary>
    /// <param name="name">Unique in both gateways.</param>
    /// <param name="accepter">The other gateway; two gateways have one peering.</param>
    /// <returns>
    /// The attachment at this gateway; <see cref="TransitGatewayPeeringAttachmentBuilder.Accepter"/> is the one at the other.
    /// </returns>
    public TransitGatewayPeeringAttachmentBuilder Peer(
        string name, TransitGatewayBuilder accepter, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var there = Declare(accepter, this);
        var here = Declare(this, accepter);
        here.Join(there);
        if (accepter == this)
        {
            Refuse($"transit gateway '{Name}' cannot peer with itself; name another", null);
        }
        else if (!here.IsLeftOut && !there.IsLeftOut
            && attachments.OfType<TransitGatewayPeeringAttachmentBuilder>().FirstOrDefault(other => other.IsWith(accepter)) is { } first)
        {
            Refuse(
                $"transit gateways '{Name}' and '{accepter.Name}' are peered already by '{first.Name}'; two gateways have one peering, use that one",
                first.Origin);
        }
        else if (here.IsLeftOut || there.IsLeftOut)
        {
            here.LeaveOut();
            there.LeaveOut();
        }

        accepter.Add(there);
        return Add(here);

        TransitGatewayPeeringAttachmentBuilder Declare(TransitGatewayBuilder gateway, TransitGatewayBuilder other) => new(
            gateway,
            Network.Names.Declare(
                ElementKind.TransitGatewayAttachment, gateway.Id.Path, name, call.Of(nameof(name)), IsLeftOut || accepter.IsLeftOut || accepter == this),
            other);

        void Refuse(string text, Origin? other)
        {
            Network.Problems.Add(ProblemKind.Conflict, text, call.Of(nameof(accepter)), other);
            here.LeaveOut();
            there.LeaveOut();
        }
    }

    /// <summary>Whether that account's VPCs can be attached.</summary>
    internal bool IsSharedWith(AccountBuilder account) => Owner is null || Owner == account || sharedWith.Contains(account);

    private TransitGateway WithOptions(TransitGateway gateway) => gateway with
    {
        Owner = Owner?.Id,
        SharedWith = sharedWith.Select(account => account.Id).ToEquatableArray(),
        AmazonSideAsn = amazonSideAsn,
        AutoAcceptsSharedAttachments = autoAcceptsSharedAttachments,
        VpnEcmp = vpnEcmp,
        DnsSupport = dnsSupport,
        CidrBlocks = cidrBlocks.ToEquatableArray(),
        NetworkFunctions = TopologyAssembly.Present(networkFunctions).Select(function => function.BuildFunction()).ToEquatableArray(),
    };
}
