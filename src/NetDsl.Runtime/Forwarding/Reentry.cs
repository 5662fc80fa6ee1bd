using NetDsl.Addressing;

namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// Where a packet goes on behind a translator: an element that decides by ports, flows or state, which no path found in
/// advance can do. It puts other addresses into the packet, and the walk starts anew.
/// </summary>
/// <param name="Source">The source class from which it starts anew; -1 when it does not.</param>
/// <param name="Carrier">The translator itself when it kept a source that is not its own; else -1.</param>
/// <param name="Holder">The holder that the packet is handed to directly, past all routes and filters; -1 when it walks or is dropped.</param>
/// <param name="Code">Why the translator drops it, when it does.</param>
internal readonly record struct Reentry(int Source, int Carrier, int Holder, DropCode? Code)
{
    /// <summary>It stays: it is for the holder itself, or for the service of the vendor's that the holder speaks for.</summary>
    public static Reentry Staying => new(-1, -1, -1, null) { Stays = true };

    /// <summary>Where the packet goes when that is not its destination: back to the translator that kept the source; nothing else.</summary>
    public IpAddress? Towards { get; init; }

    /// <summary>Whether the packet goes nowhere else.</summary>
    public bool Stays { get; private init; }

    /// <summary>Starts anew from a source class.</summary>
    public static Reentry From(int source, int carrier = -1) => new(source, carrier, -1, null);

    /// <summary>Is handed to a holder.</summary>
    public static Reentry At(int holder) => new(-1, -1, holder, null);

    /// <summary>Is dropped.</summary>
    public static Reentry Refused(DropCode code) => new(-1, -1, -1, code);
}
