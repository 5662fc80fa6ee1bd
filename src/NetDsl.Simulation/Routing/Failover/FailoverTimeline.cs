using NetDsl.Model;

namespace NetDsl.Simulation.Routing.Failover;

/// <summary>What happened at both ends of a link after a fault; all times count from the fault.</summary>
/// <param name="VendorDetected">When the vendor's end knew; zero where it knew before.</param>
/// <param name="DeviceDetected">When the device knew.</param>
/// <param name="OutageToSite">How long packets to the site were lost: until the vendor forwards by another way.</param>
/// <param name="OutageToVendor">How long packets from the site were lost: until the device forwards by another way; zero when the device itself is gone.</param>
/// <param name="Events">All of it, in order.</param>
public sealed record FailoverTimeline(
    TimeSpan VendorDetected, TimeSpan DeviceDetected, TimeSpan OutageToSite, TimeSpan OutageToVendor, EquatableArray<FailoverEvent> Events);

/// <summary>Something that happened after a fault.</summary>
/// <param name="At">When, since the fault.</param>
/// <param name="Text">What, in words.</param>
public sealed record FailoverEvent(TimeSpan At, string Text);
