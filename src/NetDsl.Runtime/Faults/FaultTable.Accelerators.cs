using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Faults;

/// <content>Endpoints of accelerators.</content>
internal sealed partial class FaultTable
{
    // By which endpoints are unhealthy, for each set of routes.
    private readonly Dictionary<(ForwardingTables Tables, string Unhealthy), AcceleratorTable> accelerators = [];

    /// <summary>What accelerators do with new flows, as far as health checks know.</summary>
    /// <param name="tables">The routes.</param>
    /// <param name="used">The graph of the routes; of the same hosts.</param>
    /// <param name="time">Virtual time.</param>
    public AcceleratorTable Accelerators(ForwardingTables tables, ForwardingGraph used, TimeSpan time)
    {
        var key = new string([.. Endpoints(used).Select(each => IsHealthy(each.Endpoint, time) ? '1' : '0')]);
        if (!key.Contains('0', StringComparison.Ordinal))
        {
            return tables.Accelerators;
        }

        if (!accelerators.TryGetValue((tables, key), out var table))
        {
            accelerators.Add((tables, key), table = new AcceleratorTable(used with { Accelerations = [.. used.Accelerations.Select(acceleration => At(acceleration, time))] }));
        }

        return table;
    }

    /// <summary>When endpoints of accelerators count as unhealthy, in the order of the graph; those that are said to be unhealthy always are left out.</summary>
    /// <returns>The node of the accelerator, that of the endpoint, from when on, and until when.</returns>
    public IEnumerable<(int Accelerator, int Endpoint, TimeSpan From, TimeSpan? Until)> UnhealthyEndpoints()
    {
        var moments = health.Concat(endpointHealth).OfType<HealthTimeline>().SelectMany(timeline => timeline.Spans).SelectMany(span => new[] { span.From, span.Until })
            .Concat(options.Outages.Where(outage => outage.IsDraining).SelectMany(outage => new[] { outage.At, outage.Until }))
            .OfType<TimeSpan>().Distinct().Order().ToList();
        foreach (var (acceleration, endpoint) in Endpoints(graph).Where(each => each.Endpoint.IsHealthy).DistinctBy(each => (each.Acceleration.Node, each.Endpoint.Node)))
        {
            TimeSpan? since = null;
            foreach (var moment in moments)
            {
                var isHealthy = IsHealthy(endpoint, moment);
                if (isHealthy && since is { } from)
                {
                    yield return (acceleration.Node, endpoint.Node, from, moment);
                }

                since = isHealthy ? null : since ?? moment;
            }

            if (since is { } last)
            {
                yield return (acceleration.Node, endpoint.Node, last, null);
            }
        }
    }

    /// <summary>A custom routing accelerator looks after nobody.</summary>
    private static IEnumerable<(Acceleration Acceleration, AccelerationEndpoint Endpoint)> Endpoints(ForwardingGraph used) =>
        from acceleration in used.Accelerations
        from rule in acceleration.Rules
        where !rule.IsPortMap
        from accelerated in rule.Groups
        from endpoint in accelerated.Endpoints
        select (acceleration, endpoint);

    private Acceleration At(Acceleration acceleration, TimeSpan time) => acceleration with
    {
        Rules = [.. acceleration.Rules.Select(rule => rule.IsPortMap ? rule : rule with
        {
            Groups = [.. rule.Groups.Select(group => group with
            {
                Endpoints = [.. group.Endpoints.Select(endpoint => endpoint with { IsHealthy = IsHealthy(endpoint, time) })],
            })],
        })],
    };

    /// <summary>A load balancer is unhealthy with any target group that has no healthy target, and when all of its nodes are; everything else by checks of the accelerator's own.</summary>
    private bool IsHealthy(AccelerationEndpoint endpoint, TimeSpan time)
    {
        if (!endpoint.IsHealthy)
        {
            return false;
        }

        var holders = endpoint.Targets.Select(HolderOf).Where(holder => holder >= 0).ToList();
        if (holders.Count == 0 || !siblings.TryGetValue(holders[0], out var nodes))
        {
            return holders.Count == 0 || holders.Exists(holder => endpointHealth[holder]?.IsUnhealthy(time) != true);
        }

        return nodes.Exists(node => !IsOut(node.Holder, time))
            && nodes.SelectMany(node => node.Rules.Select(rule => (node.Holder, rule))).GroupBy(each => each.rule.Group).All(group =>
                group.All(each => each.rule.Targets.Count == 0) || group.Any(each => each.rule.Targets.Any(target => !IsOut(graph.Holders[each.Holder].Vpc, target, time))));
    }

    /// <summary>The holder of a target; of a public address, who it is translated to.</summary>
    private int HolderOf(AccelerationTarget target)
    {
        if (target.Holder >= 0)
        {
            return target.Holder;
        }

        for (var holder = 0; holder < graph.Holders.Count; holder++)
        {
            if (target.Address.AsIpv4 is { } address && graph.Holders[holder].PublicAddress == address)
            {
                return holder;
            }
        }

        return -1;
    }
}
