using System.Globalization;
using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>What carries virtual interfaces: a Direct Connect connection, or a group of them.</summary>
public abstract partial class DirectConnectPortBuilder : ElementBuilder
{
    private readonly List<VirtualInterfaceBuilder> virtualInterfaces = [];

    private protected DirectConnectPortBuilder(SiteBuilder site, Declaration declaration)
        : base(site.Network, declaration) => Site = site;

    /// <summary>The site at the other end.</summary>
    public SiteBuilder Site { get; }

    internal IReadOnlyList<VirtualInterfaceBuilder> VirtualInterfaces => virtualInterfaces;

    /// <summary>Whether a partner provides it.</summary>
    internal virtual bool IsHosted => false;

    /// <summary>The region that the location of its connections belongs to.</summary>
    private protected abstract RegionBuilder LocationRegion { get; }

    /// <summary>Why this port carries nothing by itself, if it does not.</summary>
    private protected virtual string? CarriedBy => null;

    /// <summary>Declares a private virtual interface, which leads to the VPC of a virtual private gateway.</summary>
    /// <param name="name">Unique on the connection.</param>
    /// <param name="vlan">1 to 4094, once on the connection.</param>
    /// <param name="gateway">Where it ends.</param>
    /// <param name="asn">The autonomous system of the site's router; the site's when left out.</param>
    public VirtualInterfaceBuilder PrivateVirtualInterface(
        string name,
        int vlan,
        VpnGatewayBuilder gateway,
        long? asn = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(name, VirtualInterfaceKind.Private, vlan, gateway, gateway.Asn, asn, call);
    }

    /// <summary>Declares a private virtual interface, which leads to the VPCs behind a Direct Connect gateway.</summary>
    /// <param name="name">Unique on the connection.</param>
    /// <param name="vlan">1 to 4094, once on the connection.</param>
    /// <param name="gateway">Where it ends.</param>
    /// <param name="asn">The autonomous system of the site's router; the site's when left out.</param>
    public VirtualInterfaceBuilder PrivateVirtualInterface(
        string name,
        int vlan,
        DirectConnectGatewayBuilder gateway,
        long? asn = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(name, VirtualInterfaceKind.Private, vlan, gateway, gateway.Asn, asn, call);
    }

    /// <summary>Declares a transit virtual interface, which leads to the transit gateways behind a Direct Connect gateway.</summary>
    /// <param name="name">Unique on the connection.</param>
    /// <param name="vlan">1 to 4094, once on the connection.</param>
    /// <param name="gateway">Where it ends.</param>
    /// <param name="asn">The autonomous system of the site's router; the site's when left out.</param>
    public VirtualInterfaceBuilder TransitVirtualInterface(
        string name,
        int vlan,
        DirectConnectGatewayBuilder gateway,
        long? asn = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(name, VirtualInterfaceKind.Transit, vlan, gateway, gateway.Asn, asn, call);
    }

    private VirtualInterfaceBuilder Add(
        string name,
        VirtualInterfaceKind kind,
        int vlan,
        ElementBuilder gateway,
        uint gatewayAsn,
        long? asn,
        Call call)
    {
        var number = asn is { } own ? Network.Problems.Asn(own, call.Of(nameof(asn))) : Site.Asn;
        var valid = Network.Problems.InRange(vlan, 1, 4094, "a VLAN", call.Of(nameof(vlan))) && number is not null;
        var declaration = Network.Names.Declare(
            ElementKind.VirtualInterface, Id.Path, name, call.Of(nameof(name)), IsLeftOut || gateway.IsLeftOut || !valid);
        var added = new VirtualInterfaceBuilder(
            this, declaration, kind, vlan, new Sourced<ElementBuilder>(gateway, call.Of(nameof(gateway))), number ?? Site.Asn);
        if (!added.IsLeftOut && Fault(added) is { } fault)
        {
            Network.Problems.Add(new Problem(fault.IsVlan ? ProblemKind.VlanTaken : ProblemKind.Conflict, fault.Text, call.Of(fault.IsVlan ? nameof(vlan) : nameof(name)))
            {
                Other = fault.Other,
                Replacement = fault.IsVlan ? FreeVlan(vlan)?.ToString(CultureInfo.InvariantCulture) : null,
            });
            added.LeaveOut();
        }
        else if (!added.IsLeftOut && !Network.Problems.AreTwoSystems(
            number!.Value, $"the router of site '{Site.Name}'", gatewayAsn, gateway, call.Of(nameof(gateway))))
        {
            added.LeaveOut();
        }

        virtualInterfaces.Add(added);
        return added;
    }

