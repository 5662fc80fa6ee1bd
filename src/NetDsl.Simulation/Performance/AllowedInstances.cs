using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Allowances;
using NetDsl.Simulation.Scenarios;

namespace NetDsl.Simulation.Performance;

/// <summary>Finds whom allowances mean.</summary>
internal static class AllowedInstances
{
    /// <summary>All instances that allowances name, with their interfaces.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="allowances">What they may use.</param>
    /// <exception cref="ScenarioException">A name means no instance, or an instance has two allowances.</exception>
    public static IEnumerable<AllowedInstance> Of(ForwardingGraph graph, IEnumerable<NamedAllowance> allowances)
    {
        // A further interface of an instance has the path of the instance before its own name.
        var holders = Enumerable.Range(0, graph.Holders.Count).Where(holder => graph.Holders[holder] is { Role: HolderRole.Interface, HasGroups: true }).ToList();
        var paths = holders.Select(holder => graph.Nodes[graph.Holders[holder].Node].Path).ToHashSet(StringComparer.Ordinal);
        var instances = holders.ToLookup(holder => InstanceOf(graph.Nodes[graph.Holders[holder].Node].Path, paths), StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var allowance in allowances)
        {
            var named = allowance.Of.SelectMany(name => Named(graph, instances, name)).Distinct(StringComparer.Ordinal).ToList();
            foreach (var instance in named)
            {
                yield return taken.Add(instance)
                    ? new AllowedInstance(instance, [.. instances[instance]], allowance.Allowance)
                    : throw new ScenarioException($"allowances: '{instance}' has two; leave it out of one of them");
            }
        }
    }

    private static List<string> Named(ForwardingGraph graph, ILookup<string, int> instances, string name)
    {
        var named = instances
            .Where(instance => ElementPath.IsCalled(instance.Key, name)
                || instance.Any(holder => IsCalled(graph, graph.Holders[holder].Node, name) || IsCalled(graph, graph.Holders[holder].Subnet, name) || IsCalled(graph, graph.Holders[holder].Vpc, name)))
            .Select(instance => instance.Key)
            .ToList();
        return named.Count > 0 ? named : throw new ScenarioException($"allowances: there is no instance in what is called '{name}'; name an instance, a subnet or a VPC by its path or the end of it");
    }

    private static string InstanceOf(string path, HashSet<string> paths) => path.LastIndexOf('/') is > 0 and var end && paths.Contains(path[..end]) ? path[..end] : path;

    private static bool IsCalled(ForwardingGraph graph, int node, string name) => node >= 0 && ElementPath.IsCalled(graph.Nodes[node].Path, name);
}
