using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>Services of the vendor's.</content>
public sealed partial class RegionBuilder
{
    // Once the addresses of 6to4 relays; not used on the internet since RFC 7526.
    private static readonly Ipv4Prefix ServiceRange = Ipv4Prefix.Parse("192.88.99.0/24");
    private const int ServiceLength = 29;
    private readonly List<ServiceBuilder> services = [];

    internal IReadOnlyList<ServiceBuilder> Services => services;

    /// <summary>Names a service of the vendor's in this region; asked for again, it is the same one.</summary>
    /// <param name="name">The code of the service in endpoint names, for example <c>s3</c>, <c>dynamodb</c> or <c>sqs</c>.</param>
    /// <param name="cidr">
    /// Its public addresses; when left out, eight of 192.88.99.0/24, which no host on the internet has: the vendor's own change.
    /// </param>
    public ServiceBuilder Service(
        string name, string? cidr = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (services.Find(service => service.Name == name) is { } known)
        {
            return known;
        }

        var prefix = cidr is null
            ? PrefixAllocation.NextFree(
                [ServiceRange], Network.Regions.SelectMany(region => region.Services).Select(service => service.Prefix), ServiceLength)
            : Network.Problems.Ipv4Prefix(cidr, call.Of(nameof(cidr)))?.Value;
        if (cidr is null && prefix is null)
        {
            Network.Problems.Add(
                ProblemKind.Conflict, $"no public addresses are left for service '{name}'; give its own with Service(name, cidr)", call.Of(nameof(name)));
        }

        var service = new ServiceBuilder(
            this,
            Network.Names.Declare(ElementKind.PublicService, Id.Path, name, call.Of(nameof(name)), IsLeftOut || prefix is null),
            prefix ?? default);
        services.Add(service);
        return service;
    }
}
