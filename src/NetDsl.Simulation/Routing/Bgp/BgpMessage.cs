using NetDsl.Addressing;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Simulation.Routing.Bgp;

/// <summary>A message of BGP. Source: RFC 4271, "A Border Gateway Protocol 4 (BGP-4)".</summary>
public abstract record BgpMessage;

/// <summary>Opens a session.</summary>
/// <param name="Asn">The sender's autonomous system; 32 bits (RFC 6793).</param>
/// <param name="HoldTime">After how many seconds of silence the sender gives the session up; 0 for never, else at least 3.</param>
/// <param name="RouterId">The sender's identifier.</param>
/// <param name="Families">The address families that it speaks of (RFC 4760).</param>
public sealed record BgpOpen(uint Asn, ushort HoldTime, Ipv4Address RouterId, EquatableArray<BgpFamily> Families) : BgpMessage;

/// <summary>Tells of routes, and of routes that are gone.</summary>
/// <param name="Withdrawn">Prefixes that are gone.</param>
/// <param name="Attributes">What holds of the announced prefixes; nothing when there are none.</param>
/// <param name="Announced">Prefixes that are reached; of one family.</param>
public sealed record BgpUpdate(EquatableArray<IpPrefix> Withdrawn, BgpAttributes? Attributes, EquatableArray<IpPrefix> Announced) : BgpMessage;

/// <summary>Says that the sender is there.</summary>
public sealed record BgpKeepalive : BgpMessage;

/// <summary>Ends a session, and says why.</summary>
/// <param name="Code">The kind of error; 4 for a hold timer that ran out, 6 for an administrator's wish.</param>
/// <param name="Subcode">Which of that kind.</param>
public sealed record BgpNotification(byte Code, byte Subcode) : BgpMessage
{
    /// <summary>The hold timer ran out.</summary>
    public static BgpNotification HoldTimerExpired { get; } = new(4, 0);

    /// <summary>An administrator ends the session.</summary>
    public static BgpNotification Shutdown { get; } = new(6, 2);

    /// <summary>The other end is not of the autonomous system that was said.</summary>
    public static BgpNotification BadPeer { get; } = new(2, 2);

    /// <summary>The other end asks for a hold time of one or two seconds.</summary>
    public static BgpNotification UnacceptableHoldTime { get; } = new(2, 6);

    /// <summary>A message came that has no place in the state of the session.</summary>
    public static BgpNotification Unexpected { get; } = new(5, 0);
}

/// <summary>A family of addresses that a session tells routes of.</summary>
public enum BgpFamily
{
    /// <summary>IPv4 unicast.</summary>
    Ipv4 = 1,

    /// <summary>IPv6 unicast.</summary>
    Ipv6 = 2,
}

/// <summary>What is said of announced prefixes.</summary>
/// <param name="Origin">How they came to be known.</param>
/// <param name="Path">The autonomous systems that they came through, the nearest first.</param>
/// <param name="NextHop">Where packets for them are sent.</param>
public sealed record BgpAttributes(BgpOrigin Origin, EquatableArray<uint> Path, IpAddress NextHop)
{
    /// <summary>The multi-exit discriminator; the lower the better, among routes of one neighbour.</summary>
    public uint? Med { get; init; }

    /// <summary>The local preference; the higher the better, inside an autonomous system.</summary>
    public uint? LocalPreference { get; init; }

    /// <summary>Communities (RFC 1997): the autonomous system in the upper 16 bits.</summary>
    public EquatableArray<uint> Communities { get; init; } = [];
}
