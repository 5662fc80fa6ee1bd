using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>Connect attachments.</content>
public sealed partial class TransitGatewayBuilder
{
    private readonly List<ConnectPeerBuilder> connectPeers = [];

    internal IReadOnlyList<ConnectPeerBuilder> ConnectPeers => connectPeers;

    internal uint Asn => amazonSideAsn;

    uint IVpnTarget.Asn => amazonSideAsn;

    /// <summary>
    /// Attaches appliances that speak GRE and BGP, over an attachment that transports what they exchange with the gateway. Its routes are learned, never
    /// written. Source: "Transit gateway Connect attachments and Transit gateway Connect peers", Amazon VPC Transit Gateways guide.
    /// </summary>
    /// <param name="name">Unique in the transit gateway.</param>
    /// <param name="transport">The attachment of a VPC or of a Direct Connect gateway to the same transit gateway.</param>
    public TransitGatewayConnectAttachmentBuilder AttachConnect(
        string name, TransitGatewayAttachmentBuilder transport, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var attachment = new TransitGatewayConnectAttachmentBuilder(
            this,
            Network.Names.Declare(
                ElementKind.TransitGatewayAttachment, Id.Path, name, call.Of(nameof(name)), IsLeftOut || transport.IsLeftOut),
            transport);
        var fault = attachment.IsLeftOut ? null
            : transport.Gateway != this
                ? $"attachment '{transport.Name}' is of transit gateway '{transport.Gateway.Name}', not of '{Name}'; transport over an attachment of the same gateway"
            : transport is not (TransitGatewayVpcAttachmentBuilder or TransitGatewayDirectConnectAttachmentBuilder)
                ? $"attachment '{transport.Name}' cannot transport a Connect attachment; the attachment of a VPC or of a Direct Connect gateway can"
            : null;
        if (fault is not null)
        {
            Network.Problems.Add(ProblemKind.Conflict, fault, call.Of(nameof(transport)), transport.Origin);
            attachment.LeaveOut();
        }

        return Add(attachment);
    }

    internal ConnectPeerBuilder Add(ConnectPeerBuilder peer)
    {
        connectPeers.Add(peer);
        return peer;
    }
}

/// <summary>A Connect attachment of a transit gateway; it propagates what its peers advertise.</summary>
public sealed class TransitGatewayConnectAttachmentBuilder : TransitGatewayAttachmentBuilder
{
    private readonly TransitGatewayAttachmentBuilder transport;

    internal TransitGatewayConnectAttachmentBuilder(
        TransitGatewayBuilder gateway, Declaration declaration, TransitGatewayAttachmentBuilder transport)
        : base(gateway, declaration) => this.transport = transport;

    internal override string? TakesNoStaticRoutes =>
        $"attachment '{Name}' is a Connect attachment, to which no static route leads; let a peer advertise the prefix, and propagate the attachment with Propagate(…)";

    /// <summary>
    /// Declares a peer: a GRE tunnel to an instance in the VPC of the transport attachment, with BGP inside. The tunnel works when security groups and
    /// ACLs admit protocol 47 from the gateway's block, and the instance's subnet has a route to that block by the transit gateway.
    /// </summary>
    /// <param name="name">Unique in the attachment.</param>
    /// <param name="site">What is reached through the appliance: its prefixes are advertised, unless the peer says otherwise.</param>
    /// <param name="appliance">An instance of the VPC that sends on what is not for it; its primary interface is the end of the tunnel.</param>
    /// <param name="insideCidr">A /29 of 169.254.0.0/16 that no other peer of the gateway has, for example <c>169.254.10.0/29</c>.</param>
    /// <param name="asn">The appliance's autonomous system; the gateway's when left out, so that BGP is internal.</param>
    /// <param name="gatewayAddress">The gateway's end, in one of its blocks; the lowest free one when left out.</param>
    public ConnectPeerBuilder Peer(
        string name,
        SiteBuilder site,
        InstanceBuilder appliance,
        string insideCidr,
        long? asn = null,
        string? gatewayAddress = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) =>
        Peer(name, site, appliance.Primary, insideCidr, asn, gatewayAddress, Call.Here(file, line));

