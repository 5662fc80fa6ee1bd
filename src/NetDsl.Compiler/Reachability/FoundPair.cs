namespace NetDsl.Compiler.Reachability;

/// <summary>Who reaches whom, and with which packets.</summary>
/// <param name="From">The path of who sends.</param>
/// <param name="To">The path of who receives.</param>
/// <param name="Sender">The entry of who sends in the holder table; -1 for the internet.</param>
/// <param name="Receiver">That of who receives.</param>
/// <param name="Flows">The packets, which pairs that are alike have in common.</param>
internal sealed record FoundPair(string From, string To, int Sender, int Receiver, PairFlows Flows);
