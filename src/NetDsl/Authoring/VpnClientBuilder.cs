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

    internal VpnClient Build(Ipv4Address address) => new(Id, Origin, address, groups.ToEquatableArray(), Association!.Id);
}
