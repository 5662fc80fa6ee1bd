using NetDsl.Addressing;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Simulation.Routing.Bgp;

namespace NetDsl.Simulation.Routing.Failover;

/// <summary>What the ends of a link tell each other, and who they are.</summary>
/// <param name="VendorAsn">The autonomous system of the vendor's end.</param>
/// <param name="DeviceAsn">That of the device.</param>
internal sealed record LinkTalk(uint VendorAsn, uint DeviceAsn)
{
    private static readonly Ipv4Address VendorAddress = Ipv4Address.Parse("169.254.6.1");
    private static readonly Ipv4Address DeviceAddress = Ipv4Address.Parse("169.254.6.2");

    /// <summary>What an end tells when its session is established, by the number of the end.</summary>
    public IReadOnlyList<ToldRoute>[] Told { get; } = [[], []];

    /// <summary>Whether the other end tells something that this one takes: not what has come through its own system.</summary>
    public bool Learns(int end) => Told[1 - end].Any(route => !route.AsPath.Contains(end == Link.Vendor ? VendorAsn : DeviceAsn));

    /// <summary>How an end is set.</summary>
    public BgpSessionOptions Options(int end, TimeSpan holdTime) => end == Link.Vendor
        ? new BgpSessionOptions(VendorAsn, VendorAddress, DeviceAsn) { HoldTime = holdTime }
        : new BgpSessionOptions(DeviceAsn, DeviceAddress, VendorAsn) { HoldTime = holdTime };

    /// <summary>The messages that tell of routes: one for all that have the same attributes and family.</summary>
    public static IEnumerable<BgpUpdate> Updates(int end, IEnumerable<ToldRoute> routes) => routes
        .GroupBy(route => (route.AsPath, route.Med, route.Prefix.IsIpv6))
        .Select(same => new BgpUpdate(
            [],
            new BgpAttributes(BgpOrigin.Igp, same.Key.AsPath, end == Link.Vendor ? VendorAddress : DeviceAddress) { Med = same.Key.Med },
            [.. same.Select(route => route.Prefix)]));
}
