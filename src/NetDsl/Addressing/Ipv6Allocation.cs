namespace NetDsl.Addressing;

/// <summary>Which IPv6 addresses and prefixes are given out where the author names none, and which the vendor keeps.</summary>
public static class Ipv6Allocation
{
    /// <summary>The length of the blocks that the vendor gives to VPCs. Source: "VPC CIDR blocks", Amazon VPC User Guide.</summary>
    public const int BlockLength = 56;

    /// <summary>The length of a subnet's prefix. Source: "Subnet CIDR blocks", Amazon VPC User Guide.</summary>
    public const int SubnetLength = 64;

    /// <summary>
    /// What stands for the vendor's own range, of which it gives blocks to VPCs: for documentation (RFC 9637), because no host on the internet has
    /// such addresses. The vendor's own choice is not known before deployment.
    /// </summary>
    public static IpPrefix VendorRange { get; } = IpPrefix.Parse("3fff:a00::/24");

    /// <summary>What stands for the addresses of the vendor's services, of which each has a /64: for documentation (RFC 9637) too.</summary>
    public static IpPrefix ServiceRange { get; } = IpPrefix.Parse("3fff:b00::/32");

    /// <summary>What stands for the addresses of accelerators: for documentation (RFC 9637) too.</summary>
    public static IpPrefix AcceleratorRange { get; } = IpPrefix.Parse("3fff:c00::/32");

    /// <summary>Whether the vendor keeps the address in this subnet: the first four and the last. Source: "Subnet CIDR blocks", Amazon VPC User Guide.</summary>
    /// <param name="subnet">The prefix of a subnet.</param>
    /// <param name="address">An address inside.</param>
    public static bool IsReserved(IpPrefix subnet, IpAddress address) =>
        address < subnet.First.Plus(SubnetAddresses.ReservedAtStart) || address == subnet.Last;

    /// <summary>The lowest address of a subnet that is neither kept by the vendor nor taken; a /64 has always one.</summary>
    /// <param name="subnet">The prefix of a subnet.</param>
    /// <param name="taken">The addresses that somebody has, to which this one is added.</param>
    public static IpAddress TakeNext(IpPrefix subnet, ISet<IpAddress> taken)
    {
        var address = subnet.First.Plus(SubnetAddresses.ReservedAtStart);
        while (!taken.Add(address))
        {
            address = address.Plus(1);
        }

        return address;
    }
}
