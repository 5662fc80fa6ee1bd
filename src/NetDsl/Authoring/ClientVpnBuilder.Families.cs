using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>Where it is, and the families of addresses that it carries.</content>
public sealed partial class ClientVpnBuilder
{
    private readonly IpAddressType addressType;

    /// <summary>The transit gateway that it is attached to.</summary>
    internal TransitGatewayBuilder? AttachedTo { get; private init; }

    /// <summary>The IPv6 addresses of its clients, at a transit gateway.</summary>
    internal IpPrefix? ClientIpv6Prefix { get; private init; }

    /// <summary>The IPv4 addresses of its clients, if it carries IPv4.</summary>
    internal Sourced<Ipv4Prefix>? ClientPrefix => clientPrefix;

    internal IReadOnlyList<VpnClientBuilder> Clients => clients;

    internal bool CarriesIpv4 => addressType != IpAddressType.Ipv6;

    internal bool CarriesIpv6 => addressType != IpAddressType.Ipv4;

    internal static ClientVpnBuilder Of(VpcBuilder vpc, ClientVpnDeclaration declared) => new(vpc.Network, declared) { Vpc = vpc };

    internal static ClientVpnBuilder Of(TransitGatewayBuilder gateway, ClientVpnDeclaration declared, IpPrefix? clientIpv6Prefix) =>
        new(gateway.Network, declared) { AttachedTo = gateway, ClientIpv6Prefix = clientIpv6Prefix };

    /// <summary>Reads a prefix of a family that it carries.</summary>
    private Sourced<IpPrefix>? PrefixOfFamily(string text, Origin origin)
    {
        if (!CarriesIpv6)
        {
            return Network.Problems.Ipv4Prefix(text, origin) is { } ipv4 ? new Sourced<IpPrefix>(ipv4.Value, ipv4.Origin) : null;
        }

        var prefix = Network.Problems.Prefix(text, origin);
        if (prefix is { Value.IsIpv4: true } && !CarriesIpv4)
        {
            Network.Problems.Add(
                ProblemKind.PrefixFamily, $"{prefix} is an IPv4 prefix, and Client VPN endpoint '{Name}' carries IPv6 only; write one such as ::/0", origin);
            return null;
        }

        return prefix;
    }

    private string NotAssociated(SubnetBuilder subnet) => AttachedTo is { } gateway
        ? $"Client VPN endpoint '{Name}' is attached to transit gateway '{gateway.Name}', and no subnet is associated with it; leave the subnet out"
        : $"subnet '{subnet.Name}' is not associated with Client VPN endpoint '{Name}'; associate it before, with Associate(…)";
}
