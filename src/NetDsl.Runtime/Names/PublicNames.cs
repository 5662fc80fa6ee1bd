using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Names;

/// <summary>
/// The names that the vendor gives elements and that everybody can ask for. Source: "EC2 instance hostnames and domains", Amazon EC2 User
/// Guide; "Access an AWS service using an interface VPC endpoint", AWS PrivateLink guide; "Network Load Balancers", Elastic Load Balancing.
/// </summary>
internal sealed class PublicNames
{
    private readonly ForwardingGraph graph;
    private readonly Dictionary<string, PublicName> names = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> regions;

    public PublicNames(ForwardingGraph graph)
    {
        this.graph = graph;
        regions = graph.Vpcs.ToDictionary(vpc => vpc.Node, vpc => vpc.Region);
        AddServices();
        AddLoadBalancers();
        AddEndpoints();
        AddInstances();
    }

    public IEnumerable<GivenName> All => names
        .Select(pair => new GivenName(pair.Key, graph.Nodes[pair.Value.Node].Path))
        .OrderBy(name => name.Name, StringComparer.Ordinal);

    public PublicName? Find(string name) => NameLookup.Find(name, names.GetValueOrDefault);

    /// <summary>The private name of an address in a VPC, for example <c>ip-10-0-1-5.ec2.internal</c>.</summary>
    public string PrivateName(int vpc, IpAddress address) =>
        $"ip-{Dashed(address)}.{(regions[vpc] == "us-east-1" ? "ec2.internal" : $"{regions[vpc]}.compute.internal")}";

    private void AddServices()
    {
        foreach (var service in graph.Services)
        {
            var parts = graph.Nodes[service.Node].Path.Split('/');
            var name = ServiceNames.OfVendor(parts[1], parts[0]);
            names[name] = names[$"*.{name}"] = new PublicName(service.Node, [service.Address]);
            if (service.Ipv6Address is not null)
            {
                var dualStack = ServiceNames.OfVendorDualStack(parts[1], parts[0]);
                names[dualStack] = names[$"*.{dualStack}"] = new PublicName(service.Node, service.Addresses);
            }
        }
    }

    private void AddLoadBalancers()
    {
        foreach (var balancer in graph.Distributions.GroupBy(distribution => distribution.Node))
        {
            var present = balancer.Where(node => node.IsInDns).Select(node => node.Holder).ToList();
            var name = $"{VendorIds.LoadBalancer(graph.Nodes[balancer.Key])}.elb.{regions[graph.Holders[balancer.First().Holder].Vpc]}.amazonaws.com";
            names[name] = new PublicName(balancer.Key, [.. present.Select(PublicFirst), .. present.SelectMany(holder => graph.Holders[holder].Ipv6Addresses)]);
            foreach (var holder in present)
            {
                names[$"{ZoneOf(holder)}.{name}"] = new PublicName(balancer.Key, [PublicFirst(holder), .. graph.Holders[holder].Ipv6Addresses]);
            }
        }
    }

    private void AddEndpoints()
    {
        foreach (var endpoint in graph.Endpoints.GroupBy(link => (link.Node, link.Service)))
        {
            var service = graph.Nodes[endpoint.Key.Service];
            var label = ElementKinds.OfCode(service.Kind) == ElementKind.EndpointService ? VendorIds.EndpointService(service) : service.Name;
            var domain = $"{label}.{regions[graph.Holders[endpoint.First().Holder].Vpc]}.vpce.amazonaws.com";
            var id = VendorIds.VpcEndpoint(graph.Nodes[endpoint.Key.Node]);
            names[$"{id}.{domain}"] = names[$"*.{id}.{domain}"] = new PublicName(
                endpoint.Key.Node, RecordsOf(endpoint));
            foreach (var link in endpoint)
            {
                names[$"{id}-{ZoneOf(link.Holder)}.{domain}"] = new PublicName(endpoint.Key.Node, RecordsOf([link]));
            }
        }
    }

    private void AddInstances()
    {
        var named = graph.Resolvers.Where(resolver => resolver.Answers && resolver.HasHostnames).Select(resolver => resolver.Vpc).ToHashSet();
        foreach (var holder in graph.Holders.Where(holder => holder.Role == HolderRole.Interface && named.Contains(holder.Vpc)))
        {
            if (holder.PublicAddress is { } address)
            {
                var domain = regions[holder.Vpc] == "us-east-1" ? "compute-1.amazonaws.com" : $"{regions[holder.Vpc]}.compute.amazonaws.com";
                names[$"ec2-{Dashed(address)}.{domain}"] = new PublicName(holder.Node, [address]) { Vpc = holder.Vpc, PrivateAddress = holder.PrivateAddress };
            }
        }
    }

    private EquatableArray<IpAddress> RecordsOf(IEnumerable<EndpointLink> links) => EndpointRecords.Of(
        links.First().Records, links.Select(link => graph.Holders[link.Holder]).Select(holder => (holder.PrivateAddress, holder.Ipv6Addresses))).ToEquatableArray();

    private IpAddress PublicFirst(int holder) => graph.Holders[holder].PublicAddress ?? graph.Holders[holder].PrivateAddress;

    /// <summary>The vendor names the interfaces of its own elements by their zone.</summary>
    private string ZoneOf(int holder) => graph.Nodes[graph.Holders[holder].Node].Name;

    private static string Dashed(IpAddress address) => address.ToString().Replace('.', '-');
}

/// <summary>What a public name answers with.</summary>
/// <param name="Node">The element.</param>
/// <param name="Addresses">What everybody gets.</param>
internal sealed record PublicName(int Node, EquatableArray<IpAddress> Addresses)
{
    /// <summary>The VPC in which, and in whose peers, the name answers with the private address; -1 when the answer is the same everywhere.</summary>
    public int Vpc { get; init; } = -1;

    /// <summary>The private address.</summary>
    public IpAddress PrivateAddress { get; init; }
}
