using NetDsl.Simulation.Routing.Tunnels;

namespace NetDsl.Simulation.Routing.Failover;

/// <summary>How both ends of a link notice that the other is gone. Source: interconnect §7.4 of the specification, which names the vendor's pages.</summary>
public sealed record LinkProtection
{
    /// <summary>The hold time of the BGP session, as both ends agree on it; nothing for static routing.</summary>
    public TimeSpan? HoldTime { get; init; }

    /// <summary>Between two packets of BFD; nothing where it is not used.</summary>
    public TimeSpan? BfdInterval { get; init; }

    /// <summary>How many packets of BFD may be missing.</summary>
    public int BfdMultiplier { get; init; } = 3;

    /// <summary>After how long without an answer the other end of a tunnel is taken for dead; nothing where nobody asks.</summary>
    public TimeSpan? DeadPeerTimeout { get; init; }

    /// <summary>After how long a silence the other end of a tunnel is asked.</summary>
    public TimeSpan DeadPeerIdle { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long without an answer the vendor's end takes the other for dead, where it is set otherwise than the device.</summary>
    public TimeSpan? VendorDeadPeerTimeout { get; init; }

    /// <summary>After how long a silence the vendor's end asks, where it is set otherwise than the device.</summary>
    public TimeSpan? VendorDeadPeerIdle { get; init; }

    /// <summary>How the vendor's end of a tunnel is set, but for the times of dead-peer detection.</summary>
    public TunnelOptions VendorTunnel { get; init; } = TunnelOptions.Vendor;

    /// <summary>How the device's end is set.</summary>
    public TunnelOptions DeviceTunnel { get; init; } = TunnelOptions.Device;

    /// <summary>Between knowing that a route is gone and forwarding by another; a model.</summary>
    public TimeSpan InstallDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A VPN connection with BGP: 10 and 30 seconds. Source: "Site-to-Site VPN tunnel options" and the vendor's files for devices.</summary>
    public static LinkProtection Vpn { get; } = new() { HoldTime = TimeSpan.FromSeconds(30), DeadPeerTimeout = TimeSpan.FromSeconds(40) };

    /// <summary>A VPN connection with static routes.</summary>
    public static LinkProtection StaticVpn { get; } = new() { DeadPeerTimeout = TimeSpan.FromSeconds(40) };

    /// <summary>A Connect peer: 10 and 30 seconds. Source: "Transit gateway Connect attachments".</summary>
    public static LinkProtection Connect { get; } = new() { HoldTime = TimeSpan.FromSeconds(30) };

    /// <summary>A virtual interface of Direct Connect: 30 and 90 seconds. Source: "Direct Connect quotas" and "Bidirectional Forwarding Detection".</summary>
    public static LinkProtection DirectConnect { get; } = new() { HoldTime = TimeSpan.FromSeconds(90) };

    /// <summary>The same with BFD, 300 milliseconds and three packets.</summary>
    public static LinkProtection DirectConnectWithBfd { get; } = DirectConnect with { BfdInterval = TimeSpan.FromMilliseconds(300) };
}

/// <summary>What happens to a link.</summary>
public enum LinkFault
{
    /// <summary>Nothing comes through any more, and nobody is told, as behind a provider's network.</summary>
    SilentLoss,

    /// <summary>The device of the site is gone.</summary>
    DeviceCrash,

    /// <summary>The vendor's end sees its port go down; the device does not.</summary>
    VendorPortDown,

    /// <summary>The device sees its port go down; the vendor's end does not.</summary>
    DevicePortDown,

    /// <summary>The vendor takes a tunnel out for maintenance, and says so before by a higher discriminator, which the device heeds.</summary>
    Maintenance,

    /// <summary>The same, and the device prefers the tunnel by a local preference, which comes before discriminators.</summary>
    MaintenanceUnheeded,
}
