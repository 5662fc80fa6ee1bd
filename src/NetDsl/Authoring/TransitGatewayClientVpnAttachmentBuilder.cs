using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>Client VPN endpoints.</content>
public sealed partial class TransitGatewayBuilder
{
    // A model's: the vendor does not tell which part of the block it takes.
    private const int ClientIpv6Length = 80;

    private readonly List<TransitGatewayClientVpnAttachmentBuilder> clientVpns = [];

    internal IEnumerable<ClientVpnBuilder> ClientVpns => clientVpns.Select(attachment => attachment.Endpoint);

    /// <summary>
    /// Declares a Client VPN endpoint and attaches it, so that people's machines come into the gateway with their own addresses: nothing translates them, and no
    /// security group stands between. It propagates the addresses of its clients; VPCs need routes to these for what is sent back. Source: "Transit Gateway
    /// integration with Client VPN", AWS Client VPN Administrator Guide, and "Client VPN attachments in AWS Transit Gateway".
    /// </summary>
    /// <param name="name">Of the attachment and of the endpoint, unique in the transit gateway, which has addresses of its own by <see cref="CidrBlock"/> before.</param>
    /// <param name="clientCidr">
    /// The IPv4 addresses that clients get, /12 to /22; none of what is attached or of what clients reach. Null, and nothing else, for IPv6 only.
    /// </param>
    /// <param name="authentication">How clients prove who they are: by certificate, and by directory or SAML for groups.</param>
    /// <param name="addressType">The families that it carries. Of IPv6, clients have addresses of a part of the gateway's first IPv6 block.</param>
    /// <param name="configure">Adds routes, rules and clients.</param>
    public TransitGatewayClientVpnAttachmentBuilder AttachClientVpn(
        string name,
        string? clientCidr,
        ClientVpnAuthentication authentication = ClientVpnAuthentication.Certificate,
        IpAddressType addressType = IpAddressType.Ipv4,
        Action<ClientVpnBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var origin = call.Of(nameof(name));
        Network.Semantics.Need(
            profile => profile.ClientVpnOnTransitGateways, nameof(SemanticsProfile.ClientVpnOnTransitGateways), $"Client VPN endpoint {Quotation.Of(name)} of a transit gateway", origin);
        var declared = ClientVpnDeclaration.Read(this, name, clientCidr, authentication, addressType, call);
        var ipv6Block = cidrBlocks.Select(block => block.Value).Where(block => block.IsIpv6).Select(block => (IpPrefix?)block).FirstOrDefault();
        var fault = cidrBlocks.Count == 0
            ? $"transit gateway '{Name}' has no addresses of its own, without which the vendor attaches no Client VPN endpoint; give it a block before, with CidrBlock(…)"
            : addressType != IpAddressType.Ipv4 && ipv6Block is null
            ? $"transit gateway '{Name}' has no IPv6 block, of which clients would get addresses; give it one before, with CidrBlock(…)"
            : null;
        if (fault is not null && !declared.Declaration.IsLeftOut)
        {
            Network.Problems.Add(ProblemKind.Conflict, fault, origin, Origin);
            declared = declared.LeftOut();
        }

        var endpoint = ClientVpnBuilder.Of(this, declared, addressType == IpAddressType.Ipv4 || ipv6Block is null ? null : ClientIpv6Prefix(ipv6Block.Value));
        configure?.Invoke(endpoint);
        var attachment = new TransitGatewayClientVpnAttachmentBuilder(
            this, Network.Names.Declare(ElementKind.TransitGatewayAttachment, Id.Path, name, origin, endpoint.IsLeftOut), endpoint);
        clientVpns.Add(attachment);
        return Add(attachment);
    }

    private IpPrefix ClientIpv6Prefix(IpPrefix block)
    {
        var first = block.First;
        for (var taken = ClientVpns.Count(endpoint => endpoint.ClientIpv6Prefix is not null); taken > 0; taken--)
        {
            first = IpPrefix.Containing(first, ClientIpv6Length).Last.Plus(1);
        }

        return IpPrefix.Containing(first, ClientIpv6Length);
    }
}

/// <summary>
/// The attachment of a Client VPN endpoint to a transit gateway; it propagates the addresses of the endpoint's clients. What comes from it is routed by the table
/// that is associated with it, like what comes from every other.
/// </summary>
public sealed class TransitGatewayClientVpnAttachmentBuilder : TransitGatewayAttachmentBuilder
{
    internal TransitGatewayClientVpnAttachmentBuilder(TransitGatewayBuilder gateway, Declaration declaration, ClientVpnBuilder endpoint)
        : base(gateway, declaration) => Endpoint = endpoint;

    /// <summary>The endpoint, with its routes, rules and clients.</summary>
    public ClientVpnBuilder Endpoint { get; }

    /// <summary>The IPv6 addresses of its clients, for example to route to them; empty when it carries no IPv6.</summary>
    public string ClientIpv6CidrBlock => Endpoint.ClientIpv6Prefix?.ToString() ?? "";

    internal override TransitGatewayAttachment Build(ElementId? association) => new(
        Id, Origin, TransitGatewayAttachmentKind.ClientVpn, Endpoint.Id, [], SecurityGroupReferencing: false, association)
    {
        State = State,
    };
}
