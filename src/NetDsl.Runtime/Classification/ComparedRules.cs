using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Classification;

/// <summary>
/// A list of few rules: the value of each field of a packet has a set of rules that match it, as bits of a number, which layers of ranges tell by comparing; the rules that all fields match
/// are the bits that all sets have, and the first is the lowest. Four vectors of packets at once, without a branch or a read that depends on a packet.
/// </summary>
internal sealed class ComparedRules : RuleTable
{
    /// <summary>A list may have so many rules: a bit says that none matches, and the highest is the sign.</summary>
    public const int MostRules = 30;

    private const int MostVerdicts = 32;

    private readonly PaintedLayers sources;
    private readonly PaintedLayers destinations;
    private readonly PaintedLayers sourcePorts;
    private readonly PaintedLayers destinationPorts;
    private readonly PaintedLayers protocols;

    // By the rule; behind the last the verdict on what none matches, as often as fills vectors.
    private readonly int[] verdicts = new int[MostVerdicts];
    private readonly int length;

    public ComparedRules(PacketRule[] rules, int otherwise)
    {
        sources = Layers(FieldClasses.Of(Array.ConvertAll(rules, rule => rule.Source)), 0);
        destinations = Layers(FieldClasses.Of(Array.ConvertAll(rules, rule => rule.Destination)), 0);
        sourcePorts = Layers(FieldClasses.Of(Array.ConvertAll(rules, rule => rule.SourcePorts)), 16);
        destinationPorts = Layers(FieldClasses.Of(Array.ConvertAll(rules, rule => rule.DestinationPorts)), 16);
        protocols = Layers(FieldClasses.Of(Array.ConvertAll(rules, rule => rule.Protocols)), 24);
        Array.Fill(verdicts, otherwise);
        Array.ConvertAll(rules, rule => rule.Verdict).CopyTo(verdicts, 0);
        length = rules.Length + 1;

        PaintedLayers Layers(FieldClasses field, int shift) =>
            new(RangeLayer.Of(Array.ConvertAll(field.Starts, start => start >> shift), Array.ConvertAll(field.Sets(), set => set | (1 << rules.Length))));
    }

    public override void FindChunk(in PacketColumns packets, Span<int> verdicts)
    {
        var at = Vector512.IsHardwareAccelerated ? Find<Width512, Vector512<int>>(packets, verdicts) : Find<Width256, Vector256<int>>(packets, verdicts);
        for (; at < verdicts.Length; at++)
        {
            var set = sources.Of(packets.Sources[at]) & destinations.Of(packets.Destinations[at])
                & sourcePorts.Of(packets.SourcePorts[at]) & destinationPorts.Of(packets.DestinationPorts[at]) & protocols.Of(packets.Protocols[at]);
            verdicts[at] = this.verdicts[int.TrailingZeroCount(set)];
        }
    }

    /// <summary>Finds what fills four vectors, and says how many packets that were.</summary>
    internal int Find<TWidth, TVector>(in PacketColumns packets, Span<int> verdicts)
        where TWidth : struct, IVectorWidth<TVector>
        where TVector : struct
    {
        // Columns and verdicts are of one length: nothing is checked again.
        ref var source = ref MemoryMarshal.GetReference(packets.Sources);
        ref var destination = ref MemoryMarshal.GetReference(packets.Destinations);
        ref var sourcePort = ref MemoryMarshal.GetReference(packets.SourcePorts);
        ref var destinationPort = ref MemoryMarshal.GetReference(packets.DestinationPorts);
        ref var protocol = ref MemoryMarshal.GetReference(packets.Protocols);
        ref var verdict = ref MemoryMarshal.GetReference(verdicts);
        ref readonly var table = ref MemoryMarshal.GetArrayDataReference(this.verdicts);
        var at = 0;
        for (; at + (4 * TWidth.Lanes) <= verdicts.Length; at += 4 * TWidth.Lanes)
        {
            var (first, second, third, fourth) = ((nuint)at, (nuint)(at + TWidth.Lanes), (nuint)(at + (2 * TWidth.Lanes)), (nuint)(at + (3 * TWidth.Lanes)));
            var sets = sources.Of<TWidth, TVector>(TWidth.Load(ref source, first), TWidth.Load(ref source, second), TWidth.Load(ref source, third), TWidth.Load(ref source, fourth));
            sets = And<TWidth, TVector>(sets, destinations.Of<TWidth, TVector>(
                TWidth.Load(ref destination, first), TWidth.Load(ref destination, second), TWidth.Load(ref destination, third), TWidth.Load(ref destination, fourth)));
            sets = And<TWidth, TVector>(sets, sourcePorts.Of<TWidth, TVector>(
                TWidth.Load(ref sourcePort, first), TWidth.Load(ref sourcePort, second), TWidth.Load(ref sourcePort, third), TWidth.Load(ref sourcePort, fourth)));
            sets = And<TWidth, TVector>(sets, destinationPorts.Of<TWidth, TVector>(
                TWidth.Load(ref destinationPort, first), TWidth.Load(ref destinationPort, second), TWidth.Load(ref destinationPort, third), TWidth.Load(ref destinationPort, fourth)));
            sets = And<TWidth, TVector>(sets, protocols.Of<TWidth, TVector>(
                TWidth.Load(ref protocol, first), TWidth.Load(ref protocol, second), TWidth.Load(ref protocol, third), TWidth.Load(ref protocol, fourth)));
            TWidth.Store(TWidth.Pick(in table, length, TWidth.LowestBits(sets.First)), ref verdict, first);
            TWidth.Store(TWidth.Pick(in table, length, TWidth.LowestBits(sets.Second)), ref verdict, second);
            TWidth.Store(TWidth.Pick(in table, length, TWidth.LowestBits(sets.Third)), ref verdict, third);
            TWidth.Store(TWidth.Pick(in table, length, TWidth.LowestBits(sets.Fourth)), ref verdict, fourth);
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector First, TVector Second, TVector Third, TVector Fourth) And<TWidth, TVector>(
        (TVector First, TVector Second, TVector Third, TVector Fourth) left, (TVector First, TVector Second, TVector Third, TVector Fourth) right)
        where TWidth : struct, IVectorWidth<TVector>
        where TVector : struct =>
        (TWidth.And(left.First, right.First), TWidth.And(left.Second, right.Second), TWidth.And(left.Third, right.Third), TWidth.And(left.Fourth, right.Fourth));
}
