using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A client of a Client VPN endpoint.</summary>
public sealed class VpnClientBuilder : ElementBuilder
{
    private readonly IReadOnlyList<string> groups;

    internal VpnClientBuilder(ClientVpnBuilder endpoint, Declaration declaration, IReadOnlyList<string> groups)
        : base(endpoint.Network, declaration)
    {
        Endpoint = endpoint;
        this.groups = groups;
    }

    /// <summary>The endpoint.</summary>
    public ClientVpnBuilder Endpoint { get; }

    internal ClientVpnAssociationBuilder? Association { get; set; }

    internal VpnClient Build(Ipv4Address? ipv4, IpAddress? ipv6) => new(Id, Origin, ipv4 ?? ipv6!.Value, groups.ToEquatableArray(), Association?.Id)
    {
        Ipv6Address = ipv6,
    };
}
