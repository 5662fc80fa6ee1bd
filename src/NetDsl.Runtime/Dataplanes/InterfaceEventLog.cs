namespace NetDsl.Runtime.Dataplanes;

/// <summary>
/// Where one packet is seen. What leaves an interface counts as accepted only when the network ACL of its subnet has not
/// denied it either, so that it waits for that (foundation §0.3, the flow-log point of egress).
/// </summary>
internal sealed class InterfaceEventLog
{
    private InterfaceEvent[] seen = new InterfaceEvent[4];
    private int count;
    private int pending = -1;
    private Packet pendingPacket;

    public ReadOnlySpan<InterfaceEvent> Seen => seen.AsSpan(0, count);

    /// <summary>The holder that the packet is leaving; -1 when it is beyond.</summary>
    public int Leaving => pending;

    public void Clear()
    {
        count = 0;
        pending = -1;
    }

    public void Arrive(int holder, FlowAction action, in Packet packet) => Add(holder, FlowDirection.Ingress, action, packet);

    public void Leave(int holder, in Packet packet)
    {
        pending = holder;
        pendingPacket = packet;
    }

    public void LeavePending(FlowAction action)
    {
        if (pending >= 0)
        {
            Add(pending, FlowDirection.Egress, action, pendingPacket);
            pending = -1;
        }
    }

    private void Add(int holder, FlowDirection direction, FlowAction action, in Packet packet)
    {
        if (count == seen.Length)
        {
            Array.Resize(ref seen, 2 * count);
        }

        seen[count++] = new InterfaceEvent(holder, direction, action, packet);
    }
}
