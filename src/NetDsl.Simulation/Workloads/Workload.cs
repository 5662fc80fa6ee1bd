using NetDsl.Runtime;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Simulation.Workloads;

/// <summary>Plans the flows of a simulation. Each flow depends on the seed and its own number only, except for its source port.</summary>
internal static class Workload
{
    /// <summary>The flows in the order in which they start.</summary>
    public static IReadOnlyList<FlowPlan> Plan(CompiledNetwork network, SimulationOptions options)
    {
        var candidates = new FlowCandidates(network);
        if (!candidates.Any)
        {
            return [];
        }

        var plans = Enumerable.Range(0, options.Flows)
            .Select(flow => Plan(candidates, options, flow))
            .OrderBy(plan => plan.Start)
            .ToList();
        var ports = new SourcePorts();
        for (var flow = 0; flow < plans.Count; flow++)
        {
            plans[flow] = plans[flow] with { Opening = ports.Give(plans[flow].Opening) };
        }

        return plans;
    }

    private static FlowPlan Plan(FlowCandidates candidates, SimulationOptions options, int flow)
    {
        var random = RandomStream.Of(options.Seed, (ulong)flow);
        var candidate = candidates.Draw(ref random);
        var crossesInternet = candidate.Client < 0 || candidate.Target < 0;

        // Flows start in the first nine tenths, so that most of them end in time.
        var milliseconds = Math.Max(1, (int)Math.Min(int.MaxValue, options.Duration.TotalMilliseconds * 9 / 10));
        var start = TimeSpan.FromMilliseconds(random.Below(milliseconds));
        var latency = TimeSpan.FromMicroseconds(crossesInternet ? random.Between(5_000, 60_000) : random.Between(200, 1_500));
        var pause = candidate.Opening.Protocol.IsIcmp
            ? TimeSpan.FromMilliseconds(500)
            : TimeSpan.FromMicroseconds(random.Between(100, 1_000) << random.Below(10));
        return new FlowPlan(
            candidate.Client,
            candidate.Target,
            candidate.Opening,
            start,
            latency,
            pause,
            FlowScript.Of(candidate.Opening, ref random));
    }
}
