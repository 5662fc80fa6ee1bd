using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>Addresses of a subnet that are withheld from automatic assignment. Source: "Subnet CIDR reservations", Amazon VPC User Guide.</summary>
/// <param name="Prefix">The addresses.</param>
/// <param name="Kind">What they are kept for.</param>
public sealed record CidrReservation(Sourced<Ipv4Prefix> Prefix, CidrReservationKind Kind);

/// <summary>What reserved addresses are kept for.</summary>
public enum CidrReservationKind
{
    /// <summary>For whom asks for one by name.</summary>
    Explicit,

    /// <summary>For prefixes that are delegated to interfaces.</summary>
    Prefix,
}
