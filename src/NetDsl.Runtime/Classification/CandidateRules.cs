using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Classification;

/// <summary>
/// Cuts a list by addresses, then compares protocol and ports with the few rules that are left, eight at once. Behind the last rule of each pair stands one that matches everything, so that
/// the search ends where it began for nearly all packets.
/// </summary>
internal sealed unsafe class CandidateRules : RuleTable
{
    private readonly PairTable pairs;
    private readonly LargeTable table;
    private readonly Candidates* candidates;

    private CandidateRules(PacketRule[] rules, AddressPairs addresses, int otherwise)
    {
        var first = new int[addresses.Lists.Count];
        var used = 0;
        for (var list = 0; list < first.Length; list++)
        {
            first[list] = used;
            used += (addresses.Lists[list].Length / Candidates.Lanes) + 1;
        }

        BlockCount = used;
        ListCount = first.Length;
        pairs = addresses.Table(first);
        table = new LargeTable((nuint)used * (nuint)sizeof(Candidates));
        candidates = (Candidates*)table.Memory;
        var everything = new PacketRule(default, default, Protocol.Any, PortRange.All, PortRange.All, otherwise);
        for (var list = 0; list < first.Length; list++)
        {
            var of = addresses.Lists[list];
            var lanes = ((of.Length / Candidates.Lanes) + 1) * Candidates.Lanes;
            for (var lane = 0; lane < lanes; lane++)
            {
                candidates[first[list] + (lane / Candidates.Lanes)].Put(lane % Candidates.Lanes, lane < of.Length ? rules[of[lane]] : everything);
            }
        }
    }

    /// <summary>How many vectors of rules there are.</summary>
    public int BlockCount { get; }

    /// <summary>How many different lists pairs have.</summary>
    public int ListCount { get; }

    /// <summary>The table of a list; nothing where pairs would take too long to work out, or have too many rules.</summary>
    public static CandidateRules? TryBuild(PacketRule[] rules, AddressPairs? addresses, int otherwise) =>
        addresses is not null && addresses.Lists.Sum(list => (list.Length / Candidates.Lanes) + 1L) <= RuleCosts.MostBlocks ? new CandidateRules(rules, addresses, otherwise) : null;

    public override void FindChunk(in PacketColumns packets, Span<int> verdicts)
    {
        pairs.Find(packets.Sources, packets.Destinations, verdicts);
        var protocols = packets.Protocols;
        var sourcePorts = packets.SourcePorts;
        var destinationPorts = packets.DestinationPorts;
        var all = candidates;
        for (var index = 0; index < verdicts.Length && index < protocols.Length && index < sourcePorts.Length && index < destinationPorts.Length; index++)
        {
            var block = all + verdicts[index];
            var (protocol, sourcePort, destinationPort) = (Vector128.Create((ushort)protocols[index]), Vector128.Create(sourcePorts[index]), Vector128.Create(destinationPorts[index]));
            uint hits;
            while ((hits = Candidates.Hits(block, protocol, sourcePort, destinationPort)) == 0)
            {
                block++;
            }

            verdicts[index] = block->Verdicts[BitOperations.TrailingZeroCount(hits) / sizeof(ushort)];
        }

        GC.KeepAlive(this);
    }

    /// <summary>Eight rules in two lines of the cache: each field a vector of the first values that they match, and one of how many more.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Candidates
    {
        public const int Lanes = 8;

        public fixed ushort FirstProtocols[Lanes];
        public fixed ushort MoreProtocols[Lanes];
        public fixed ushort FirstSourcePorts[Lanes];
        public fixed ushort MoreSourcePorts[Lanes];
        public fixed ushort FirstDestinationPorts[Lanes];
        public fixed ushort MoreDestinationPorts[Lanes];
        public fixed int Verdicts[Lanes];

        public void Put(int lane, in PacketRule rule)
        {
            var (first, last) = rule.Protocols;
            (FirstProtocols[lane], MoreProtocols[lane]) = (first, (ushort)(last - first));
            (FirstSourcePorts[lane], MoreSourcePorts[lane]) = (rule.SourcePorts.First, (ushort)(rule.SourcePorts.Last - rule.SourcePorts.First));
            (FirstDestinationPorts[lane], MoreDestinationPorts[lane]) = (rule.DestinationPorts.First, (ushort)(rule.DestinationPorts.Last - rule.DestinationPorts.First));
            Verdicts[lane] = rule.Verdict;
        }

        /// <summary>Two bits for each rule that matches.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Hits(Candidates* block, Vector128<ushort> protocol, Vector128<ushort> sourcePort, Vector128<ushort> destinationPort)
        {
            // Of a value within, nothing is left when both the first and what there is more are taken off; below the first, the difference is a large number.
            var beyond = Vector128.SubtractSaturate(protocol - Vector128.Load(block->FirstProtocols), Vector128.Load(block->MoreProtocols))
                | Vector128.SubtractSaturate(sourcePort - Vector128.Load(block->FirstSourcePorts), Vector128.Load(block->MoreSourcePorts))
                | Vector128.SubtractSaturate(destinationPort - Vector128.Load(block->FirstDestinationPorts), Vector128.Load(block->MoreDestinationPorts));
            return Vector128.Equals(beyond, Vector128<ushort>.Zero).AsByte().ExtractMostSignificantBits();
        }
    }
}
