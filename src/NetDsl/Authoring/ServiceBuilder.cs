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

    internal PublicService Build() => new(Id, Origin, Region.Id, Prefix);
}
