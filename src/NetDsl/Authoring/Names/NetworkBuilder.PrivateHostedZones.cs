using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Private hosted zones.</content>
public sealed partial class NetworkBuilder
{
    private readonly List<PrivateHostedZoneBuilder> privateHostedZones = [];

    /// <summary>
    /// Declares a private hosted zone, which answers for a domain in the VPCs that <see cref="PrivateHostedZoneBuilder.Associate"/> names.
    /// Source: "Working with private hosted zones", Amazon Route 53 Developer Guide.
    /// </summary>
    /// <param name="domain">For example <c>corp.example</c>; unique in the network.</param>
    public PrivateHostedZoneBuilder PrivateHostedZone(
        string domain, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(domain));
        var known = Problems.DomainName(domain, origin);
        var zone = new PrivateHostedZoneBuilder(
            this, known is null ? new Declaration(new ElementId(ElementKind.PrivateHostedZone, domain ?? ""), origin, IsLeftOut: true) : Names.Declare(ElementKind.PrivateHostedZone, "", known, origin, parentLeftOut: false));
        privateHostedZones.Add(zone);
        return zone;
    }

    internal DomainNames BuildNames(
        IEnumerable<RegionBuilder> present, IEnumerable<InboundResolverEndpointBuilder> inboundEndpoints, Func<ElementBuilder, bool> isPresent) => new()
        {
            Zones = TopologyAssembly.Present(privateHostedZones).Select(zone => zone.Build()).ToEquatableArray(),
            Rules = TopologyAssembly.Present(present.SelectMany(region => region.ResolverRules)).Select(rule => rule.Build()).ToEquatableArray(),
            InboundEndpoints = inboundEndpoints.Select(endpoint => endpoint.Build(isPresent)).ToEquatableArray(),
        };
}
