namespace NetDsl.Model;

/// <summary>
/// What joins a network with premises of its owner's: sites, and the virtual private gateways, VPN connections and Direct Connect links
/// that lead to them.
/// </summary>
public sealed record HybridConnectivity
{
    /// <summary>None of it.</summary>
    public static HybridConnectivity None { get; } = new();

    /// <summary>The sites.</summary>
    public EquatableArray<Site> Sites { get; init; }

    /// <summary>Hosts of all sites.</summary>
    public EquatableArray<SiteHost> Hosts { get; init; }

    /// <summary>Customer gateways of all sites.</summary>
    public EquatableArray<CustomerGateway> CustomerGateways { get; init; }

    /// <summary>Virtual private gateways.</summary>
    public EquatableArray<VpnGateway> VpnGateways { get; init; }

    /// <summary>Site-to-site VPN connections.</summary>
    public EquatableArray<VpnConnection> VpnConnections { get; init; }

    /// <summary>VPN concentrators of all transit gateways.</summary>
    public EquatableArray<VpnConcentrator> VpnConcentrators { get; init; }

    /// <summary>Direct Connect connections.</summary>
    public EquatableArray<DirectConnectConnection> Connections { get; init; }

    /// <summary>Link aggregation groups of Direct Connect connections.</summary>
    public EquatableArray<DirectConnectLag> Lags { get; init; }

    /// <summary>Virtual interfaces of all connections and groups.</summary>
    public EquatableArray<VirtualInterface> VirtualInterfaces { get; init; }

    /// <summary>Direct Connect gateways.</summary>
    public EquatableArray<DirectConnectGateway> DirectConnectGateways { get; init; }

    /// <summary>Peers of the Connect attachments of all transit gateways.</summary>
    public EquatableArray<ConnectPeer> ConnectPeers { get; init; }

    /// <summary>Whether there is nothing of all this.</summary>
    public bool IsEmpty => Equals(None);

    /// <summary>Everything with a name, in a fixed order of kinds.</summary>
    public IEnumerable<Element> Elements => Enumerable.Empty<Element>()
        .Concat(Sites)
        .Concat(Hosts)
        .Concat(CustomerGateways)
        .Concat(VpnGateways)
        .Concat(VpnConnections)
        .Concat(VpnConcentrators)
        .Concat(Connections)
        .Concat(Lags)
        .Concat(VirtualInterfaces)
        .Concat(DirectConnectGateways)
        .Concat(ConnectPeers);
}
