using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime;

/// <summary>Finds the holders that endpoints mean.</summary>
internal sealed class EndpointResolution
{
    private static readonly string InterfaceKind = ElementKinds.Code(ElementKind.NetworkInterface);

    private readonly ForwardingGraph graph;

    // Of a large network it takes more than the rest; who drives packets by holders never asks for it.
    private readonly Lazy<Dictionary<(string Kind, string Path), int>> byPath;

    public EndpointResolution(ForwardingGraph graph)
    {
        this.graph = graph;
        byPath = new(() => ByPath(graph));
    }

    private static Dictionary<(string Kind, string Path), int> ByPath(ForwardingGraph graph)
    {
        var byPath = new Dictionary<(string Kind, string Path), int>();
        foreach (var holder in Enumerable.Range(0, graph.Holders.Count).Where(holder => graph.Holders[holder].Primary < 0))
        {
            var node = graph.Nodes[graph.Holders[holder].Node];

            // What has several addresses stands for the first.
            byPath.TryAdd((node.Kind, node.Path), holder);
        }

        // An interface endpoint stands for its first interface.
        foreach (var endpoint in graph.Endpoints.GroupBy(link => link.Node))
        {
            var node = graph.Nodes[endpoint.Key];
            byPath[(node.Kind, node.Path)] = endpoint.First().Holder;
        }

        // A load balancer stands for the first node that its name answers with.
        foreach (var balancer in graph.Distributions.GroupBy(distribution => distribution.Node))
        {
            var node = graph.Nodes[balancer.Key];
            byPath[(node.Kind, node.Path)] = (balancer.FirstOrDefault(node => node.IsInDns) ?? balancer.First()).Holder;
        }

        return byPath;
    }

    /// <summary>The holder that an element stands for: an interface, the primary interface of an instance, or a NAT gateway; -1 for a client of the internet.</summary>
    public int HolderOf(ElementId element)
    {
        if (element.Kind == ElementKind.InternetClient && AddressesOf(element) is not null)
        {
            return CompiledNetwork.Internet;
        }

        var kind = element.Kind == ElementKind.Instance ? InterfaceKind : ElementKinds.Code(element.Kind);
        if (byPath.Value.TryGetValue((kind, element.Path), out var holder))
        {
            return holder;
        }

        var named = element.Kind is ElementKind.Instance or ElementKind.NetworkInterface or ElementKind.NatGateway or ElementKind.RegionalNatGateway or ElementKind.LoadBalancer
            or ElementKind.VpcEndpoint or ElementKind.SiteHost or ElementKind.VpnClient or ElementKind.Accelerator
            ? $"{ElementKinds.Text(element.Kind)} '{element.Path}' is not in network '{graph.Name}'"
            : $"{ElementKinds.Text(element.Kind)} '{element.Path}' has no address";
        throw new EndpointException($"{named}; name an instance or an interface by its path, such as {Example()}");
    }

    /// <summary>The addresses that a service of the vendor's or a client of the internet is asked by; nothing for other elements.</summary>
    public EquatableArray<IpAddress>? AddressesOf(ElementId element) => element.Kind switch
    {
        ElementKind.PublicService => graph.Services.FirstOrDefault(service => graph.Nodes[service.Node].Path == element.Path)?.Addresses
            ?? throw new EndpointException($"service '{element.Path}' is not in network '{graph.Name}'; name one of its services"),
        ElementKind.InternetClient => [ClientAddress(element)],
        _ => null,
    };

    /// <summary>Who sends: a holder, or -1 for the internet; and the address of that host, when one is named.</summary>
    public (int Holder, IpAddress? Host) Sender(Endpoint endpoint)
    {
        switch (endpoint)
        {
            case InternetEndpoint:
                return (-1, null);
            case ElementEndpoint { Element: { Kind: ElementKind.InternetClient } client }:
                return (-1, ClientAddress(client));
            case ElementEndpoint { Element: var element }:
                return (Speaker(HolderOf(element)), null);
            case AddressEndpoint { Address: var address }:
                return (InterfaceWith(address), address);
            default:
                throw new EndpointException($"'{endpoint}' is not an element, an address or the internet.");
        }
    }

    private IpAddress ClientAddress(ElementId element) => graph.Clients.FirstOrDefault(client => graph.Nodes[client.Node].Path == element.Path)?.Address
        ?? throw new EndpointException($"internet client '{element.Path}' is not in network '{graph.Name}'; name one of its clients");

    private int Speaker(int holder) => graph.Holders[holder].Translates
        ? throw new EndpointException($"'{Path(holder)}' is a {graph.Nodes[graph.Holders[holder].Node].Kind}, which sends nothing by itself; name an instance or an interface")
        : holder;

    /// <summary>The first interface with that private or else public address; -1 when it is of a host outside.</summary>
    private int InterfaceWith(IpAddress address)
    {
        var withPublicAddress = -1;
        for (var index = 0; index < graph.Holders.Count; index++)
        {
            var holder = graph.Holders[index];
            if (holder.Translates)
            {
                continue;
            }

            if (holder.Has(address))
            {
                return index;
            }

            if (holder.PublicAddress == address && withPublicAddress < 0)
            {
                withPublicAddress = index;
            }
        }

        return withPublicAddress;
    }

    private string Path(int holder) => graph.Nodes[graph.Holders[holder].Node].Path;

    private string Example() => graph.Holders.Count == 0 ? "us-east-1/shop/web" : Path(0);
}
