using System.Runtime.CompilerServices;
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
    private readonly Lazy<Dictionary<string, int>> byName;

    public EndpointResolution(ForwardingGraph graph)
    {
        this.graph = graph;
        byName = new(() => ByName(graph));
    }

    private static Dictionary<string, int> ByName(ForwardingGraph graph)
    {
        var byName = new Dictionary<string, int>();
        for (var holder = 0; holder < graph.Holders.Count; holder++)
        {
            // What has several addresses stands for the first.
            if (graph.Holders[holder].Primary < 0)
            {
                byName.TryAdd(NameOf(graph.Nodes[graph.Holders[holder].Node]), holder);
            }
        }

        if (graph.Has(GraphTables.Endpoints | GraphTables.Distributions))
        {
            AddServices(graph, byName);
        }

        return byName;
    }

    // Apart: a method that is entered loads the types that it asks for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddServices(ForwardingGraph graph, Dictionary<string, int> byName)
    {
        // An interface endpoint stands for its first interface: what is said last holds.
        for (var link = graph.Endpoints.Count - 1; link >= 0; link--)
        {
            byName[NameOf(graph.Nodes[graph.Endpoints[link].Node])] = graph.Endpoints[link].Holder;
        }

        // A load balancer stands for the first node that its name answers with, or for its first.
        for (var node = graph.Distributions.Count - 1; node >= 0; node--)
        {
            byName[NameOf(graph.Nodes[graph.Distributions[node].Node])] = graph.Distributions[node].Holder;
        }

        for (var node = graph.Distributions.Count - 1; node >= 0; node--)
        {
            if (graph.Distributions[node].IsInDns)
            {
                byName[NameOf(graph.Nodes[graph.Distributions[node].Node])] = graph.Distributions[node].Holder;
            }
        }
    }

    private static string NameOf(GraphNode node) => NameOf(node.Kind, node.Path);

    // One text, not two: a program that starts would compile a dictionary of pairs. The words of kinds have no spaces.
    private static string NameOf(string kind, string path) => $"{kind} {path}";

    /// <summary>The holder that an element stands for: an interface, the primary interface of an instance, or a NAT gateway; -1 for a client of the internet.</summary>
    public int HolderOf(ElementId element)
    {
        if (element.Kind == ElementKind.InternetClient && AddressesOf(element) is not null)
        {
            return CompiledNetwork.Internet;
        }

        var kind = element.Kind == ElementKind.Instance ? InterfaceKind : ElementKinds.Code(element.Kind);
        if (byName.Value.TryGetValue(NameOf(kind, element.Path), out var holder))
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
        ElementKind.PublicService => ServiceAddresses(element),
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

    // Apart, as the next: a method that is entered loads what it asks for, here the queries of the framework.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private EquatableArray<IpAddress> ServiceAddresses(ElementId element) =>
        graph.Services.FirstOrDefault(service => graph.Nodes[service.Node].Path == element.Path)?.Addresses
        ?? throw new EndpointException($"service '{element.Path}' is not in network '{graph.Name}'; name one of its services");

    [MethodImpl(MethodImplOptions.NoInlining)]
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
