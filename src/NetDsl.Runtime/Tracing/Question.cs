using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Tracing;

/// <summary>Where a packet has to end to answer what was asked.</summary>
internal readonly record struct Question
{
    private readonly Outcome required;
    private readonly int holder;

    private Question(Outcome required, int holder)
    {
        this.required = required;
        this.holder = holder;
    }

    /// <summary>Asks for an address: whoever has it.</summary>
    public static Question AboutAddress => new(Outcome.Unknown, -1);

    /// <summary>Asks for the internet.</summary>
    public static Question AboutInternet => new(Outcome.Exits, -1);

    /// <summary>Asks for a holder.</summary>
    public static Question About(int holder) => new(Outcome.Delivered, holder);

    public bool IsMetBy(in WalkEnd end) =>
        required == Outcome.Unknown || (end.Outcome == required && end.Holder == holder);
}
