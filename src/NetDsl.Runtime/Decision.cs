namespace NetDsl.Runtime;

/// <summary>What becomes of one packet. A data plane writes its own anew with each packet, in place, since copies take time.</summary>
/// <param name="Outcome">How it ends.</param>
/// <param name="Holder">
/// The entry of the graph's holder table at which it is delivered, the sender itself for a service of the host; -1 when
/// it is not delivered.
/// </param>
/// <param name="Code">Why it is dropped, when it is.</param>
/// <param name="Packet">The packet as it arrives, leaves the network, or is dropped.</param>
public record struct Decision(Outcome Outcome, int Holder, DropCode? Code, Packet Packet);
