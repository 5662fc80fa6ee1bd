using System.CommandLine;
using System.Text.Json.Nodes;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Interop;
using NetDsl.Runtime;
using NetDsl.Runtime.Wire;
using NetDsl.Simulation;

namespace NetDsl.Cli.Verbs;

/// <summary>Drives a seeded workload through a network, and writes what is on its wires as a capture.</summary>
internal sealed class CaptureVerb : Verb
{
    private const string DefaultFile = SimulateVerb.DefaultFolder + "/capture.pcapng";
    private const int DefaultFrames = 10_000;
    private readonly Option<string?> at;
    private readonly Option<string?> wire;
    private readonly Option<string?> seed;
    private readonly Option<string?> flows;
    private readonly Option<string?> frames;
    private readonly Option<string?> output;
    private readonly Option<bool> whole = new("--whole") { Description = "Write whole packets, with zeros for what they carry; without it frames end behind their headers" };

    public CaptureVerb()
        : base("capture", "Drive flows through the network, and write the packets on its wires as pcapng")
    {
        var defaults = new SimulationOptions();
        at = Text("--at", "ELEMENT", "Capture at one element: an interface, gateway, connection or attachment by name or end of path; everywhere when left out");
        wire = Text("--wire", "KIND", $"Capture one kind of wire: {string.Join(", ", Enum.GetNames<WireKind>()).ToLowerInvariant()}; all when left out");
        seed = Text("--seed", "N", Invariant($"Where all randomness comes from; {defaults.Seed} when left out"));
        flows = Text("--flows", "N", Invariant($"How many flows to attempt; {defaults.Flows} when left out"));
        frames = Text("--frames", "N", Invariant($"How many frames to write at most; {DefaultFrames} when left out"));
        Command.Options.Add(whole);
        output = Text("--output", "FILE", $"Where to write; ./{DefaultFile} when left out");
    }

    public override int Run(VerbRun run)
    {
        var defaults = new SimulationOptions();
        var network = run.Topology.RequireNetwork(run.CheckCommand);
        var wants = Wanted(run, network);
        var most = run.Arguments.GetValue(frames) is { } count ? TrafficValues.Number("--frames", count, 1, int.MaxValue) : DefaultFrames;
        var options = defaults with
        {
            Seed = run.Arguments.GetValue(seed) is { } seedText ? TrafficValues.Seed("--seed", seedText) : defaults.Seed,
            Flows = run.Arguments.GetValue(flows) is { } text ? TrafficValues.Number("--flows", text, 0, SimulateVerb.MostFlows) : defaults.Flows,
        };
        var path = run.Arguments.GetValue(output) ?? DefaultFile;
        using var file = OutputFile.Create(path);
        var writer = new PcapNgWriter(file, network.Graph, options.Start);
        using var enough = new CancellationTokenSource();
        var capture = new WireCapture(network.Graph, sighting => writer.Frames < most && wants(sighting), run.Arguments.GetValue(whole), frame =>
        {
            writer.Write(frame);
            if (writer.Frames == most)
            {
                enough.Cancel();
            }
        });
        try
        {
            NetworkSimulation.Run(network, options with { Tap = capture }, cancellation: enough.Token);
        }
        catch (OperationCanceledException)
        {
            // As many frames as were asked for.
        }

        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(new JsonObject { ["file"] = path, ["frames"] = writer.Frames }));
        }
        else
        {
            run.Terminal.Line(Invariant($"{writer.Frames} frames in {path}"));
        }

        if (writer.Frames == 0 && run.Arguments.GetValue(at) is { } name)
        {
            run.Terminal.Note($"nothing was seen at '{Printable.Text(name)}'; packets are seen at interfaces, gateways, connections and attachments, when a flow passes there");
        }

        return ExitCode.Success;
    }

    private Func<WireSighting, bool> Wanted(VerbRun run, CompiledNetwork network)
    {
        WireKind? kind = run.Arguments.GetValue(wire) is not { } text ? null
            : Enum.TryParse<WireKind>(text, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
            : throw new CommandException($"--wire: '{Printable.Text(text)}' is no kind of wire; write one of {string.Join(", ", Enum.GetNames<WireKind>()).ToLowerInvariant()}");
        HashSet<int>? nodes = run.Arguments.GetValue(at) is { } name ? [.. NodesNamed(network, name)] : null;
        return sighting => (kind is null || sighting.Kind == kind)
            && (nodes is null || new[] { sighting.From, sighting.To }.Any(holder => holder >= 0 && nodes.Contains(network.Graph.Holders[holder].Node)) || nodes.Contains(sighting.Node));
    }

    /// <summary>What has the name, or a path that ends with it.</summary>
    private static List<int> NodesNamed(CompiledNetwork network, string name)
    {
        var nodes = network.Graph.Nodes;
        var found = Enumerable.Range(0, nodes.Count).Where(node => ElementPath.IsCalled(nodes[node].Path, name)).ToList();
        return found.Count > 0
            ? found
            : throw new CommandException($"--at: nothing on a path through network '{network.Name}' is called '{Printable.Text(name)}'; name an element as a trace does, such as {nodes[0].Path}");
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
