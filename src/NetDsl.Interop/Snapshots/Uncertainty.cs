using NetDsl.Addressing;

namespace NetDsl.Interop.Snapshots;

/// <summary>Where a gap of a snapshot leaves open what happens to packets.</summary>
/// <param name="Element">The path of the element that decides; nothing when all that packets to <paramref name="Destination"/> meet is meant.</param>
/// <param name="Destination">Which packets; all when there is none.</param>
/// <param name="OnlyWhereDropped">Whether only a drop is in doubt: what was not understood could let more through, and nothing less.</param>
internal sealed record Uncertainty(string? Element, IpPrefix? Destination = null, bool OnlyWhereDropped = false)
{
    /// <summary>Whether only a drop is in doubt that says that nobody has the address: somebody may, whose address is not known.</summary>
    public bool OnlyWhereNobodyIs { get; init; }

    /// <summary>Whether the element stands for what lies outside the modelled network.</summary>
    public bool IsOutside { get; init; }

    /// <summary>Everything: nothing of the topology can be relied on.</summary>
    public static Uncertainty Everywhere { get; } = new(Element: null);

    /// <summary>Whether it speaks of what an element did to a packet.</summary>
    public bool Covers(string element, IpAddress destination, DropCode? code) =>
        (Element is null || Element == element)
        && (Destination is not { } prefix || prefix.Contains(destination))
        && (code is not null || !OnlyWhereDropped)
        && (code == DropCode.NoInterfaceWithAddress || !OnlyWhereNobodyIs);
}
