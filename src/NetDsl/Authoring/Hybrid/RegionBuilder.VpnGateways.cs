using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Virtual private gateways.</content>
public sealed partial class RegionBuilder
{
    private readonly List<VpnGatewayBuilder> vpnGateways = [];
    private readonly List<VpnConnectionBuilder> vpnConnections = [];

    internal IReadOnlyList<VpnGatewayBuilder> VpnGateways => vpnGateways;

    internal IReadOnlyList<VpnConnectionBuilder> VpnConnections => vpnConnections;

    /// <summary>Declares a VPN connection, whose two ends are of two autonomous systems.</summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="device">The device at the site.</param>
    /// <param name="target">Where it ends in the vendor's network.</param>
    /// <param name="deviceOrigin">The text of the device.</param>
    /// <param name="nameOrigin">The text of the name.</param>
    /// <param name="concentrator">The concentrator of the transit gateway at which it ends, if any.</param>
    internal VpnConnectionBuilder DeclareVpnConnection(
        string name, CustomerGatewayBuilder device, IVpnTarget target, Origin nameOrigin, Origin deviceOrigin, TransitGatewayVpnConcentratorAttachmentBuilder? concentrator = null)
    {
        var end = (ElementBuilder)target;
        var connection = new VpnConnectionBuilder(
            this,
            Network.Names.Declare(
                ElementKind.VpnConnection, Id.Path, name, nameOrigin, end.IsLeftOut || device.IsLeftOut || concentrator is { IsLeftOut: true }),
            new Sourced<CustomerGatewayBuilder>(device, deviceOrigin),
            target,
            concentrator);
        vpnConnections.Add(connection);
        if (!connection.IsLeftOut
            && !Network.Problems.AreTwoSystems(device.Asn, $"customer gateway '{device.Name}'", target.Asn, end, deviceOrigin))
        {
            connection.LeaveOut();
        }

        return connection;
    }

    /// <summary>
    /// Declares a virtual private gateway that is attached to no VPC: a hub between sites, or one that
    /// <see cref="VpnGatewayBuilder.AttachTo"/> attaches.
    /// </summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="asn">Its autonomous system: a private number, 64512 to 65534 or 4200000000 to 4294967294.</param>
    public VpnGatewayBuilder VpnGateway(
        string name, long asn = 64512, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return DeclareVpnGateway(name, asn, call, IsLeftOut);
    }

    internal VpnGatewayBuilder DeclareVpnGateway(
        string name, long asn, Call call, bool parentLeftOut)
    {
        var number = Network.Problems.PrivateAsn(asn, call.Of(nameof(asn)));
        var gateway = new VpnGatewayBuilder(
            this,
            Network.Names.Declare(ElementKind.VpnGateway, Id.Path, name, call.Of(nameof(name)), parentLeftOut || number is null),
            number ?? 0);
        vpnGateways.Add(gateway);
        return gateway;
    }
}
