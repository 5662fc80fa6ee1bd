using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Shared subnets, and addresses that are withheld in them.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteSharing(Subnet subnet)
    {
        OptionalObjects("reservations", subnet.Reservations, reservation =>
        {
            Sourced("prefix", reservation.Prefix);
            json.WriteString("kind", EnumText.Write(reservation.Kind));
        });
        if (subnet.Participants.Count > 0)
        {
            References("participants", subnet.Participants);
        }
    }
}
