namespace NetDsl.Runtime;

/// <summary>What becomes of one packet, in eight bytes: a <see cref="Decision"/> without the packet as it ends.</summary>
public readonly record struct BatchDecision
{
    // Of a packet that is not dropped.
    internal const short None = -1;

    private readonly short code;
    private readonly byte outcome;

    /// <summary>Of one packet.</summary>
    /// <param name="outcome">How it ends.</param>
    /// <param name="holder">Where it is delivered; -1 when it is not.</param>
    /// <param name="code">Why it is dropped, when it is.</param>
    public BatchDecision(Outcome outcome, int holder, DropCode? code)
        : this((byte)outcome, code is { } reason ? (short)reason : None, holder)
    {
    }

    private BatchDecision(byte outcome, short code, int holder) => (this.outcome, this.code, Holder) = (outcome, code, holder);

    /// <summary>How it ends.</summary>
    public Outcome Outcome => (Outcome)outcome;

    /// <summary>The entry of the graph's holder table at which it is delivered, the sender itself for a service of the host; -1 when it is not delivered.</summary>
    public int Holder { get; }

    /// <summary>Why it is dropped, when it is.</summary>
    public DropCode? Code => code == None ? null : (DropCode)code;

    internal (byte Outcome, short Code) Raw => (outcome, code);

    /// <summary>From its parts, as they lie in memory.</summary>
    internal static BatchDecision FromRaw(byte outcome, short code, int holder) => new(outcome, code, holder);
}
