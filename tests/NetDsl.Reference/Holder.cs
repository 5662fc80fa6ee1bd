using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Holders and addresses: an interface or a NAT gateway, in its subnet, with its addresses.</summary>
sealed record Holder(Element Element, Subnet Subnet, IpAddress PrivateAddress, Ipv4Address? PublicAddress)
{
    /// <summary>All addresses that it has itself.</summary>
    public IEnumerable<IpAddress> Addresses => Element switch
    {
        NetworkInterface each => each.Ipv6Addresses.Prepend(PrivateAddress),
        VpnClient client => client.Addresses,

        // An association has the IPv6 addresses of its subnet that clients use.
        ClientVpnAssociation => ClientVpn!.Clients
            .Where(client => client.Association == Element.Id)
            .Select(client => client.Ipv6Address)
            .OfType<IpAddress>()
            .Prepend(PrivateAddress),
        Accelerator accelerator => accelerator.Ipv6Addresses.Take(1).Prepend(PrivateAddress),
        _ => [PrivateAddress],
    };

    /// <summary>The first address of a family; nothing when it has none.</summary>
    public IpAddress? AddressOf(bool ipv6) => Addresses.Where(address => address.IsIpv6 == ipv6).Select(address => (IpAddress?)address).FirstOrDefault();

    public string Path => Element.Id.Path;

    /// <summary>The site, for a host of one: it stands in the place of the VPC.</summary>
    public ElementId? Site { get; init; }

    public ElementId Vpc => Site ?? (Element is VpnClient ? ClientVpn!.Id : Subnet.Vpc);

    /// <summary>Whether it sends on what arrives: NAT gateways, and what the vendor's elements have in subnets.</summary>
    public bool Translates => Element is not (NetworkInterface { Translates: false } or SiteHost or VpnClient);

    /// <summary>The security groups; a NAT gateway has none .</summary>
    public EquatableArray<ElementId> Groups => Element is NetworkInterface each ? each.SecurityGroups : [];

    /// <summary>The Client VPN endpoint whose association or client this is (I section 8); for a client it stands in the place of the VPC.</summary>
    public ClientVpnEndpoint? ClientVpn { get; init; }
}
