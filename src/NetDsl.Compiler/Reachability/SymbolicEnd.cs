namespace NetDsl.Compiler.Reachability;

/// <summary>How packets that went one way ended.</summary>
/// <param name="Branch">The packets.</param>
/// <param name="Outcome">In what; unknown when no set tells it.</param>
/// <param name="Program">The path program in which it was; -1 when they had none.</param>
/// <param name="Step">The step in it; the number of steps for its end.</param>
/// <param name="Holder">Who has them, or dropped them; the sender for a service of the host; -1 for nobody.</param>
/// <param name="Code">Why they were dropped, when they were.</param>
internal sealed record SymbolicEnd(FlowBranch Branch, Outcome Outcome, int Program, int Step, int Holder, DropCode? Code)
{
    /// <summary>
    /// Whether the holder stands for its group: each packet is at the member whose address it was for, or dropped there.
    /// </summary>
    public bool IsOfGroup { get; init; }
}

/// <summary>One path of a walk: from the sender, or from a translator, to the next translator or to the end.</summary>
/// <param name="Source">The source class that it starts from; -1 when packets are handed over past all paths.</param>
internal sealed record SymbolicLeg(int Source)
{
    /// <summary>Where it goes, when that is not the packets' destination: back to a translator that kept the client's address.</summary>
    public AddressTerm? Towards { get; init; }

    /// <summary>The translator that stands for the sender in rules that reference groups; -1 for the sender itself.</summary>
    public int Carrier { get; init; } = -1;

    /// <summary>The translator that handed the packets over; -1 when a path led there.</summary>
    public int HandedBy { get; init; } = -1;

    /// <summary>The source class behind a NAT gateway that translates the packets to IPv4; -1 for every other translator.</summary>
    public int Nat64Source { get; init; } = -1;

    /// <summary>The VPC whose private address the source is at the end; -1 when it is none.</summary>
    public int SourceVpc { get; init; } = -1;

    /// <summary>How many translators the packets came to.</summary>
    public int Entered { get; init; }
}
