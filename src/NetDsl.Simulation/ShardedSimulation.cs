using System.Runtime.ExceptionServices;
using NetDsl.Runtime;
using NetDsl.Simulation.Reports;

namespace NetDsl.Simulation;

/// <summary>
/// Runs parts of a workload side by side: each with a data plane, traffic and flow logs of its own, on as many threads as there are. Parts that share no state give together what
/// one run of all their traffic gives: traffic that comes from different hosts, behind different NAT gateways, to load balancers and hosts whose capacity is not bounded. The same
/// parts give the same report and files, on however many threads.
/// </summary>
public static class ShardedSimulation
{
    /// <summary>Runs all parts.</summary>
    /// <param name="network">The network.</param>
    /// <param name="shards">What each part is; of one duration, and each with a folder of its own where there are flow logs.</param>
    /// <param name="threads">On how many threads, 1 or more.</param>
    /// <param name="progress">Is told how far all of them are.</param>
    /// <param name="cancellation">Ends the run early.</param>
    public static SimulationReport Run(
        CompiledNetwork network,
        IReadOnlyList<SimulationOptions> shards,
        int threads,
        IProgress<SimulationProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentOutOfRangeException.ThrowIfZero(shards.Count, nameof(shards));
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var folders = shards.Select(shard => shard.OutputFolder).OfType<string>().ToList();
        if (folders.Distinct(StringComparer.Ordinal).Count() < folders.Count)
        {
            throw new ArgumentException("Two shards write flow logs to one folder; give each a folder of its own.", nameof(shards));
        }

        if (shards.Any(shard => shard.Duration != shards[0].Duration))
        {
            throw new ArgumentException("Two shards last differently long; give all of them one duration.", nameof(shards));
        }

        if (shards.Any(shard => shard.Seed != shards[0].Seed && shard.Failures.Count > 0))
        {
            throw new ArgumentException("Shards in which something fails have different seeds, by which it would be noticed at different times; give all of them one seed.", nameof(shards));
        }

        var owned = shards.SelectMany(shard => new object?[] { shard.Meter, shard.Tap, shard.FlowLogDestination }).OfType<object>().ToList();
        if (owned.Distinct(ReferenceEqualityComparer.Instance).Count() < owned.Count)
        {
            throw new ArgumentException("Two shards share a meter, a tap or a destination of flow logs, which one thread may use only; give each its own.", nameof(shards));
        }

        var reports = new SimulationReport[shards.Count];
        var together = progress is null ? null : new SharedProgress(progress, shards.Count);
        try
        {
            Parallel.For(
                0,
                shards.Count,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                shard => reports[shard] = NetworkSimulation.Run(network, shards[shard], together?.Of(shard), cancellation));
        }
        catch (AggregateException failed)
        {
            // As one run would have it.
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }

        return ReportMerging.Merge(reports);
    }

    /// <summary>Adds up how far shards are.</summary>
    private sealed class SharedProgress(IProgress<SimulationProgress> progress, int shards)
    {
        private readonly SimulationProgress[] parts = new SimulationProgress[shards];

        public IProgress<SimulationProgress> Of(int shard) => new Part(this, shard);

        private void Report(int shard, SimulationProgress value)
        {
            lock (parts)
            {
                parts[shard] = value;
                progress.Report(new SimulationProgress(parts.Sum(part => part.Share) / shards, parts.Sum(part => part.Packets)));
            }
        }

        private sealed class Part(SharedProgress all, int shard) : IProgress<SimulationProgress>
        {
            public void Report(SimulationProgress value) => all.Report(shard, value);
        }
    }
}