    /// <summary>Declares a peer that ends at an interface of an instance in the VPC of the transport attachment; else as for an instance.</summary>
    /// <param name="name">Unique in the attachment.</param>
    /// <param name="site">What is reached through the appliance: its prefixes are advertised, unless the peer says otherwise.</param>
    /// <param name="appliance">The interface at which the tunnel ends, of an instance that sends on what is not for it.</param>
    /// <param name="insideCidr">A /29 of 169.254.0.0/16 that no other peer of the gateway has, for example <c>169.254.10.0/29</c>.</param>
    /// <param name="asn">The appliance's autonomous system; the gateway's when left out, so that BGP is internal.</param>
    /// <param name="gatewayAddress">The gateway's end, in one of its blocks; the lowest free one when left out.</param>
    public ConnectPeerBuilder Peer(
        string name,
        SiteBuilder site,
        InterfaceBuilder appliance,
        string insideCidr,
        long? asn = null,
        string? gatewayAddress = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) =>
        Peer(name, site, appliance, insideCidr, asn, gatewayAddress, Call.Here(file, line));

    /// <summary>
    /// Declares a peer: a GRE tunnel to a device of a site behind the Direct Connect gateway of the transport attachment. The tunnel works when the site
    /// advertises the device's address there, and is told of the gateway's block by an allowed prefix.
    /// </summary>
    /// <param name="name">Unique in the attachment.</param>
    /// <param name="appliance">A device with an address; its autonomous system is the peer's, and its site is what is reached.</param>
    /// <param name="insideCidr">A /29 of 169.254.0.0/16 that no other peer of the gateway has, for example <c>169.254.10.0/29</c>.</param>
    /// <param name="gatewayAddress">The gateway's end, in one of its blocks; the lowest free one when left out.</param>
    public ConnectPeerBuilder Peer(
        string name,
        CustomerGatewayBuilder appliance,
        string insideCidr,
        string? gatewayAddress = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var fault = transport is not TransitGatewayDirectConnectAttachmentBuilder
                ? $"attachment '{Name}' is transported by a VPC, and a customer gateway is behind a Direct Connect gateway; name an instance of that VPC"
            : appliance.Address is null ? $"customer gateway '{appliance.Name}' has no address that a tunnel could end at; give it one"
            : null;
        return Declare(name, appliance.Site, appliance, appliance.Asn, fault, insideCidr, gatewayAddress, call);
    }

    internal override TransitGatewayAttachment Build(ElementId? association) => new(
        Id, Origin, TransitGatewayAttachmentKind.Connect, transport.Id, [], SecurityGroupReferencing: false, association)
    {
        State = State,
    };

    private ConnectPeerBuilder Peer(
        string name, SiteBuilder site, InterfaceBuilder appliance, string insideCidr, long? asn, string? gatewayAddress, Call call)
    {
        var fault = transport is not TransitGatewayVpcAttachmentBuilder { Vpc: var vpc }
                ? $"attachment '{Name}' is transported by a Direct Connect gateway, and '{appliance.Name}' is in a VPC; name a customer gateway of a site"
            : appliance.Subnet.Vpc != vpc
                ? $"'{appliance.Name}' is of VPC '{appliance.Subnet.Vpc.Name}', the attachment '{transport.Name}' that transports of '{vpc.Name}'; use an instance of that VPC"
            : appliance.Subnet.IsIpv6Only ? $"'{appliance.Name}' has no IPv4 address that a tunnel could end at; use a subnet with IPv4"
            : null;
        var number = asn is { } given ? Network.Problems.Asn(given, call.Of(nameof(asn))) : null;
        return Declare(
            name, site, appliance, number, asn is not null && number is null ? "" : fault, insideCidr, gatewayAddress, call);
    }

