using System.Numerics;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Classification;

/// <summary>
/// Each class of each field has the rules that match it as bits, and one bit more for each 64 of them of which some match; a packet's first rule is the first bit that all five have
/// (Baboescu and Varghese, "Scalable Packet Classification", SIGCOMM 2001). Slow for long lists, and never too large: for those that no other table takes.
/// </summary>
internal sealed class BitVectorRules : RuleTable
{
    private const int Word = 64;
    private readonly RangeTable sources;
    private readonly RangeTable destinations;
    private readonly PortTables ports;
    private readonly int words;
    private readonly int summaries;
    private readonly int[] verdicts;
    private readonly Bits sourceBits;
    private readonly Bits destinationBits;
    private readonly Bits sourcePortBits;
    private readonly Bits destinationPortBits;
    private readonly Bits protocolBits;

    public BitVectorRules(PacketRule[] rules, int otherwise)
    {
        // Behind the last rule, a bit that every class has says that none matches.
        words = (rules.Length / Word) + 1;
        summaries = (words + Word - 1) / Word;
        verdicts = [.. rules.Select(rule => rule.Verdict), otherwise];
        var sourceClasses = FieldClasses.Of(Array.ConvertAll(rules, rule => rule.Source));
        var destinationClasses = FieldClasses.Of(Array.ConvertAll(rules, rule => rule.Destination));
        var sourcePortClasses = FieldClasses.Of(Array.ConvertAll(rules, rule => rule.SourcePorts));
        var destinationPortClasses = FieldClasses.Of(Array.ConvertAll(rules, rule => rule.DestinationPorts));
        var protocolClasses = FieldClasses.Of(Array.ConvertAll(rules, rule => rule.Protocols));
        (sources, destinations) = (sourceClasses.Table(), destinationClasses.Table());
        ports = new PortTables(sourcePortClasses, destinationPortClasses, protocolClasses);
        sourceBits = Of(sourceClasses);
        destinationBits = Of(destinationClasses);
        sourcePortBits = Of(sourcePortClasses);
        destinationPortBits = Of(destinationPortClasses);
        protocolBits = Of(protocolClasses);
    }

    public override void FindChunk(in PacketColumns packets, Span<int> verdicts)
    {
        Span<int> source = stackalloc int[Chunk];
        Span<int> destination = stackalloc int[Chunk];
        Span<int> sourcePort = stackalloc int[Chunk];
        Span<int> destinationPort = stackalloc int[Chunk];
        Span<int> protocol = stackalloc int[Chunk];
        sources.Find(packets.Sources, source);
        destinations.Find(packets.Destinations, destination);
        ports.Find(packets, sourcePort, destinationPort, protocol);
        for (var index = 0; index < verdicts.Length; index++)
        {
            verdicts[index] = this.verdicts[First(source[index], destination[index], sourcePort[index], destinationPort[index], protocol[index])];
        }
    }

    private int First(int source, int destination, int sourcePort, int destinationPort, int protocol)
    {
        for (var summary = 0; summary < summaries; summary++)
        {
            var some = sourceBits.Summaries[(source * summaries) + summary] & destinationBits.Summaries[(destination * summaries) + summary]
                & sourcePortBits.Summaries[(sourcePort * summaries) + summary] & destinationPortBits.Summaries[(destinationPort * summaries) + summary]
                & protocolBits.Summaries[(protocol * summaries) + summary];
            for (; some != 0; some &= some - 1)
            {
                var word = (summary * Word) + BitOperations.TrailingZeroCount(some);
                var bits = sourceBits.Words[(source * words) + word] & destinationBits.Words[(destination * words) + word]
                    & sourcePortBits.Words[(sourcePort * words) + word] & destinationPortBits.Words[(destinationPort * words) + word]
                    & protocolBits.Words[(protocol * words) + word];
                if (bits != 0)
                {
                    return (word * Word) + BitOperations.TrailingZeroCount(bits);
                }
            }
        }

        return verdicts.Length - 1;
    }

    private Bits Of(FieldClasses field)
    {
        var bits = new Bits(new ulong[field.Count * words], new ulong[field.Count * summaries]);
        for (var each = 0; each < field.Count; each++)
        {
            Set(each, verdicts.Length - 1);
        }

        foreach (var (rule, (first, end)) in field.OfRules.Index())
        {
            for (var each = first; each < end; each++)
            {
                Set(each, rule);
            }
        }

        return bits;

        void Set(int each, int rule)
        {
            bits.Words[(each * words) + (rule / Word)] |= 1UL << (rule % Word);
            bits.Summaries[(each * summaries) + (rule / Word / Word)] |= 1UL << (rule / Word % Word);
        }
    }

    /// <summary>The rules of each class of a field, one class behind the other, and which of their words have some.</summary>
    private readonly record struct Bits(ulong[] Words, ulong[] Summaries);
}
