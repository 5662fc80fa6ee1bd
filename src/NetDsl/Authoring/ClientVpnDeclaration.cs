using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>What a Client VPN endpoint is declared with, wherever it is. Source: "AWS Client VPN endpoints", AWS Client VPN Administrator Guide.</summary>
internal sealed record ClientVpnDeclaration(
    Declaration Declaration, Sourced<Ipv4Prefix>? ClientPrefix, ClientVpnAuthentication Authentication, IpAddressType AddressType)
{
    // Source: "AWS Client VPN quotas" and "Client authentication in AWS Client VPN", AWS Client VPN Administrator Guide.
    private const int Widest = 12;
    private const int Narrowest = 22;
    private const ClientVpnAuthentication ByUser = ClientVpnAuthentication.Directory | ClientVpnAuthentication.Saml;

    /// <summary>Reads the arguments of a call that declares one; what is wrong with them is a problem, and it is left out.</summary>
    /// <param name="parent">The VPC, or the transit gateway.</param>
    public static ClientVpnDeclaration Read(
        ElementBuilder parent, string name, string? clientCidr, ClientVpnAuthentication authentication, IpAddressType addressType, Call call)
    {
        var network = parent.Network;
        var nameOrigin = call.Of(nameof(name));
        var prefix = addressType == IpAddressType.Ipv6 ? null : Prefix(network, clientCidr, call.Of(nameof(clientCidr)));
        var isSound = prefix is not null || addressType == IpAddressType.Ipv6;
        if (addressType == IpAddressType.Ipv6 && clientCidr is not null)
        {
            network.Problems.Add(
                ProblemKind.Conflict,
                $"Client VPN endpoint {Quotation.Of(name)} carries IPv6 only, and the vendor chooses the addresses of its clients; write null",
                call.Of(nameof(clientCidr)));
            isSound = false;
        }

        if (authentication is not (> 0 and <= (ClientVpnAuthentication.Certificate | ByUser)) || (authentication & ByUser) == ByUser)
        {
            network.Problems.Add(
                ProblemKind.Conflict,
                "clients are authenticated by Certificate, Directory or Saml, or by Certificate and one of the other two",
                call.Of(nameof(authentication)));
            isSound = false;
        }

        if (addressType != IpAddressType.Ipv4)
        {
            network.Semantics.Need(
                profile => profile.ClientVpnIpv6,
                nameof(SemanticsProfile.ClientVpnIpv6),
                $"IPv6 of Client VPN endpoint {Quotation.Of(name)}",
                call.Of(nameof(addressType)));
        }

        return new ClientVpnDeclaration(
            network.Names.Declare(ElementKind.ClientVpnEndpoint, parent.Id.Path, name, nameOrigin, parent.IsLeftOut || !isSound),
            prefix,
            authentication,
            addressType);
    }

    /// <summary>The same, and nobody uses it: the place where it is declared refuses it.</summary>
    public ClientVpnDeclaration LeftOut() => this with { Declaration = Declaration with { IsLeftOut = true } };

    private static Sourced<Ipv4Prefix>? Prefix(NetworkBuilder network, string? clientCidr, Origin origin)
    {
        var prefix = network.Problems.Ipv4Prefix(clientCidr, origin);
        if (prefix is { Value.Length: < Widest or > Narrowest })
        {
            network.Problems.Add(
                ProblemKind.PrefixLength, $"{prefix} is no prefix for clients; the vendor takes a /{Widest} to a /{Narrowest}", origin);
            return null;
        }

        return prefix;
    }
}
