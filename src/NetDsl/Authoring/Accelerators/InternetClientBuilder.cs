using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A host of the internet in a place.</summary>
public sealed class InternetClientBuilder : ElementBuilder
{
    internal InternetClientBuilder(NetworkBuilder network, Declaration declaration, RegionBuilder near)
        : base(network, declaration) => Near = near;

    /// <summary>The region that is nearest to it.</summary>
    public RegionBuilder Near { get; }

    internal Sourced<Ipv4Address>? FixedAddress { get; set; }

    internal InternetClient Build(Ipv4Address address) => new(Id, Origin, address, Near.Id);
}
