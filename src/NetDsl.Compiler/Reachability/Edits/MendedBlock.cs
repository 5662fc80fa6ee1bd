namespace NetDsl.Compiler.Reachability.Edits;

/// <summary>What drops a packet or its reply, and what opens it.</summary>
/// <param name="IsReply">Whether it drops the reply.</param>
/// <param name="Block">What drops.</param>
/// <param name="Edit">What to write.</param>
public sealed record MendedBlock(bool IsReply, Block Block, string Edit);
