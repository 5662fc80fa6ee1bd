using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>Who reaches whom, with what.</summary>
/// <param name="From">The path of who sends; <c>internet</c> for hosts outside.</param>
/// <param name="To">The path of who receives; <c>internet</c> for hosts outside.</param>
/// <param name="Traffic">What arrives and is answered, from some source port at least; ICMP without types.</param>
/// <param name="Sample">One packet that does, as it is sent.</param>
/// <param name="IsCertain">Whether no hash decides: else some of the flows go elsewhere.</param>
public sealed record ReachablePair(string From, string To, EquatableArray<TrafficSelector> Traffic, Packet Sample, bool IsCertain);
