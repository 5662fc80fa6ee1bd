using System.Globalization;

namespace NetDsl.Simulation.Routing.Tunnels;

/// <summary>What an end does when the other one does not answer any more.</summary>
public enum DeadPeerAction
{
    /// <summary>It ends the tunnel, and waits until the other end begins anew.</summary>
    Clear,

    /// <summary>Nothing: the tunnel stays until its security associations are over.</summary>
    None,

    /// <summary>It ends the tunnel, and begins anew by itself.</summary>
    Restart,
}

/// <summary>What an end does at the beginning.</summary>
public enum StartupAction
{
    /// <summary>It waits until the other end begins.</summary>
    Add,

    /// <summary>It begins by itself.</summary>
    Start,
}

/// <summary>How one end of a tunnel is set. Source: "Tunnel options for your AWS Site-to-Site VPN connection"; what has no source there is a model.</summary>
public sealed record TunnelOptions
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(900);
    private static readonly TimeSpan ShortestMargin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The vendor's end, as it is set unless somebody says otherwise.</summary>
    public static TunnelOptions Vendor { get; } = new();

    /// <summary>The device of a site, which begins, and begins anew.</summary>
    public static TunnelOptions Device { get; } = new() { Startup = StartupAction.Start, DeadPeerAction = DeadPeerAction.Restart };

    /// <summary>How long an IKE security association lives: 900 to 28,800 s.</summary>
    public TimeSpan Phase1Lifetime { get; init; } = TimeSpan.FromSeconds(28_800);

    /// <summary>How long a child security association lives: 900 to 3,600 s, less than that of phase 1.</summary>
    public TimeSpan Phase2Lifetime { get; init; } = TimeSpan.FromSeconds(3_600);

    /// <summary>How long before its end an association is renewed: 60 s to half of phase 2.</summary>
    public TimeSpan RekeyMargin { get; init; } = TimeSpan.FromSeconds(270);

    /// <summary>By which share at most the margin is longer, drawn each time: 0 to 1.</summary>
    public double RekeyFuzz { get; init; } = 1;

    /// <summary>Whether it renews associations, and not only the other end; over an accelerator the device does.</summary>
    public bool Rekeys { get; init; } = true;

    /// <summary>After how long a silence it asks whether the other end is there.</summary>
    public TimeSpan DeadPeerIdle { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long it waits for the answer: 30 s or more.</summary>
    public TimeSpan DeadPeerTimeout { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>What it does then.</summary>
    public DeadPeerAction DeadPeerAction { get; init; }

    /// <summary>What it does at the beginning.</summary>
    public StartupAction Startup { get; init; }

    /// <summary>After how long it says again what was not answered; a model.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Where the fuzz comes from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What the vendor would refuse, in words; nothing when all is in its range.</summary>
    public string? Problem =>
        Out(Phase1Lifetime, Shortest, TimeSpan.FromSeconds(28_800)) ? Range("phase 1 lifetime", Phase1Lifetime, "900 to 28800 s")
        : Out(Phase2Lifetime, Shortest, TimeSpan.FromSeconds(3_600)) ? Range("phase 2 lifetime", Phase2Lifetime, "900 to 3600 s")
        : Phase2Lifetime >= Phase1Lifetime ? "the lifetime of phase 2 is less than that of phase 1; write a shorter one"
        : Out(RekeyMargin, ShortestMargin, Phase2Lifetime / 2) ? Range("rekey margin", RekeyMargin, "60 s to half of the lifetime of phase 2")
        : RekeyFuzz is not (>= 0 and <= 1) ? "the rekey fuzz is a share from 0 to 1"
        : DeadPeerTimeout < ShortestTimeout ? Range("timeout of dead-peer detection", DeadPeerTimeout, "30 s or more")
        : DeadPeerIdle <= TimeSpan.Zero || Retry <= TimeSpan.Zero ? "a silence and the time until something is said again are above 0"
        : null;

    private static bool Out(TimeSpan value, TimeSpan least, TimeSpan most) => value < least || value > most;

    private static string Range(string what, TimeSpan value, string range) => string.Create(CultureInfo.InvariantCulture, $"a {what} of {value.TotalSeconds:0.###} s is out of its range, {range}");
}
