using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// A peer of a Connect attachment: a GRE tunnel between an address of the transit gateway and an appliance, with BGP inside. The appliance stands for
/// the routers of a site, such as a software-defined wide area network, that is reached through it. Source: "Transit gateway Connect attachments and
/// Transit gateway Connect peers", Amazon VPC Transit Gateways guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Attachment">The Connect attachment.</param>
/// <param name="Site">What is reached through the appliance.</param>
/// <param name="Appliance">
/// The appliance: a network interface in the VPC of the transport attachment, or a customer gateway behind the Direct Connect gateway of it.
/// </param>
/// <param name="GatewayAddress">The transit gateway's end of the tunnel, in one of its blocks.</param>
/// <param name="InsideCidr">The /29 of the addresses of both BGP sessions.</param>
/// <param name="Asn">The autonomous system of the appliance; that of the transit gateway makes its sessions internal.</param>
/// <param name="Policy">What the appliance advertises and the site prefers.</param>
/// <param name="IsUp">Whether the appliance runs.</param>
public sealed record ConnectPeer(
    ElementId Id,
    Origin Origin,
    ElementId Attachment,
    ElementId Site,
    Sourced<ElementId> Appliance,
    Ipv4Address GatewayAddress,
    Sourced<Ipv4Prefix> InsideCidr,
    uint Asn,
    RoutingPolicy Policy,
    bool IsUp) : Element(Id, Origin)
{
    /// <summary>The transit gateway.</summary>
    public ElementId Gateway => new(ElementKind.TransitGateway, Attachment.Path.Substring(0, Attachment.Path.LastIndexOf('/')));
}
