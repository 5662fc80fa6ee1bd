using NetDsl.Addressing;

namespace NetDsl;

/// <summary>A range from which VPCs that name no block get theirs; see <see cref="RegionBuilder.Vpc(string, int, AddressPoolBuilder?, AccountBuilder?, Action{VpcBuilder}?, string, int)"/>.</summary>
public sealed class AddressPoolBuilder
{
    internal AddressPoolBuilder(string cidr, Ipv4Prefix? range)
    {
        Cidr = cidr;
        Range = range;
    }

    /// <summary>The range, as it was written.</summary>
    public string Cidr { get; }

    /// <summary>Nothing when it could not be read.</summary>
    internal Ipv4Prefix? Range { get; }
}
