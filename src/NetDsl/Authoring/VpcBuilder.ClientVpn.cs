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
    /// <param name="clientCidr">The addresses that clients get, /12 to /22; no addresses of the VPC or of what clients reach.</param>
    /// <param name="authentication">How clients prove who they are: by certificate, and by directory or SAML for groups.</param>
    /// <param name="configure">Adds associations, routes, rules and clients.</param>
    public ClientVpnBuilder ClientVpn(
        string name,
        string clientCidr,
        ClientVpnAuthentication authentication = ClientVpnAuthentication.Certificate,
        Action<ClientVpnBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        // Source: "AWS Client VPN quotas" and "Client authentication in AWS Client VPN", AWS Client VPN Administrator Guide.
        const int Widest = 12;
        const int Narrowest = 22;
        const ClientVpnAuthentication ByUser = ClientVpnAuthentication.Directory | ClientVpnAuthentication.Saml;
        var call = Call.Here(file, line);
        var prefix = Network.Problems.Ipv4Prefix(clientCidr, call.Of(nameof(clientCidr)));
        if (prefix is { Value.Length: < Widest or > Narrowest })
        {
            Network.Problems.Add(
                ProblemKind.InvalidPrefix,
                $"{prefix} is no prefix for clients; the vendor takes a /{Widest} to a /{Narrowest}",
                call.Of(nameof(clientCidr)));
            prefix = null;
        }

        var isKnown = authentication is > 0 and <= (ClientVpnAuthentication.Certificate | ByUser) && (authentication & ByUser) != ByUser;
        if (!isKnown)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                "clients are authenticated by Certificate, Directory or Saml, or by Certificate and one of the other two",
                call.Of(nameof(authentication)));
        }

        var declaration = Network.Names.Declare(
            ElementKind.ClientVpnEndpoint, Id.Path, name, call.Of(nameof(name)), IsLeftOut || prefix is null || !isKnown);
        var endpoint = new ClientVpnBuilder(this, declaration, prefix ?? default, authentication);
        clientVpns.Add(endpoint);
        configure?.Invoke(endpoint);
        return endpoint;
    }
}
