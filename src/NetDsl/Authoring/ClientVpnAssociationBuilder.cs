using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A subnet that is associated with a Client VPN endpoint; its interface takes an address of the subnet.</summary>
internal sealed class ClientVpnAssociationBuilder : ElementBuilder
{
    public ClientVpnAssociationBuilder(ClientVpnBuilder endpoint, SubnetBuilder subnet, Declaration declaration, bool carriesIpv4, bool carriesIpv6)
        : base(endpoint.Network, declaration)
    {
        Subnet = subnet;
        Blocks =
        [
            .. carriesIpv4 ? subnet.Vpc.Blocks.Select(block => new Sourced<IpPrefix>(block.Value, block.Origin)) : [],
            .. carriesIpv6 ? subnet.Vpc.Ipv6Blocks : [],
        ];
    }

    public SubnetBuilder Subnet { get; }

    /// <summary>The VPC's blocks, of the families that the endpoint carries, at the time: a block that comes later gets no route by itself.</summary>
    public IReadOnlyList<Sourced<IpPrefix>> Blocks { get; }

    /// <summary>The vendor puts a public address on the interface where the VPC has an internet gateway.</summary>
    public bool WantsPublicAddress => Subnet.Vpc.AttachedInternetGateway is { IsLeftOut: false };

    public ClientVpnAssociation Build(Ipv4Address privateAddress, Ipv4Address? publicAddress, EquatableArray<ClientVpnRoute> routes) =>
        new(Id, Origin, Subnet.Id, privateAddress, publicAddress, routes);
}
