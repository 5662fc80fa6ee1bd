namespace NetDsl.Simulation.Measurements;

/// <summary>What became of one packet of a flow, and of the flow by it. Flows write theirs anew with each packet, in place, since copies of it take time.</summary>
internal record struct PacketFate
{
    /// <summary>Who sent it: a holder, or the internet.</summary>
    public required int Sender { get; set; }

    /// <summary>What it and its like have with each other.</summary>
    public required Conversation Conversation { get; set; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; set; }

    /// <summary>Why it was lost, when it was.</summary>
    public required DropCode? Code { get; set; }

    /// <summary>Where it was dropped, a node of the graph; -1 when it was not.</summary>
    public required int DropNode { get; set; }

    /// <summary>How long the request took that it answers; nothing when it answers none.</summary>
    public TimeSpan? Answered { get; set; }

    /// <summary>Whether it is the first of its flow.</summary>
    public bool Opens { get; set; }

    /// <summary>What its flow became by it; pending when it stays what it was.</summary>
    public FlowOutcome Turns { get; set; }
}
