namespace NetDsl.Simulation.Routing.Tunnels;

/// <summary>Where one end of an IPsec tunnel stands. Source: interconnect §5 of the specification.</summary>
public enum TunnelState
{
    /// <summary>There is nothing between the ends.</summary>
    Down,

    /// <summary>The ends agree on an IKE security association.</summary>
    Phase1,

    /// <summary>There is one, and the ends agree on a child security association, which carries data.</summary>
    Phase2,

    /// <summary>There are both: data passes.</summary>
    IpsecUp,

    /// <summary>The same, and a BGP session is established inside.</summary>
    Established,
}

/// <summary>What one end of a tunnel says to the other.</summary>
public enum TunnelMessage
{
    /// <summary>Asks for an IKE security association, as if there had been none.</summary>
    IkeRequest,

    /// <summary>Agrees.</summary>
    IkeResponse,

    /// <summary>Asks for a child security association, the first one or a new one.</summary>
    ChildRequest,

    /// <summary>Agrees.</summary>
    ChildResponse,

    /// <summary>Asks for a new IKE security association in place of the one that there is.</summary>
    IkeRekeyRequest,

    /// <summary>Agrees.</summary>
    IkeRekeyResponse,

    /// <summary>Asks whether the other end is there (RFC 3706; an empty INFORMATIONAL exchange in RFC 7296).</summary>
    Probe,

    /// <summary>Says so.</summary>
    ProbeResponse,

    /// <summary>Says that all security associations are gone at the sender.</summary>
    Delete,

    /// <summary>A packet of a host.</summary>
    Data,
}

/// <summary>What an end does in answer to something.</summary>
/// <param name="Sent">What it sends, in order.</param>
/// <param name="Notes">What happened at it, in words.</param>
public readonly record struct TunnelReaction(Model.EquatableArray<TunnelMessage> Sent, Model.EquatableArray<string> Notes)
{
    /// <summary>Nothing.</summary>
    public static TunnelReaction None { get; } = new([], []);
}
