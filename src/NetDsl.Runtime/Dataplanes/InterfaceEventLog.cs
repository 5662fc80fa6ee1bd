using System.Runtime.InteropServices;

namespace NetDsl.Runtime.Dataplanes;

/// <summary>
/// Where one packet is seen. What leaves an interface counts as accepted only when the network ACL of its subnet has not
/// denied it either, so that it waits for that (foundation §0.3, the flow-log point of egress).
/// </summary>
internal sealed class InterfaceEventLog
{
    private readonly List<InterfaceEvent> seen = [];
    private int pending = -1;
    private Packet pendingPacket;

    public ReadOnlySpan<InterfaceEvent> Seen => CollectionsMarshal.AsSpan(seen);

    /// <summary>The holder that the packet is leaving; -1 when it is beyond.</summary>
    public int Leaving => pending;

    public void Clear()
    {
        seen.Clear();
        pending = -1;
    }

    public void Arrive(int holder, FlowAction action, in Packet packet) =>
        seen.Add(new InterfaceEvent(holder, FlowDirection.Ingress, action, packet));

    public void Leave(int holder, in Packet packet)
    {
        pending = holder;
        pendingPacket = packet;
    }

    public void LeavePending(FlowAction action)
    {
        if (pending >= 0)
        {
            seen.Add(new InterfaceEvent(pending, FlowDirection.Egress, action, pendingPacket));
            pending = -1;
        }
    }
}
