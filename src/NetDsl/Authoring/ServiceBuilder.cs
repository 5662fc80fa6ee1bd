using System.Runtime.CompilerServices;
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
public sealed partial class ServiceBuilder : ElementBuilder, IEndpointTarget
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

    internal IpPrefix? Ipv6Prefix { get; private set; }

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

    /// <summary>
    /// Gives the service public IPv6 addresses too, by which its dual-stack name is known and dual-stack gateway endpoints lead to it. Source: "AWS services that
    /// support IPv6", Amazon VPC User Guide.
    /// </summary>
    /// <param name="cidr">
    /// The addresses; when left out, a /64 of 3fff:b00::/32, which no host on the internet has: the vendor's own change. Asked for again, it keeps what it has.
    /// </param>
    public ServiceBuilder Ipv6Cidr(string? cidr = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(cidr));
        if (cidr is null)
        {
            Ipv6Prefix ??= PrefixAllocation.NextFree(
                [Ipv6Allocation.ServiceRange],
                Network.Regions.SelectMany(region => region.Services).Select(service => service.Ipv6Prefix).OfType<IpPrefix>(),
                Ipv6Allocation.SubnetLength);
        }
        else if (Network.Problems.Prefix(cidr, origin) is { } prefix)
        {
            if (prefix.Value.IsIpv4 || !InternetRanges.Carries(prefix.Value.First))
            {
                Network.Problems.Add(
                    ProblemKind.InvalidPrefix, $"{prefix} is not of the IPv6 addresses that the internet carries, 2000::/3; a service has public ones", origin);
            }
            else if (Ipv6Prefix is { } present && present != prefix.Value)
            {
                Network.Problems.Add(ProblemKind.Conflict, $"service '{Name}' has the IPv6 addresses {present} already; name them where they are first asked for", origin);
            }
            else
            {
                Ipv6Prefix = prefix.Value;
            }
        }

        return this;
    }

    internal PublicService Build() => new(Id, Origin, Region.Id, Prefix)
    {
        SupportedIpAddressTypes = AddressTypes,
        Ipv6Prefix = Ipv6Prefix,
        ResourcePolicies = resourcePolicies.Select(policy => policy.Build()).Where(policy => policy.OnlyFrom.Count > 0).ToEquatableArray(),
    };
}
