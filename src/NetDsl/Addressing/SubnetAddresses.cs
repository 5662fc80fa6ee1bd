namespace NetDsl.Addressing;

/// <summary>
/// Which addresses of a subnet may be used, and the next free one. Source: "Subnet CIDR blocks" of the Amazon VPC User Guide.
/// </summary>
/// <param name="subnet">The subnet's prefix.</param>
/// <param name="isWithheld">Whether an address is given only to whom asks for it; none is when left out.</param>
public sealed class SubnetAddresses(Ipv4Prefix subnet, Func<Ipv4Address, bool>? isWithheld = null)
{
    private readonly HashSet<Ipv4Address> taken = [];
    private long next = subnet.First.Value + ReservedAtStart;

    /// <summary>The network address, the router, the DNS server and one kept for the future.</summary>
    public const int ReservedAtStart = 4;

    /// <summary>The four at the start, and the broadcast address at the end.</summary>
    public const int Reserved = ReservedAtStart + 1;

    /// <summary>How many addresses interfaces can have: the size less the five that the vendor reserves.</summary>
    public static long Usable(Ipv4Prefix subnet) => Math.Max(0, subnet.Size - Reserved);

    /// <summary>Whether the address is one of the five that the vendor reserves in this subnet.</summary>
    public static bool IsReserved(Ipv4Prefix subnet, Ipv4Address address) =>
        subnet.Contains(address) && (address.Value - subnet.First.Value < ReservedAtStart || address == subnet.Last);

    /// <summary>Takes one address; false when somebody has it already.</summary>
    public bool TryTake(Ipv4Address address) => taken.Add(address);

    /// <summary>Takes the lowest address that is neither reserved nor taken.</summary>
    /// <returns>The address, or nothing when the subnet is full.</returns>
    public Ipv4Address? TakeNext()
    {
        for (; next < subnet.Last.Value; next++)
        {
            var address = new Ipv4Address((uint)next);
            if (isWithheld?.Invoke(address) != true && taken.Add(address))
            {
                return address;
            }
        }

        return null;
    }
}
