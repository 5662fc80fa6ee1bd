using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>Sites and Direct Connect gateways.</content>
public sealed partial class NetworkBuilder
{
    private readonly List<SiteBuilder> sites = [];
    private readonly List<DirectConnectGatewayBuilder> directConnectGateways = [];

    /// <summary>Declares premises outside the vendor's regions.</summary>
    /// <param name="name">Unique in the network.</param>
    /// <param name="asn">Its autonomous system, 1 to 4294967294; 65000, the vendor's default for customer gateways, when left out.</param>
    /// <param name="configure">Describes prefixes, hosts and links.</param>
    public SiteBuilder Site(
        string name,
        long asn = 65000,
        Action<SiteBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var number = Problems.Asn(asn, call.Of(nameof(asn)));
        var site = new SiteBuilder(
            this, Names.Declare(ElementKind.Site, "", name, call.Of(nameof(name)), parentLeftOut: number is null), number ?? 0);
        sites.Add(site);
        configure?.Invoke(site);
        return site;
    }

    /// <summary>Declares a Direct Connect gateway.</summary>
    /// <param name="name">Unique in the network.</param>
    /// <param name="asn">Its autonomous system: a private number, 64512 to 65534 or 4200000000 to 4294967294.</param>
    public DirectConnectGatewayBuilder DirectConnectGateway(
        string name, long asn = 64512, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var number = Problems.PrivateAsn(asn, call.Of(nameof(asn)));
        var gateway = new DirectConnectGatewayBuilder(
            this,
            Names.Declare(ElementKind.DirectConnectGateway, "", name, call.Of(nameof(name)), parentLeftOut: number is null),
            number ?? 0);
        directConnectGateways.Add(gateway);
        return gateway;
    }

    /// <summary>The prefixes of sites that are registered for public virtual interfaces: nothing else of the network has their addresses.</summary>
    internal IReadOnlyList<Sourced<IpPrefix>> RegisteredPrefixes =>
    [
        .. TopologyAssembly.Present(sites)
            .SelectMany(site => site.Connections.Concat<DirectConnectPortBuilder>(site.Lags))
            .Where(port => !port.IsLeftOut)
            .SelectMany(port => TopologyAssembly.Present(port.VirtualInterfaces))
            .SelectMany(each => each.Registered),
    ];

    private HybridConnectivity BuildHybrid(Topology network)
    {
        var presentSites = TopologyAssembly.Present(sites);
        var vpnGateways = TopologyAssembly.Present(regions.Where(region => !region.IsLeftOut).SelectMany(region => region.VpnGateways));
        var connections = TopologyAssembly.Present(presentSites.SelectMany(site => site.Connections));
        var lags = TopologyAssembly.Present(presentSites.SelectMany(site => site.Lags));
        var ports = connections.Concat<DirectConnectPortBuilder>(lags);
        return new HybridConnectivity
        {
            Sites = presentSites.Select(site => site.Build()).ToEquatableArray(),
            Hosts = TopologyAssembly.Present(presentSites.SelectMany(site => site.Hosts)).Select(host => host.Build()).ToEquatableArray(),
            CustomerGateways = TopologyAssembly.Present(presentSites.SelectMany(site => site.CustomerGateways)).Select(gateway => gateway.Build()).ToEquatableArray(),
            VpnGateways = vpnGateways.Select(gateway => gateway.Build()).ToEquatableArray(),
            VpnConnections = TopologyAssembly.Present(regions.SelectMany(region => region.VpnConnections)).Where(connection => !connection.Target.IsLeftOut).Select(connection => connection.Build()).ToEquatableArray(),
            VpnConcentrators = TopologyAssembly.Present(regions.SelectMany(region => region.TransitGateways))
                .SelectMany(gateway => gateway.Concentrators)
                .Where(concentrator => !concentrator.IsLeftOut)
                .Select(concentrator => concentrator.BuildConcentrator())
                .ToEquatableArray(),
            Connections = connections.Select(connection => connection.Build()).ToEquatableArray(),
            Lags = lags.Select(lag => lag.Build()).ToEquatableArray(),
            VirtualInterfaces = TopologyAssembly.Present(ports.SelectMany(port => port.VirtualInterfaces)).Where(each => !each.Gateway.IsLeftOut).Select(each => each.Build()).ToEquatableArray(),
            DirectConnectGateways = TopologyAssembly.Present(directConnectGateways).Select(gateway => gateway.Build()).ToEquatableArray(),
            ConnectPeers = BuildConnectPeers(network).ToEquatableArray(),
        };
    }

    /// <summary>The peers whose attachment and appliance are there; an interface for which its subnet had no room is not.</summary>
    private IEnumerable<ConnectPeer> BuildConnectPeers(Topology network)
    {
        var attachments = new HashSet<ElementId>(network.TransitGateways.SelectMany(gateway => gateway.Attachments).Select(attachment => attachment.Id));
        var interfaces = new HashSet<ElementId>(network.NetworkInterfaces.Select(each => each.Id));
        return TopologyAssembly.Present(regions.SelectMany(region => region.TransitGateways).SelectMany(gateway => gateway.ConnectPeers))
            .Where(peer => attachments.Contains(peer.Attachment.Id)
                && (peer.Appliance is InterfaceBuilder ? interfaces.Contains(peer.Appliance.Id) : !peer.Appliance.IsLeftOut))
            .Select(peer => peer.Build());
    }
}
