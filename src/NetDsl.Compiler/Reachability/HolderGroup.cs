using NetDsl.Addressing;

namespace NetDsl.Compiler.Reachability;

/// <summary>
/// Hosts of a VPC that differ in nothing but their addresses: they send from one source class, have one set of security groups and one kind of addresses. What
/// becomes of the packets of one is what becomes of those of each, so that they are asked about together.
/// </summary>
/// <param name="Members">Their entries in the holder table, rising.</param>
/// <param name="Addresses">Their addresses, each with the entry that has it.</param>
internal sealed record HolderGroup(IReadOnlyList<int> Members, IReadOnlyList<(IpAddress Address, int Holder)> Addresses)
{
    /// <summary>The entry that stands for all.</summary>
    public int Representative => Members[0];

    /// <summary>The member that has an address; nothing when none has.</summary>
    public int? HolderOf(IpAddress address)
    {
        foreach (var each in Addresses)
        {
            if (each.Address == address)
            {
                return each.Holder;
            }
        }

        return null;
    }
}
