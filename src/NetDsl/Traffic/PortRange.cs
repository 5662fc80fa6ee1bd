using System.Globalization;

namespace NetDsl;

/// <summary>A range of TCP or UDP ports, both ends included.</summary>
/// <param name="First">The lowest port, 0 to 65535.</param>
/// <param name="Last">The highest port, not below <paramref name="First"/>.</param>
public readonly record struct PortRange(ushort First, ushort Last)
{
    /// <summary>Every port: 0 to 65535.</summary>
    public static PortRange All => new(0, ushort.MaxValue);

    /// <inheritdoc/>
    /// <remarks>Not left to the compiler, as that of <see cref="Packet"/> is not.</remarks>
    public bool Equals(PortRange other) => First == other.First && Last == other.Last;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((First * -1521134295) + Last);

    /// <summary>Whether the port lies inside.</summary>
    public bool Contains(int port) => port >= First && port <= Last;

    /// <summary>Whether the two have a port in common.</summary>
    public bool Overlaps(PortRange other) => First <= other.Last && other.First <= Last;

    /// <summary>Reads <c>443</c> or <c>1024-65535</c>.</summary>
    internal static bool TryParse(string text, out PortRange range)
    {
        range = default;
        var ends = text.Split('-');
        if (ends.Length > 2 || !TryReadPort(ends[0], out var first) || !TryReadPort(ends[ends.Length - 1], out var last) || first > last)
        {
            return false;
        }

        range = new PortRange(first, last);
        return true;
    }

    private static bool TryReadPort(string text, out ushort port) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port);

    /// <summary>One port, or the two ends with a dash.</summary>
    public override string ToString() => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Format(CultureInfo.InvariantCulture, "{0}-{1}", First, Last);
}
