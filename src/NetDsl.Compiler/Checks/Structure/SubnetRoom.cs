using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>The room that the subnets of a VPC leave; each proposal takes its part, so that no two proposals overlap.</summary>
internal sealed class SubnetRoom(NetworkIndex network, Vpc vpc)
{
    private readonly Lazy<List<Ipv4Prefix>> taken = new(() => [.. network.SubnetsOf(vpc.Id).Select(subnet => subnet.Prefix.Value.AsIpv4).OfType<Ipv4Prefix>()]);

    public bool IsInside(Subnet subnet) => vpc.Contains(subnet.Prefix.Value);

    /// <summary>The lowest free IPv4 prefix of the same length inside the VPC, if there is one.</summary>
    public Ipv4Prefix? Propose(IpPrefix like)
    {
        if (like.IsIpv6)
        {
            return null;
        }

        var free = PrefixAllocation.NextFree(vpc.Blocks.Select(block => block.Value), taken.Value, like.Length);
        if (free is { } prefix)
        {
            taken.Value.Add(prefix);
        }

        return free;
    }

    /// <summary>What to do, in words.</summary>
    public static string Advice(Subnet subnet, Ipv4Prefix? free) => free is null
        ? $"the VPC has no free /{subnet.Prefix.Value.Length} left, choose a smaller prefix or add a block with SecondaryCidr"
        : $"the next free prefix of its size is {free}";
}
