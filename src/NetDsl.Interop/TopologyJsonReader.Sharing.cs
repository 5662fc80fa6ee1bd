using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Shared subnets, and addresses that are withheld in them.</content>
internal static partial class TopologyJsonReader
{
    private static Subnet WithSharing(Subnet subnet, JsonPlace place) => subnet with
    {
        Reservations = OptionalAll(place, "reservations", reservation =>
        {
            reservation.WithMembers("prefix", "kind");
            return new CidrReservation(Ipv4Prefix(reservation, "prefix"), EnumText.Read<CidrReservationKind>(reservation.Member("kind")));
        }),
        Participants = OptionalAll(place, "participants", account => IdText.Read(account, ElementKind.Account)),
    };
}
