using System.Globalization;

namespace NetDsl;

/// <summary>A range of TCP or UDP ports, both ends included.</summary>
/// <param name="First">The lowest port, 0 to 65535.</param>
/// <param name="Last">The highest port, not below <paramref name="First"/>.</param>
public readonly record struct PortRange(ushort First, ushort Last)
{
    /// <summary>Every port: 0 to 65535.</summary>
    public static PortRange All => new(0, ushort.MaxValue);

    /// <summary>Whether the port lies inside.</summary>
    public bool Contains(int port) => port >= First && port <= Last;

    /// <summary>Whether the two have a port in common.</summary>
    public bool Overlaps(PortRange other) => First <= other.Last && other.First <= Last;

    /// <summary>One port, or the two ends with a dash.</summary>
    public override string ToString() => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Format(CultureInfo.InvariantCulture, "{0}-{1}", First, Last);
}
