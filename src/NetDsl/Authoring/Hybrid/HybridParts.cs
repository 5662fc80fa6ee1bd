using System.Runtime.CompilerServices;
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

    private HybridConnectivity BuildHybrid()
    {
        var presentSites = Present(sites);
        var vpnGateways = Present(regions.Where(region => !region.IsLeftOut).SelectMany(region => region.VpnGateways));
        var connections = Present(presentSites.SelectMany(site => site.Connections));
        var lags = Present(presentSites.SelectMany(site => site.Lags));
        var ports = connections.Concat<DirectConnectPortBuilder>(lags);
        return new HybridConnectivity
        {
            Sites = presentSites.Select(site => site.Build()).ToEquatableArray(),
            Hosts = Present(presentSites.SelectMany(site => site.Hosts)).Select(host => host.Build()).ToEquatableArray(),
            CustomerGateways = Present(presentSites.SelectMany(site => site.CustomerGateways)).Select(gateway => gateway.Build()).ToEquatableArray(),
            VpnGateways = vpnGateways.Select(gateway => gateway.Build()).ToEquatableArray(),
            VpnConnections = Present(regions.SelectMany(region => region.VpnConnections)).Where(connection => !connection.Target.IsLeftOut).Select(connection => connection.Build()).ToEquatableArray(),
            Connections = connections.Select(connection => connection.Build()).ToEquatableArray(),
            Lags = lags.Select(lag => lag.Build()).ToEquatableArray(),
            VirtualInterfaces = Present(ports.SelectMany(port => port.VirtualInterfaces)).Where(each => !each.Gateway.IsLeftOut).Select(each => each.Build()).ToEquatableArray(),
            DirectConnectGateways = Present(directConnectGateways).Select(gateway => gateway.Build()).ToEquatableArray(),
        };

        static List<T> Present<T>(IEnumerable<T> builders)
            where T : ElementBuilder => builders.Where(builder => !builder.IsLeftOut).ToList();
    }
}

/// <content>Virtual private gateways.</content>
public sealed partial class RegionBuilder
{
    private readonly List<VpnGatewayBuilder> vpnGateways = [];

    internal IReadOnlyList<VpnGatewayBuilder> VpnGateways => vpnGateways;

    internal IEnumerable<VpnConnectionBuilder> VpnConnections => vpnGateways.SelectMany(gateway => gateway.Connections);

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
        return DeclareVpnGateway(name, asn, call, nameof(name), nameof(asn), IsLeftOut);
    }

    internal VpnGatewayBuilder DeclareVpnGateway(
        string name, long asn, Call call, string nameParameter, string asnParameter, bool parentLeftOut)
    {
        var number = Network.Problems.PrivateAsn(asn, call.Of(asnParameter));
        var gateway = new VpnGatewayBuilder(
            this,
            Network.Names.Declare(ElementKind.VpnGateway, Id.Path, name, call.Of(nameParameter), parentLeftOut || number is null),
            number ?? 0);
        vpnGateways.Add(gateway);
        return gateway;
    }
}

/// <content>A virtual private gateway of the VPC's own.</content>
public sealed partial class VpcBuilder
{
    /// <summary>Declares a virtual private gateway and attaches it to this VPC.</summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="asn">Its autonomous system: a private number, 64512 to 65534 or 4200000000 to 4294967294.</param>
    public VpnGatewayBuilder VpnGateway(
        string name, long asn = 64512, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var gateway = Region.DeclareVpnGateway(name, asn, call, nameof(name), nameof(asn), IsLeftOut);
        gateway.Attach(this, call.Of(nameof(name)));
        return gateway;
    }
}

/// <content>Route propagation.</content>
public sealed partial class RouteTableBuilder
{
    private readonly List<Sourced<VpnGatewayBuilder>> propagations = [];

    /// <summary>
    /// Installs by itself what a virtual private gateway learns from sites: by Direct Connect, static VPN routes and BGP. A static route to
    /// the same prefix wins, and so does the VPC's own block over everything inside it. Source: "Configure route tables", Amazon VPC User Guide.
    /// </summary>
    /// <param name="gateway">The virtual private gateway that is attached to this VPC.</param>
    public RouteTableBuilder Propagate(VpnGatewayBuilder gateway, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(gateway));
        if (IsLeftOut || gateway.IsLeftOut || propagations.Exists(known => known.Value == gateway))
        {
            return this;
        }

        if (gateway.Vpc != Vpc)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                gateway.Vpc is null
                    ? $"virtual private gateway '{gateway.Name}' is attached to no VPC at this point; attach it to VPC '{Vpc.Name}' first, with AttachTo"
                    : $"virtual private gateway '{gateway.Name}' is attached to VPC '{gateway.Vpc.Name}', and so propagates into tables of that VPC only",
                origin,
                gateway.Origin);
            return this;
        }

        propagations.Add(new Sourced<VpnGatewayBuilder>(gateway, origin));
        return this;
    }

    private EquatableArray<Sourced<ElementId>> BuildPropagations() => propagations
        .Where(propagation => !propagation.Value.IsLeftOut)
        .Select(propagation => new Sourced<ElementId>(propagation.Value.Id, propagation.Origin))
        .ToEquatableArray();
}
