using NetDsl.Cli.CommandLine;
using NetDsl.Compiler.Reachability;
using NetDsl.Runtime;

namespace NetDsl.Cli.Verbs;

/// <summary>Which pairs of a snapshot hang on what is not understood of it: told by a packet that gets through.</summary>
internal sealed class SnapshotDoubts
{
    private readonly VerbRun run;
    private readonly CompiledNetwork? network;

    public SnapshotDoubts(VerbRun run)
    {
        this.run = run;
        network = HasAny ? run.Topology.RequireNetwork(run.CheckCommand) : null;
    }

    /// <summary>Whether something is not understood.</summary>
    public bool HasAny => run.Topology.Snapshot is { Gaps.Count: > 0 };

    /// <summary>Whether the pair hangs on it.</summary>
    public bool Cover(ReachablePair pair)
    {
        if (network is null)
        {
            return false;
        }

        var names = new ElementNames(network.Graph, run.Topology);
        var sample = pair.Sample;
        var traffic = new TrafficSelector(sample.Protocol, new PortRange((ushort)sample.DestinationPort, (ushort)sample.DestinationPort));
        var trace = network.Trace(names.Sender(pair.From), Endpoint.Of(sample.Destination), traffic, sample.Source, sample.SourcePort);
        return run.Topology.Judge(trace).Verdict == Verdict.Unknown;
    }
}
