namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>The network of one lowering, as far as questions of walks are about it.</summary>
/// <param name="Index">Its elements.</param>
/// <param name="Holders">Who has its addresses.</param>
/// <param name="Tables">What its tables say.</param>
/// <param name="Ranges">The ranges of destinations.</param>
internal sealed record AskedNetwork(TopologyIndex Index, HolderList Holders, RouteTables Tables, RangeLists Ranges);