    /// <summary>The next VLAN that no virtual interface has.</summary>
    private int? FreeVlan(int taken) => Enumerable.Range(taken + 1, 4094 - taken)
        .Where(vlan => virtualInterfaces.TrueForAll(other => other.Vlan != vlan))
        .Select(vlan => (int?)vlan)
        .FirstOrDefault();

    private (string Text, bool IsVlan, Origin? Other)? Fault(VirtualInterfaceBuilder added)
    {
        var present = virtualInterfaces.Where(other => !other.IsLeftOut).ToList();
        var quotas = Network.Semantics.Profile.Quotas;
        if (CarriedBy is { } group)
        {
            return ($"connection '{Name}' is of link aggregation group '{group}'; declare virtual interfaces on the group", false, null);
        }

        if (IsHosted && present.Count > 0)
        {
            return ($"hosted connection '{Name}' has the virtual interface '{present[0].Name}' already; it has one, a dedicated connection several", false, present[0].Origin);
        }

        if (present.Find(other => other.Vlan == added.Vlan) is { } same)
        {
            return ($"VLAN {added.Vlan} of connection '{Name}' is that of virtual interface '{same.Name}' already; choose a free one", true, same.Origin);
        }

        if (added.Kind == VirtualInterfaceKind.Transit && present.Count(other => other.Kind == VirtualInterfaceKind.Transit) >= quotas.TransitVirtualInterfacesPerConnection)
        {
            return ($"connection '{Name}' has {quotas.TransitVirtualInterfacesPerConnection} transit virtual interfaces already, the vendor's quota; use another connection", false, null);
        }

        return present.Count >= quotas.VirtualInterfacesPerConnection
            ? ($"connection '{Name}' has {quotas.VirtualInterfacesPerConnection} virtual interfaces already, the vendor's quota; use another connection", false, null)
            : null;
    }
}

/// <summary>A Direct Connect connection: a port at a location, and the line to a site.</summary>
public sealed class DirectConnectBuilder : DirectConnectPortBuilder
{
    private readonly bool isHosted;
    private bool isUp = true;

    internal DirectConnectBuilder(
        SiteBuilder site, Declaration declaration, string location, RegionBuilder region, int speedMbps, bool isHosted)
        : base(site, declaration)
    {
        Location = location;
        Region = region;
        SpeedMbps = speedMbps;
        this.isHosted = isHosted;
    }

    internal string Location { get; }

    internal RegionBuilder Region { get; }

    internal int SpeedMbps { get; }

    internal DirectConnectLagBuilder? Lag { get; set; }

    internal override bool IsHosted => isHosted;

    private protected override RegionBuilder LocationRegion => Region;

    private protected override string? CarriedBy => Lag?.Name;

    /// <summary>Lets the connection fail, so that traces show what is left.</summary>
    public DirectConnectBuilder Down()
    {
        isUp = false;
        return this;
    }

    internal DirectConnectConnection Build() => new(Id, Origin, Site.Id, Location, Region.Id, SpeedMbps, isHosted, isUp);
}

/// <summary>A link aggregation group: connections that carry the same virtual interfaces.</summary>
public sealed class DirectConnectLagBuilder : DirectConnectPortBuilder
{
    private readonly IReadOnlyList<DirectConnectBuilder> connections;
    private readonly int minimumLinks;

    internal DirectConnectLagBuilder(
        SiteBuilder site, Declaration declaration, IReadOnlyList<DirectConnectBuilder> connections, int minimumLinks)
        : base(site, declaration)
    {
        this.connections = connections;
        this.minimumLinks = minimumLinks;
    }

    private protected override RegionBuilder LocationRegion => connections[0].Region;

    internal DirectConnectLag Build() => new(
        Id, Origin, connections.Select(connection => connection.Id).ToEquatableArray(), minimumLinks);
}
