using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Names;

/// <summary>
/// Answers questions for names as the resolver does that a sender asks. Source: "DNS attributes for your VPC", Amazon VPC User Guide;
/// "Considerations when working with a private hosted zone", Amazon Route 53 Developer Guide.
/// </summary>
internal sealed class NameServer(ForwardingGraph graph)
{
    private static readonly string[] LabelsOfElements = ["elb", "compute", "compute-1", "vpce"];
    private readonly PublicNames publicNames = new(graph);
    private readonly Dictionary<int, NameResolver> resolvers = graph.Resolvers.ToDictionary(resolver => resolver.Vpc);
    private readonly Dictionary<int, NameResolver> resolversOfSites = graph.Resolvers
        .SelectMany(resolver => resolver.Sites.Select(site => (site, resolver)))
        .ToDictionary(pair => pair.site, pair => pair.resolver);
    private readonly HashSet<int> vpcs = [.. graph.Vpcs.Select(vpc => vpc.Node)];

    public IEnumerable<GivenName> All => publicNames.All
        .Concat(graph.Resolvers
            .SelectMany(resolver => resolver.Domains)
            .Where(domain => domain.Kind == NameDomainKind.HostedZone)
            .SelectMany(domain => domain.Records.Select(record => new GivenName(record.Name, graph.Nodes[domain.Node].Path)))
            .Distinct());

    /// <summary>Asks in the name of a holder, or of a host on the internet where it is -1.</summary>
    public NameResolution Resolve(int holder, string name)
    {
        var asked = DomainName.Canonical(name);
        var place = holder < 0 ? -1 : graph.Holders[holder].Vpc;
        if (resolversOfSites.TryGetValue(place, out var ofSite))
        {
            return AtResolver(ofSite, asked, isInbound: true);
        }

        return vpcs.Contains(place)
            ? AtResolver(resolvers.GetValueOrDefault(place) ?? new NameResolver(place, true, false, [], [], []), asked, isInbound: false)
            : Public(asked, null);
    }

    private NameResolution AtResolver(NameResolver resolver, string name, bool isInbound)
    {
        if (!resolver.Answers)
        {
            return new NameResolution(
                name, NameOutcome.NoResolver, [], Path(resolver.Vpc), $"VPC '{Path(resolver.Vpc)}' has DNS support off, and its resolver answers nobody");
        }

        // the longest domain decides, of equal ones the rule.
        var domain = resolver.Domains
            .Where(domain => DomainName.IsIn(name, domain.Domain) && (isInbound || domain.Kind != NameDomainKind.InboundEndpointZone))
            .OrderByDescending(domain => domain.Domain.Length)
            .ThenBy(domain => domain.Kind != NameDomainKind.ForwardingRule)
            .FirstOrDefault();
        return domain switch
        {
            null => Internal(resolver.Vpc, name) ?? Public(name, resolver),
            { Kind: NameDomainKind.ForwardingRule } => new NameResolution(
                name,
                NameOutcome.Forwarded,
                domain.Records[0].Addresses,
                Path(domain.Node),
                $"rule '{Path(domain.Node)}' forwards '{domain.Domain}' to {Texts(domain.Records[0].Addresses)}, whose answer the topology does not know"),
            _ => InDomain(domain, name),
        };
    }

    private NameResolution InDomain(NameDomain domain, string name)
    {
        var records = domain.Records.ToDictionary(record => record.Name, StringComparer.Ordinal);
        var who = domain.Kind switch
        {
            NameDomainKind.HostedZone => $"private hosted zone '{domain.Domain}'",
            NameDomainKind.GatewayEndpointZone => $"the service, with the records that gateway endpoint '{Path(domain.Node)}' says,",
            _ => $"private DNS of endpoint '{Path(domain.Node)}'",
        };
        return NameLookup.Find(name, records.GetValueOrDefault) is { } answer
            ? new NameResolution(name, NameOutcome.Answered, answer.Addresses, Path(domain.Node), $"{who} answers")
            : new NameResolution(
                name, NameOutcome.NoSuchName, [], Path(domain.Node), $"{who} has no record '{name}', and what it does not know does not exist here; add the record");
    }

    /// <summary>The private names of a VPC's own addresses.</summary>
    private NameResolution? Internal(int vpc, string name)
    {
        if (!name.StartsWith("ip-", StringComparison.Ordinal))
        {
            return null;
        }

        var holder = graph.Holders.FirstOrDefault(holder => holder.Vpc == vpc && publicNames.PrivateName(vpc, holder.PrivateAddress) == name);
        return holder is null ? null : new NameResolution(name, NameOutcome.Answered, [holder.PrivateAddress], Path(holder.Node), $"the name of {Path(holder.Node)} inside its VPC");
    }

    private NameResolution Public(string name, NameResolver? asker)
    {
        if (publicNames.Find(name) is not { } known)
        {
            return IsOfElement(name)
                ? new NameResolution(name, NameOutcome.NoSuchName, [], "", "no element of the topology has this name")
                : new NameResolution(name, NameOutcome.Unknown, [], "", "it is a name of the internet, which the topology does not describe");
        }

        if (known.Addresses.Count == 0)
        {
            return new NameResolution(name, NameOutcome.NoSuchName, [], Path(known.Node), $"no node of {Path(known.Node)} has a target that it may use, and so the name has no address");
        }

        // private inside the VPC and where peering allows it, public elsewhere.
        return known.Vpc >= 0 && asker is not null && (asker.Vpc == known.Vpc || asker.Peers.Contains(known.Vpc))
            ? new NameResolution(
                name,
                NameOutcome.Answered,
                [known.PrivateAddress],
                Path(known.Node),
                asker.Vpc == known.Vpc ? $"the public name of {Path(known.Node)}, asked inside its VPC" : $"the public name of {Path(known.Node)}, with DNS resolution of the peering on")
            : new NameResolution(name, NameOutcome.Answered, known.Addresses, Path(known.Node), $"the public name of {Path(known.Node)}");
    }

    /// <summary>Whether the vendor would give an element such a name: then there is no such element.</summary>
    private static bool IsOfElement(string name) =>
        DomainName.IsIn(name, "internal") || (DomainName.IsIn(name, "amazonaws.com") && name.Split('.').Intersect(LabelsOfElements).Any());

    private string Path(int node) => graph.Nodes[node].Path;

    private static string Texts(EquatableArray<IpAddress> addresses) => addresses.Count == 0 ? "no server" : string.Join(", ", addresses);
}
