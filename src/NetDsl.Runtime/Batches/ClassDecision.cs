namespace NetDsl.Runtime.Batches;

/// <summary>Where packets of one class are delivered.</summary>
internal enum Receiver : byte
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Whoever has the destination.</summary>
    Destination,

    /// <summary>The sender itself, by a service of its host.</summary>
    Sender,

    /// <summary>One holder, whatever the destination.</summary>
    Fixed,
}

/// <summary>What becomes of packets of one class, in eight bytes.</summary>
internal readonly record struct ClassDecision
{
    private readonly int holder;
    private readonly short code;
    private readonly byte outcome;
    private readonly Receiver receiver;

    /// <summary>Of packets like one.</summary>
    /// <param name="example">The decision on one of them.</param>
    /// <param name="receiver">Where they are delivered.</param>
    public ClassDecision(in BatchDecision example, Receiver receiver)
    {
        holder = receiver == Receiver.Fixed ? example.Holder : CompiledNetwork.Internet;
        (outcome, code) = example.Raw;
        this.receiver = receiver;
    }

    /// <summary>What tells it from others.</summary>
    public string Text => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{outcome}/{code}/{(int)receiver}/{holder}");

    /// <summary>The decision on one packet.</summary>
    /// <param name="sender">Who sent it.</param>
    /// <param name="destination">Who has its destination.</param>
    public BatchDecision On(int sender, int destination) => BatchDecision.FromRaw(
        outcome,
        code,
        receiver == Receiver.Destination ? destination : receiver == Receiver.Sender ? sender : holder);
}
