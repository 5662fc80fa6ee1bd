using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>The room that the subnets of a VPC leave; each proposal takes its part, so that no two proposals overlap.</summary>
internal sealed class SubnetRoom(NetworkIndex network, Vpc vpc)
{
    private readonly List<Ipv4Prefix> taken = [.. network.SubnetsOf(vpc.Id).Select(subnet => subnet.Prefix.Value)];

    public bool IsInside(Subnet subnet) => vpc.Blocks.Any(block => block.Value.Contains(subnet.Prefix.Value));

    /// <summary>The lowest free prefix of that length inside the VPC, if there is one.</summary>
    public Ipv4Prefix? Propose(int length)
    {
        var free = PrefixAllocation.NextFree(vpc.Blocks.Select(block => block.Value), taken, length);
        if (free is { } prefix)
        {
            taken.Add(prefix);
        }

        return free;
    }

    /// <summary>What to do, in words.</summary>
    public static string Advice(Subnet subnet, Ipv4Prefix? free) => free is null
        ? $"the VPC has no free /{subnet.Prefix.Value.Length} left, choose a smaller prefix or add a block with SecondaryCidr"
        : $"the next free prefix of its size is {free}";
}
