using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>Private IP VPN: tunnels over Direct Connect in place of the internet.</content>
public sealed partial class VpnConnectionBuilder
{
    private Sourced<TransitGatewayDirectConnectAttachmentBuilder>? transport;

    /// <summary>Whether its outside addresses are private, so that its attachment is of a kind of its own.</summary>
    internal bool IsPrivateIp => transport is { Value.IsLeftOut: false };

    /// <summary>The transit gateway's ends of the tunnels, when the outside addresses are private.</summary>
    internal IEnumerable<Ipv4Address> OutsideAddresses => tunnels.Select(tunnel => tunnel.OutsideAddress).OfType<Ipv4Address>();

    /// <summary>
    /// Gives the tunnels private outside addresses, so that transit virtual interfaces carry them in place of the internet: at the gateway's end the two lowest
    /// addresses of its blocks that are free, at the site's that of the customer gateway. A tunnel works when the site advertises its device's address to the
    /// Direct Connect gateway, and is told of the gateway's by an allowed prefix. Source: "Private IP AWS Site-to-Site VPN with AWS Direct Connect".
    /// </summary>
    /// <param name="transport">The attachment of a Direct Connect gateway to the transit gateway at which the connection ends.</param>
    public VpnConnectionBuilder PrivateIp(
        TransitGatewayDirectConnectAttachmentBuilder transport, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(transport));
        if (IsLeftOut || transport.IsLeftOut || this.transport?.Value == transport)
        {
            return this;
        }

        if (PrivateIpFault(transport) is var (fault, other))
        {
            Network.Problems.Add(ProblemKind.Conflict, fault, origin, other);
            return this;
        }

        var ends = ((TransitGatewayBuilder)target).FreeAddresses().Take(tunnels.Length).ToList();
        for (var index = 0; index < tunnels.Length; index++)
        {
            tunnels[index] = tunnels[index] with { OutsideAddress = ends[index] };
        }

        this.transport = new Sourced<TransitGatewayDirectConnectAttachmentBuilder>(transport, origin);
        return this;
    }

    /// <summary>Why the attachment cannot transport the connection, and what that has to do with; nothing when it can.</summary>
    private (string Fault, Origin Other)? PrivateIpFault(TransitGatewayDirectConnectAttachmentBuilder by)
    {
        var device = customerGateway.Value;
        if (target is not TransitGatewayBuilder gateway)
        {
            return ($"VPN connection '{Name}' ends at virtual private gateway '{Target.Name}', and only a transit gateway has private outside addresses; end it there, with AttachVpn(…)", Target.Origin);
        }

        if (Concentrator is { } shared)
        {
            return ($"VPN connection '{Name}' ends at VPN concentrator '{shared.Name}', whose tunnels go over the internet; give it an attachment of its own, with AttachVpn(…)", shared.Origin);
        }

        if (by.Gateway != gateway)
        {
            return ($"attachment '{by.Name}' is of transit gateway '{by.Gateway.Name}', not of '{gateway.Name}', at which VPN connection '{Name}' ends; transport over an attachment of the same gateway", by.Origin);
        }

        if (transport is { } present)
        {
            return ($"VPN connection '{Name}' is transported by attachment '{present.Value.Name}' already; a connection has one transport", present.Origin);
        }

        if (device.Address is not { } address || InternetRanges.Carries(address))
        {
            return ($"customer gateway '{device.Name}' has {(device.Address is { } known ? $"the public address {known}" : "no address")}, and private IP VPN ends at a private one; give it one", device.Origin);
        }

        return gateway.FreeAddresses().Take(tunnels.Length).Count() < tunnels.Length
            ? ($"transit gateway '{gateway.Name}' has no {tunnels.Length} addresses left for the tunnels of VPN connection '{Name}'; give it a block before, with CidrBlock(…)", gateway.Origin)
            : null;
    }
}
