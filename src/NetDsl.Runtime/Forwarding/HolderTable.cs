using System.Collections.Frozen;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>Who has which address, by VPC.</summary>
internal sealed class HolderTable
{
    private readonly AddressHolder[] holders;
    private readonly FrozenDictionary<ulong, int> byAddress;

    public HolderTable(ForwardingGraph graph)
    {
        holders = [.. graph.Holders];
        byAddress = holders
            .Select((holder, index) => KeyValuePair.Create(Key(holder.Vpc, holder.PrivateAddress), index))
            .ToFrozenDictionary();
        TranslatorCount = holders.Count(holder => holder.Translates || holder.IsNatInstance);
    }

    public int Count => holders.Length;

    /// <summary>How many holders send on what arrives at them.</summary>
    public int TranslatorCount { get; }

    public AddressHolder this[int holder] => holders[holder];

    /// <summary>The holder of a private address in a VPC; -1 when there is none.</summary>
    public int At(int vpc, Ipv4Address address) => byAddress.TryGetValue(Key(vpc, address), out var holder) ? holder : -1;

    private static ulong Key(int vpc, Ipv4Address address) => ((ulong)(uint)vpc << 32) | address.Value;
}
