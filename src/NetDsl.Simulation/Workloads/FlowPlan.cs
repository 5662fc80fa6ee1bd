namespace NetDsl.Simulation.Workloads;

/// <summary>A flow that is going to be attempted.</summary>
/// <param name="Client">Who opens: a holder, or the internet.</param>
/// <param name="Target">Who is meant: a holder, or the internet.</param>
/// <param name="Opening">The packet that opens it; its source port is given when it starts.</param>
/// <param name="Start">When.</param>
/// <param name="Latency">How long a packet takes from end to end.</param>
/// <param name="Pause">How long an end thinks before it speaks again.</param>
/// <param name="Steps">What the two ends send, in turn or in a row.</param>
internal sealed record FlowPlan(
    int Client, int Target, Packet Opening, TimeSpan Start, TimeSpan Latency, TimeSpan Pause, IReadOnlyList<FlowStep> Steps)
{
    /// <summary>Who is told when it is over; nobody when left out.</summary>
    public Action<TimeSpan>? Ended { get; init; }
}

/// <summary>One packet of a flow.</summary>
/// <param name="FromClient">Whether the opener sends it.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Flags">The control bits of a TCP segment.</param>
internal readonly record struct FlowStep(bool FromClient, int Bytes, Runtime.TcpFlags Flags);
