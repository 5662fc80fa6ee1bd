using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime;
using NetDsl.Simulation.Scenarios;

namespace NetDsl.Simulation.Workloads;

/// <summary>One end that a pattern names: an entry of the holder table, or hosts of the internet.</summary>
/// <param name="Holder">The holder; below 0 for hosts outside.</param>
/// <param name="Outside">The addresses of the hosts outside.</param>
internal readonly record struct TrafficEnd(int Holder, IpPrefix Outside)
{
    /// <summary>Whether it is a node of a load balancer, whose address clients ask for by a name.</summary>
    public bool IsNode { get; init; }
}

/// <summary>Finds whom patterns mean.</summary>
internal sealed class TrafficEnds(ForwardingGraph graph)
{
    private const string Internet = "internet";

    private static readonly IpPrefix HostServices = IpPrefix.Parse("169.254.0.0/16");

    /// <summary>Everybody whom a pattern names on one side.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="opens">Whether those who open are meant.</param>
    /// <exception cref="ScenarioException">Somebody is not there, sends nothing, or has no address of the family.</exception>
    public List<TrafficEnd> Of(TrafficPattern pattern, bool opens)
    {
        var names = opens ? pattern.From : pattern.To;
        List<TrafficEnd> ends = [.. names.SelectMany(name => Of(pattern, name, opens)).Distinct()];
        return ends.Count > 0 ? ends : throw new ScenarioException($"traffic '{pattern.Name}': nobody is named in \"{(opens ? "from" : "to")}\"; name a VPC, a subnet, an instance or {Internet}");
    }

    private IEnumerable<TrafficEnd> Of(TrafficPattern pattern, string name, bool opens)
    {
        if (name == Internet)
        {
            return [new TrafficEnd(CompiledNetwork.Internet, pattern.IsIpv6 ? OutsideHosts.Ipv6Servers : OutsideHosts.Servers)];
        }

        if (OutsideOf(name) is { } outside)
        {
            if (opens && HostServices.Overlaps(outside))
            {
                throw new ScenarioException($"traffic '{pattern.Name}': '{name}' is a service of the host itself, which answers and opens nothing; name it in \"to\", or another address");
            }

            return outside.IsIpv4 != pattern.IsIpv6
                ? [new TrafficEnd(CompiledNetwork.Internet, outside)]
                : throw new ScenarioException($"traffic '{pattern.Name}': '{name}' is of the other family; write \"family\": \"{(pattern.IsIpv6 ? "ipv4" : "ipv6")}\", or another address");
        }

        var holders = Holders(name, opens).ToList();
        if (holders.Count == 0)
        {
            throw new ScenarioException($"traffic '{pattern.Name}': nothing that {(opens ? "sends" : "receives")} is called '{name}'; name a VPC, a subnet, an instance{(opens ? "" : ", a load balancer")} by its path or the end of it, an address, or {Internet}");
        }

        var like = pattern.IsIpv6 ? OutsideHosts.Ipv6Servers.First : OutsideHosts.Servers.First;
        var speaking = holders.Where(holder => graph.Holders[holder].AddressOf(like) is not null).ToList();
        return speaking.Count > 0
            ? speaking.Select(holder => new TrafficEnd(holder, default) { IsNode = graph.Holders[holder].Role == HolderRole.LoadBalancerNode })
            : throw new ScenarioException($"traffic '{pattern.Name}': '{name}' has no {(pattern.IsIpv6 ? "IPv6" : "IPv4")} address");
    }

    private static IpPrefix? OutsideOf(string name) =>
        IpAddress.TryParse(name, out var address) ? IpPrefix.Of(address)
        : IpPrefix.TryParse(name, out var prefix) ? prefix
        : null;

    private IEnumerable<int> Holders(string name, bool opens)
    {
        var balancers = graph.Distributions.Where(node => node.IsInDns && IsCalled(node.Node, name)).Select(node => node.Holder);
        var endpoints = graph.Endpoints.Where(link => IsCalled(link.Node, name)).Select(link => link.Holder);
        var holders = Enumerable.Range(0, graph.Holders.Count).Where(index => graph.Holders[index] is var holder
            && (IsCalled(holder.Node, name) || (!holder.Translates && (IsCalled(holder.Subnet, name) || IsCalled(holder.Vpc, name)))));
        return opens ? holders.Where(holder => !graph.Holders[holder].Translates) : holders.Concat(balancers).Concat(endpoints).Distinct();
    }

    private bool IsCalled(int node, string name) => node >= 0 && ElementPath.IsCalled(graph.Nodes[node].Path, name);
}
