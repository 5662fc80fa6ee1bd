using System.Runtime.InteropServices;
using NetDsl.Benchmarks.Sets;

namespace NetDsl.Benchmarks.Dpdk;

/// <summary>A packet, laid out as the harness in C reads it.</summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal readonly record struct HeldPacket(uint Source, uint Destination, ushort SourcePort, ushort DestinationPort, byte Protocol)
{
    /// <summary>Packets of which each is inside some rule.</summary>
    public static HeldPacket[] Draw(ListRule[] rules, int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var rule = rules[random.Next(rules.Length)];
            return new HeldPacket(
                Inside(rule.Source, rule.SourceLength),
                Inside(rule.Destination, rule.DestinationLength),
                (ushort)random.Next(rule.FirstSourcePort, rule.LastSourcePort + 1),
                (ushort)random.Next(rule.FirstDestinationPort, rule.LastDestinationPort + 1),
                rule.Protocol == ListRule.AnyProtocol ? (byte)6 : (byte)rule.Protocol);
        })];

        uint Inside(uint prefix, uint length) => prefix | (length == 32 ? 0 : (uint)random.NextInt64(1L << (32 - (int)length)));
    }
}
