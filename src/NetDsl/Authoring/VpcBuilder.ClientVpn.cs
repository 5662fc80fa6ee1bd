using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Client VPN endpoints.</content>
public sealed partial class VpcBuilder
{
    private readonly List<ClientVpnBuilder> clientVpns = [];

    internal IReadOnlyList<ClientVpnBuilder> ClientVpns => clientVpns;

    /// <summary>Declares a Client VPN endpoint, by which people's machines come into this VPC.</summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="clientCidr">
    /// The IPv4 addresses that clients get, /12 to /22; no addresses of the VPC or of what clients reach. Null, and nothing else, for IPv6 only.
    /// </param>
    /// <param name="authentication">How clients prove who they are: by certificate, and by directory or SAML for groups.</param>
    /// <param name="addressType">
    /// The families that it carries. Of IPv6, each client has an address of the associated subnet, which nobody translates, and which the interface there holds.
    /// Source: "AWS Client VPN endpoints", traffic IP address type.
    /// </param>
    /// <param name="configure">Adds associations, routes, rules and clients.</param>
    public ClientVpnBuilder ClientVpn(
        string name,
        string? clientCidr,
        ClientVpnAuthentication authentication = ClientVpnAuthentication.Certificate,
        IpAddressType addressType = IpAddressType.Ipv4,
        Action<ClientVpnBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var endpoint = ClientVpnBuilder.Of(
            this, ClientVpnDeclaration.Read(this, name, clientCidr, authentication, addressType, Call.Here(file, line)));
        clientVpns.Add(endpoint);
        configure?.Invoke(endpoint);
        return endpoint;
    }
}
