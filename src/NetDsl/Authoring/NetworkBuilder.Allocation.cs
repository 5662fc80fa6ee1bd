using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>The ranges that VPCs get their blocks from.</content>
public sealed partial class NetworkBuilder
{
    private readonly List<AddressPoolBuilder> addressPools = [];

    /// <summary>
    /// The ranges of VPCs that name no pool: all pools of the network, and 10.0.0.0/8 where there is none. The choice is a model's.
    /// </summary>
    internal IReadOnlyList<Ipv4Prefix> DefaultPools => addressPools.Count == 0
        ? [PrefixAllocation.PrivateRanges[0]]
        : [.. addressPools.Select(pool => pool.Range).OfType<Ipv4Prefix>()];

    /// <summary>Names a range from which VPCs get the blocks that they do not name themselves.</summary>
    /// <param name="cidr">For example <c>10.0.0.0/8</c>.</param>
    public AddressPoolBuilder AddressPool(string cidr, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var pool = new AddressPoolBuilder(cidr, Problems.Ipv4Prefix(cidr, Call.Here(file, line).Of(nameof(cidr)))?.Value);
        addressPools.Add(pool);
        return pool;
    }
}
