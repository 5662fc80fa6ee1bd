using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What Direct Connect carries of other tunnels: interconnect sections 2 (Connect) and 5 (private IP VPN over DX).</summary>
static partial class Hybrid
{
    /// <summary>Section 5: over the internet every tunnel finds its way, over Direct Connect only what both ends know of.</summary>
    static bool IsTransported(Topology topology, VpnConnection vpn, VpnTunnel tunnel, CustomerGateway device)
    {
        if (vpn.Transport is not { } transport)
        {
            return true;
        }

        var gateway = topology.TransitGateways.First(each => each.Id == vpn.Target);
        var attachment = gateway.Attachments.First(each => each.Id == transport.Value);
        return attachment.IsAvailable && CrossesDirectConnect(topology, gateway, attachment, device, tunnel.OutsideAddress!.Value);
    }

    /// <summary>The site tells of the device, and hears of the gateway by what is allowed.</summary>
    static bool CrossesDirectConnect(Topology topology, TransitGateway gateway, TransitGatewayAttachment transport, CustomerGateway device, Ipv4Address end)
    {
        var direct = topology.Hybrid.DirectConnectGateways.First(each => each.Id == transport.Resource);
        var told = VirtualInterfaces(topology)
            .Where(way => way.End == direct.Id && way.Element is VirtualInterface { Kind: VirtualInterfaceKind.Transit })
            .OrderBy(way => way.Element.Id.Path, StringComparer.Ordinal)
            .SelectMany(way => FromSite(way, gateway.Region, direct.Asn));
        return device.IsUp
            && Best(told, device.Address!.Value)?.Way?.Site.Id == device.Site
            && direct.Associations
                .SelectMany(each => Told(topology, each, VirtualInterfaceKind.Transit).Select(prefix => (each.Gateway, Prefix: prefix)))
                .Where(each => each.Prefix.Contains(end))
                .OrderByDescending(each => each.Prefix.Length)
                .Select(each => each.Gateway)
                .FirstOrDefault() == gateway.Id;
    }
}