    /// <param name="name">The name of the peer.</param>
    /// <param name="site">What is behind it.</param>
    /// <param name="appliance">An interface or a customer gateway.</param>
    /// <param name="asn">Nothing for the gateway's.</param>
    /// <param name="fault">Why the appliance cannot be one; empty when the fault is told already.</param>
    /// <param name="insideCidr">The addresses of the sessions.</param>
    /// <param name="gatewayAddress">The gateway's end.</param>
    /// <param name="call">The author's call.</param>
    private ConnectPeerBuilder Declare(
        string name, SiteBuilder site, ElementBuilder appliance, uint? asn, string? fault, string insideCidr, string? gatewayAddress, Call call)
    {
        var inside = Network.Problems.Ipv4Prefix(insideCidr, call.Of(nameof(insideCidr)));
        var address = gatewayAddress is null ? null : Network.Problems.Address(gatewayAddress, call.Of(nameof(gatewayAddress)));
        var peer = new ConnectPeerBuilder(
            this,
            Network.Names.Declare(
                ElementKind.ConnectPeer,
                Id.Path,
                name,
                call.Of(nameof(name)),
                IsLeftOut || site.IsLeftOut || appliance.IsLeftOut || inside is null || (gatewayAddress is not null && address is null)),
            site,
            new Sourced<ElementBuilder>(appliance, call.Of(nameof(appliance))),
            inside ?? default,
            asn);
        var accepted = peer.IsLeftOut
            || (fault is null
                ? HasRoom(peer) && IsInside(inside!.Value) && HasAddress(peer, address, call.Of(nameof(gatewayAddress)))
                : Refuse(fault, call.Of(nameof(appliance))));
        if (!accepted)
        {
            peer.LeaveOut();
        }

        return Gateway.Add(peer);
    }

    private IEnumerable<ConnectPeerBuilder> Others => Gateway.ConnectPeers.Where(other => !other.IsLeftOut);

    private bool HasRoom(ConnectPeerBuilder peer)
    {
        var most = Network.Semantics.Profile.Quotas.PeersPerConnectAttachment;
        return Others.Count(other => other.Attachment == this) < most
            || Refuse($"attachment '{Name}' has {most} peers already, the vendor's quota; attach '{peer.Name}' by another Connect attachment", peer.Origin);
    }

    /// <summary>Source: "Transit gateway Connect peers", requirements of inside CIDR blocks.</summary>
    private bool IsInside(Sourced<Ipv4Prefix> inside)
    {
        if (inside.Value.Length != 29 || !VpcBlockRules.LinkLocal.Contains(inside.Value) || ConnectPeerBuilder.ReservedInside.Contains(inside.Value))
        {
            Network.Problems.Add(new Problem(
                ProblemKind.InsidePrefix,
                $"{inside} cannot be inside a Connect peer; it is a /29 of {VpcBlockRules.LinkLocal}, and the vendor keeps 169.254.0.0/29 to 169.254.5.0/29 and 169.254.169.248/29",
                inside.Origin)
            {
                Replacement = FreeInside(),
            });
            return false;
        }

        if (Others.FirstOrDefault(other => other.InsideCidr.Value == inside.Value) is not { } present)
        {
            return true;
        }

        Network.Problems.Add(new Problem(
            ProblemKind.InsidePrefixTwice, $"{inside} is inside peer '{present.Name}' already; give each peer of a transit gateway its own", inside.Origin)
        {
            Other = present.InsideCidr.Origin,
            Replacement = FreeInside(),
        });
        return false;
    }

    /// <summary>The first /29 that the vendor takes inside a peer of the gateway.</summary>
    private string? FreeInside() =>
        VpcBlockRules.FreeLinkLocal(29, inside => ConnectPeerBuilder.ReservedInside.Contains(inside) || Others.Any(other => other.InsideCidr.Value == inside));

    private bool HasAddress(ConnectPeerBuilder peer, Ipv4Address? named, Origin namedOrigin)
    {
        if ((named ?? Gateway.FreeAddresses().Cast<Ipv4Address?>().FirstOrDefault()) is not { } address)
        {
            return Refuse(
                $"transit gateway '{Gateway.Name}' has no address left for peer '{peer.Name}'; give it a block before, with CidrBlock(…)", peer.Origin, Gateway.Origin);
        }

        if (!Gateway.HasBlockWith(address))
        {
            return Refuse($"{address} is in no block of transit gateway '{Gateway.Name}'; give it the block before, with CidrBlock(…)", namedOrigin, Gateway.Origin);
        }

        if (Gateway.HolderOf(address) is { } present)
        {
            return Refuse($"{address} is the gateway's end of {ElementKinds.Text(present.Id.Kind)} '{present.Name}' already; name another", namedOrigin, present.Origin);
        }

        peer.GatewayAddress = address;
        return true;
    }

    private bool Refuse(string fault, Origin origin, Origin? other = null)
    {
        if (fault.Length > 0)
        {
            Network.Problems.Add(ProblemKind.Conflict, fault, origin, other);
        }

        return false;
    }
}
