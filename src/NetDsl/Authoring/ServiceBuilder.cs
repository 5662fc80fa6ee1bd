using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>What an interface endpoint can lead to: a service of the vendor's, or an endpoint service.</summary>
public interface IEndpointTarget
{
    /// <summary>The identity of the service.</summary>
    ElementId Id { get; }
}

/// <summary>A service of the vendor's in a region, such as S3.</summary>
public sealed class ServiceBuilder : ElementBuilder, IEndpointTarget
{
    internal ServiceBuilder(RegionBuilder region, Declaration declaration, Ipv4Prefix prefix)
        : base(region.Network, declaration)
    {
        Region = region;
        Prefix = prefix;
    }

    /// <summary>The region.</summary>
    public RegionBuilder Region { get; }

    internal Ipv4Prefix Prefix { get; }

    internal IpAddressType AddressTypes { get; private set; }

    /// <summary>
    /// Says of which families requests by interface endpoints may be; IPv4 only when nothing is said, because few services of the vendor's take others. Source:
    /// "AWS services that support IPv6", Amazon VPC User Guide.
    /// </summary>
    /// <param name="types">The families.</param>
    public ServiceBuilder SupportedIpAddressTypes(IpAddressType types)
    {
        AddressTypes = types;
        return this;
    }

    internal PublicService Build() => new(Id, Origin, Region.Id, Prefix) { SupportedIpAddressTypes = AddressTypes };
}
