namespace NetDsl.Runtime.Translation;

/// <summary>
/// The ports of one NAT address towards one destination, given in rotation: of a NAT gateway 55,000 of 1024 to 65535; a freed port
/// rests before it is given again.
/// </summary>
/// <param name="ports">The ports that there are.</param>
/// <param name="offset">The distance of the first port that is given from the first that there is.</param>
internal sealed class PortPool(PortRange ports, int offset)
{
    // The vendor's limit for one address and destination.
    private const int MostFlows = 55_000;
    private const int WordBits = 64;
    private readonly int portCount = CountOf(ports);
    private readonly int capacity = Math.Min(MostFlows, CountOf(ports));

    private readonly Queue<(int Slot, TimeSpan Until)> resting = new();

    // Grows as the rotation reaches higher slots: most destinations see few flows.
    private ulong[] taken = new ulong[1];
    private int next;
    private int takenCount;

    /// <summary>The ports of a NAT gateway .</summary>
    public static PortRange OfNatGateway { get; } = new(1024, 65535);

    /// <summary>Ports that flows have now.</summary>
    public int InUse => takenCount - resting.Count;

    /// <summary>Takes the next free port; none when all are taken or resting.</summary>
    public ushort? Take(TimeSpan time)
    {
        while (resting.TryPeek(out var first) && first.Until <= time)
        {
            resting.Dequeue();
            taken[first.Slot / WordBits] &= ~(1UL << (first.Slot % WordBits));
            takenCount--;
        }

        if (takenCount == capacity)
        {
            return null;
        }

        while (IsTaken(next))
        {
            next = (next + 1) % capacity;
        }

        var slot = next;
        taken[slot / WordBits] |= 1UL << (slot % WordBits);
        takenCount++;
        next = (next + 1) % capacity;
        return (ushort)(ports.First + ((offset + slot) % portCount));
    }

    /// <summary>Gives a port back; it rests until then. Ports come back in the order of these times.</summary>
    public void Release(ushort port, TimeSpan until)
    {
        var slot = (port - ports.First - offset + portCount) % portCount;
        resting.Enqueue((slot, until));
    }

    /// <summary>How many ports a range has.</summary>
    public static int CountOf(PortRange ports) => ports.Last - ports.First + 1;

    private bool IsTaken(int slot)
    {
        var word = slot / WordBits;
        if (word >= taken.Length)
        {
            Array.Resize(ref taken, Math.Min(taken.Length * 2, (capacity / WordBits) + 1));
        }

        return (taken[word] & (1UL << (slot % WordBits))) != 0;
    }
}
