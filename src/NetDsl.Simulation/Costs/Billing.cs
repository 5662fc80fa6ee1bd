using NetDsl.Compiler.Graph;
using NetDsl.Model;
using NetDsl.Simulation.Costs;

namespace NetDsl.Simulation;

/// <summary>Makes the bill of a network and of the traffic of a run.</summary>
public static class Billing
{
    // To a millionth of a millionth of a dollar, so that sums are exact in whatever order they are taken.
    private const int Decimals = 12;

    /// <summary>The bill of a run: its traffic, and its hours of everything that exists.</summary>
    /// <param name="topology">The description of the network.</param>
    /// <param name="graph">The graph that it was lowered to, and that the run was driven through.</param>
    /// <param name="traffic">The traffic of the run.</param>
    /// <param name="duration">How long the run lasted, in virtual time.</param>
    /// <param name="prices">The prices; <see cref="Prices.List"/> when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The run did not last.</exception>
    public static Bill OfRun(Topology topology, ForwardingGraph graph, TrafficMeter traffic, TimeSpan duration, Prices? prices = null) =>
        Make(topology, graph, traffic, Ticks(duration) / (decimal)TimeSpan.TicksPerHour, scale: 1, prices);

    /// <summary>The bill of a month in which traffic goes on as in a run.</summary>
    /// <param name="topology">The description of the network.</param>
    /// <param name="graph">The graph that it was lowered to, and that the run was driven through.</param>
    /// <param name="traffic">The traffic of the run.</param>
    /// <param name="duration">How long the run lasted, in virtual time.</param>
    /// <param name="prices">The prices; <see cref="Prices.List"/> when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The run did not last.</exception>
    public static Bill OfMonth(Topology topology, ForwardingGraph graph, TrafficMeter traffic, TimeSpan duration, Prices? prices = null) =>
        Make(topology, graph, traffic, Bill.HoursOfMonth, Bill.HoursOfMonth * (decimal)TimeSpan.TicksPerHour / Ticks(duration), prices);

    /// <summary>The bill of a month with that traffic.</summary>
    /// <param name="topology">The description of the network.</param>
    /// <param name="graph">The graph that it was lowered to, and that the traffic was driven through.</param>
    /// <param name="traffic">All traffic of the month.</param>
    /// <param name="prices">The prices; <see cref="Prices.List"/> when left out.</param>
    public static Bill OfMonth(Topology topology, ForwardingGraph graph, TrafficMeter traffic, Prices? prices = null) =>
        Make(topology, graph, traffic, Bill.HoursOfMonth, scale: 1, prices);

    private static long Ticks(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return duration.Ticks;
    }

    private static Bill Make(Topology topology, ForwardingGraph graph, TrafficMeter traffic, decimal hours, decimal scale, Prices? prices)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(traffic);
        prices ??= Prices.List;
        var network = new BilledNetwork(topology, graph);

        // What was rerouted went by another graph of the same elements.
        var networks = new Dictionary<ForwardingGraph, BilledNetwork>(ReferenceEqualityComparer.Instance) { [graph] = network };
        var ways = traffic.Ways.Select(way => (Way: WayReader.Read(NetworkOf(way.Graph ?? graph), way.Parts), Gigabytes: way.Bytes * scale / Bill.BytesOfGigabyte)).ToList();
        return new Bill
        {
            Network = topology.Name,
            Hours = hours,
            Scale = scale,
            Lines = Standing(network, hours, prices).Concat(OfTraffic(ways, prices)).Where(line => line.Amount > 0).ToEquatableArray(),
            Traffic = ways
                .GroupBy(each => each.Way.Path)
                .Select(path => new PathTraffic(path.Key, path.Sum(each => each.Gigabytes)))
                .OrderBy(path => path.Path.From, StringComparer.Ordinal)
                .ThenBy(path => path.Path.To, StringComparer.Ordinal)
                .ThenBy(path => string.Join('/', path.Path.Through), StringComparer.Ordinal)
                .ToEquatableArray(),
        };

        BilledNetwork NetworkOf(ForwardingGraph went)
        {
            if (!networks.TryGetValue(went, out var there))
            {
                networks.Add(went, there = new BilledNetwork(topology, went));
            }

            return there;
        }
    }

    private static IEnumerable<BillLine> Standing(BilledNetwork network, decimal hours, Prices prices) =>
        from each in StandingCharges.Of(network)
        select Line(each.Charge, path: null, each.Count * hours, prices);

    private static IEnumerable<BillLine> OfTraffic(List<(ChargedWay Way, decimal Gigabytes)> ways, Prices prices)
    {
        var charged = ways.SelectMany(each => each.Way.Charges, (each, charge) => (each.Way.Path, Charge: charge, each.Gigabytes)).ToList();
        var busier = charged
            .Where(each => each.Charge.FromClient is not null)
            .GroupBy(each => each.Charge.Element)
            .ToDictionary(
                accelerator => accelerator.Key,
                accelerator => accelerator.Sum(each => each.Charge.FromClient == true ? each.Gigabytes : -each.Gigabytes) > 0);
        return charged
            .Where(each => each.Charge.FromClient is not { } fromClient || busier[each.Charge.Element] == fromClient)
            .GroupBy(each => (each.Path, each.Charge))
            .Select(same => Line(same.Key.Charge, same.Key.Path, same.Sum(each => each.Gigabytes), prices))
            .OrderBy(line => line.Path!.From, StringComparer.Ordinal)
            .ThenBy(line => line.Path!.To, StringComparer.Ordinal)
            .ThenBy(line => string.Join('/', line.Path!.Through), StringComparer.Ordinal);
    }

    private static BillLine Line(Charge charge, BilledPath? path, decimal quantity, Prices prices) =>
        new(charge.Account, charge.Item, charge.Element, path, quantity, decimal.Round(quantity * prices[charge.Item], Decimals));
}
