using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Sources;
using NetDsl.Compiler.Reachability;
using NetDsl.Runtime;

namespace NetDsl.Cli.Verbs;

/// <summary>Which flows of a snapshot hang on what is not understood of it: told by packets of theirs.</summary>
internal sealed class SnapshotDoubts
{
    /// <summary>How many kinds of traffic of a pair are looked at; two hosts differ in the ways of few.</summary>
    private const int MostTraffic = 64;

    private readonly OpenTopology topology;
    private readonly CompiledNetwork? network;
    private readonly ElementNames? names;
    private readonly HashSet<string> senders = new(StringComparer.Ordinal) { ReachabilityMatrix.Internet };

    public SnapshotDoubts(OpenTopology topology, string checkCommand)
    {
        this.topology = topology;
        if (GapText.HasAny(topology))
        {
            network = topology.RequireNetwork(checkCommand);
            names = new ElementNames(network.Graph, topology);
            senders.UnionWith(topology.Topology.Elements.Select(element => element.Id.Path));
        }
    }

    /// <summary>Whether the pair hangs on it, with some of its traffic at least.</summary>
    public bool Cover(ReachablePair pair) => network is not null && Samples(pair).Any(sample => Cover(pair.From, sample));

    /// <summary>Whether a packet hangs on it.</summary>
    /// <param name="from">The path of who sends, or <c>internet</c>; whoever is not in this network sends nothing here.</param>
    /// <param name="sample">The packet as it is sent.</param>
    public bool Cover(string from, Packet sample)
    {
        if (network is null || !senders.Contains(from))
        {
            return false;
        }

        var traffic = new TrafficSelector(sample.Protocol, new PortRange((ushort)sample.DestinationPort, (ushort)sample.DestinationPort));
        var trace = network.Trace(names!.Sender(from), Endpoint.Of(sample.Destination), traffic, sample.Source, sample.SourcePort);
        return topology.Judge(trace).Verdict == Verdict.Unknown;
    }

    /// <summary>A packet of each kind of traffic, between the addresses of the pair's own sample.</summary>
    private static IEnumerable<Packet> Samples(ReachablePair pair) => pair.Traffic
        .Where(traffic => !traffic.Protocol.IsAny)
        .Take(MostTraffic)
        .Select(traffic => pair.Sample with
        {
            Protocol = traffic.Protocol,
            SourcePort = traffic.Protocol.HasPortsOrTypes ? pair.Sample.SourcePort : (ushort)0,
            DestinationPort = traffic.Protocol.HasPortsOrTypes ? (ushort)traffic.DestinationPorts.First : (ushort)0,
        })
        .Prepend(pair.Sample)
        .Distinct();
}
