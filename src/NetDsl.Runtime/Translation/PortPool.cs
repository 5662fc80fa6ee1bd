namespace NetDsl.Runtime.Translation;

/// <summary>
/// The ports of one NAT address towards one destination: 55,000 of 1024 to 65535, given in rotation; a freed port
/// rests before it is given again.
/// </summary>
/// <param name="offset">The distance of the first port from 1024.</param>
internal sealed class PortPool(int offset)
{
    /// <summary>The vendor's limit for one address and destination .</summary>
    public const int Capacity = 55_000;

    /// <summary>How many ports a NAT gateway chooses from .</summary>
    public const int PortCount = 65_536 - FirstPort;

    private const int FirstPort = 1024;
    private const int WordBits = 64;

    private readonly Queue<(int Slot, TimeSpan Until)> resting = new();

    // Grows as the rotation reaches higher slots: most destinations see few flows.
    private ulong[] taken = new ulong[1];
    private int next;
    private int takenCount;

    /// <summary>Ports that flows have now.</summary>
    public int InUse => takenCount - resting.Count;

    /// <summary>Takes the next free port; none when all 55,000 are taken or resting.</summary>
    public ushort? Take(TimeSpan time)
    {
        while (resting.TryPeek(out var first) && first.Until <= time)
        {
            resting.Dequeue();
            taken[first.Slot / WordBits] &= ~(1UL << (first.Slot % WordBits));
            takenCount--;
        }

        if (takenCount == Capacity)
        {
            return null;
        }

        while (IsTaken(next))
        {
            next = (next + 1) % Capacity;
        }

        var slot = next;
        taken[slot / WordBits] |= 1UL << (slot % WordBits);
        takenCount++;
        next = (next + 1) % Capacity;
        return (ushort)(FirstPort + ((offset + slot) % PortCount));
    }

    /// <summary>Gives a port back; it rests until then. Ports come back in the order of these times.</summary>
    public void Release(ushort port, TimeSpan until)
    {
        var slot = (port - FirstPort - offset + PortCount) % PortCount;
        resting.Enqueue((slot, until));
    }

    private bool IsTaken(int slot)
    {
        var word = slot / WordBits;
        if (word >= taken.Length)
        {
            Array.Resize(ref taken, Math.Min(taken.Length * 2, (Capacity / WordBits) + 1));
        }

        return (taken[word] & (1UL << (slot % WordBits))) != 0;
    }
}
