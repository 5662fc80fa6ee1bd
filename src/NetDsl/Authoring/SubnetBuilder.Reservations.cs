using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>CIDR reservations.</content>
public sealed partial class SubnetBuilder
{
    private readonly List<CidrReservation> reservations = [];

    /// <summary>
    /// Withholds addresses: nothing here gets one of them that does not ask for it by name.
    /// Source: "Subnet CIDR reservations", Amazon VPC User Guide.
    /// </summary>
    /// <param name="cidr">A prefix inside the subnet that overlaps no other reservation.</param>
    /// <param name="kind">What the addresses are kept for.</param>
    public SubnetBuilder Reserve(
        string cidr,
        CidrReservationKind kind = CidrReservationKind.Explicit,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(cidr));
        if (Network.Problems.Ipv4Prefix(cidr, origin) is not { } prefix || IsLeftOut)
        {
            return this;
        }

        if (IsIpv6Only || !Prefix.Value.Contains(prefix.Value))
        {
            Network.Problems.Add(
                ProblemKind.ReservationOutsideSubnet, $"{prefix} does not lie in subnet '{Name}' ({FirstPrefix}); reserve addresses of the subnet", origin);
        }
        else if (reservations.Find(other => other.Prefix.Value.Overlaps(prefix.Value)) is { } other)
        {
            Network.Problems.Add(
                ProblemKind.ReservationOutsideSubnet, $"{prefix} overlaps {other.Prefix}, which is reserved in subnet '{Name}' already", origin, other.Prefix.Origin);
        }
        else
        {
            reservations.Add(new CidrReservation(prefix, kind));
        }

        return this;
    }

    internal bool IsWithheld(Ipv4Address address) => reservations.Exists(reservation => reservation.Prefix.Value.Contains(address));

    internal int Withheld() => (int)Math.Min(int.MaxValue, reservations.Sum(reservation => reservation.Prefix.Value.Size));
}
