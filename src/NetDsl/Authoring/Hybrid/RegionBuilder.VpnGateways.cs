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

    internal VpnConnectionBuilder Add(VpnConnectionBuilder connection)
    {
        vpnConnections.Add(connection);
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
