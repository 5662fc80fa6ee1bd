using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>VPN connections and Direct Connect gateways.</content>
public sealed partial class TransitGatewayBuilder : IVpnTarget
{
    /// <summary>Declares a VPN connection with a customer gateway and attaches it: two tunnels, with BGP until a static route is added.</summary>
    /// <param name="name">Of the attachment, unique in the transit gateway, and of the connection, unique in the region.</param>
    /// <param name="customerGateway">The device at the site.</param>
    /// <param name="configure">Says what the connection tells and prefers.</param>
    public TransitGatewayVpnAttachmentBuilder AttachVpn(
        string name,
        CustomerGatewayBuilder customerGateway,
        Action<VpnConnectionBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var connection = Region.DeclareVpnConnection(name, customerGateway, this, call.Of(nameof(name)), call.Of(nameof(customerGateway)));
        configure?.Invoke(connection);
        return Add(new TransitGatewayVpnAttachmentBuilder(
            this,
            Network.Names.Declare(ElementKind.TransitGatewayAttachment, Id.Path, name, call.Of(nameof(name)), connection.IsLeftOut),
            connection));
    }

    /// <summary>Attaches a Direct Connect gateway, whose transit virtual interfaces then lead here.</summary>
    /// <param name="name">Unique in the transit gateway.</param>
    /// <param name="gateway">Of another autonomous system, and associated with no virtual private gateway.</param>
    public TransitGatewayDirectConnectAttachmentBuilder AttachDirectConnect(
        string name, DirectConnectGatewayBuilder gateway, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var association = gateway.Add(this, call.Origin, call.Of(nameof(gateway)), Network.Semantics.Profile.Quotas.TransitGatewaysPerDirectConnectGateway);
        if (!association.IsLeftOut && !Network.Problems.AreTwoSystems(
            amazonSideAsn, $"transit gateway '{Name}'", gateway.Asn, gateway, call.Of(nameof(gateway))))
        {
            association.IsLeftOut = true;
        }

        return Add(new TransitGatewayDirectConnectAttachmentBuilder(
            this,
            Network.Names.Declare(ElementKind.TransitGatewayAttachment, Id.Path, name, call.Of(nameof(name)), association.IsLeftOut),
            gateway,
            association));
    }
}

/// <summary>The attachment of a VPN connection to a transit gateway; it propagates what the site advertises, and nothing when routing is static.</summary>
public sealed class TransitGatewayVpnAttachmentBuilder : TransitGatewayAttachmentBuilder
{
    internal TransitGatewayVpnAttachmentBuilder(
        TransitGatewayBuilder gateway, Declaration declaration, VpnConnectionBuilder connection)
        : base(gateway, declaration) => Connection = connection;

    /// <summary>The connection.</summary>
    public VpnConnectionBuilder Connection { get; }

    internal override TransitGatewayAttachment Build(ElementId? association) => new(
        Id,
        Origin,
        Connection.IsPrivateIp ? TransitGatewayAttachmentKind.PrivateIpVpn : TransitGatewayAttachmentKind.Vpn,
        Connection.Id,
        [],
        SecurityGroupReferencing: false,
        association)
    {
        State = State,
    };
}

/// <summary>The attachment of a Direct Connect gateway to a transit gateway; it propagates what sites advertise on transit virtual interfaces.</summary>
public sealed class TransitGatewayDirectConnectAttachmentBuilder : TransitGatewayAttachmentBuilder
{
    private readonly DirectConnectGatewayBuilder direct;
    private readonly DirectConnectAssociationBuilder association;

    internal TransitGatewayDirectConnectAttachmentBuilder(
        TransitGatewayBuilder gateway,
        Declaration declaration,
        DirectConnectGatewayBuilder direct,
        DirectConnectAssociationBuilder association)
        : base(gateway, declaration)
    {
        this.direct = direct;
        this.association = association;
    }

    /// <summary>Allows a prefix: the very prefix that sites are told of, whatever is behind the transit gateway.</summary>
    /// <param name="prefix">One that overlaps none that another transit gateway of the same Direct Connect gateway is allowed.</param>
    public TransitGatewayDirectConnectAttachmentBuilder Allow(
        string prefix, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        association.Allow(prefix, Call.Here(file, line).Of(nameof(prefix)));
        return this;
    }

    internal override TransitGatewayAttachment Build(ElementId? associated) => new(
        Id, Origin, TransitGatewayAttachmentKind.DirectConnectGateway, direct.Id, [], SecurityGroupReferencing: false, associated)
    {
        State = State,
    };
}
