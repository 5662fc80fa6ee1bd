using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>
/// A prefix that the author left to NetDsl: given out while the network was described, and kept from then on by the lock file
/// of the project.
/// </summary>
/// <param name="Element">The VPC whose primary block, or the subnet whose prefix, was given out.</param>
/// <param name="Prefix">What it got.</param>
/// <param name="Hold">Whether a later edit can move it.</param>
/// <param name="Origin">The length that was asked for.</param>
public sealed record Allocation(ElementId Element, Ipv4Prefix Prefix, AllocationHold Hold, Origin Origin);

/// <summary>What keeps an allocation where it is.</summary>
public enum AllocationHold
{
    /// <summary>Nothing: the project has no lock file, and the order of the program decides.</summary>
    NoLockFile,

    /// <summary>Nothing: the project has a lock file, which does not know the element.</summary>
    NotLocked,

    /// <summary>The lock file.</summary>
    Locked,
}
