using System.CommandLine;
using System.Text.Json.Nodes;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Compiler.Graph;
using NetDsl.Interop;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Runtime.Mapping;
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
    private readonly Option<string?> duration;
    private readonly Option<string?> scenario;
    private readonly Option<string?> from;
    private readonly Option<string?> until;
    private readonly Option<string?> frames;
    private readonly Option<string?> output;
    private readonly Option<bool> whole = new("--whole") { Description = "Write whole packets, with zeros for what they carry; without it frames end behind their headers" };

    private readonly Option<bool> print = new("--print") { Description = "Print frames, each with what its wire puts around the packet, instead of writing a file" };

    public CaptureVerb()
        : base("capture", "Drive flows through the network, and write the packets on its wires as pcapng")
    {
        var defaults = new SimulationOptions();
        at = Text("--at", "ELEMENT", "Capture at one element: an interface, gateway, connection or attachment by name or end of path; everywhere when left out");
        wire = Text("--wire", "KIND", $"Capture one kind of wire: {string.Join(", ", Enum.GetNames<WireKind>()).ToLowerInvariant()}; all when left out");
        seed = Text("--seed", "N", Invariant($"Where all randomness comes from; {defaults.Seed} when left out"));
        flows = Text("--flows", "N", Invariant($"How many flows to attempt; {defaults.Flows} when left out"));
        duration = Text("--duration", "TIME", $"How long in virtual time, such as 90s, 10m or 2h; {DurationValue.Write(defaults.Duration)} when left out");
        scenario = Text("--scenario", "FILE", "Who speaks with whom and what fails, as JSON; what the network suggests when left out");
        from = Text("--from", "TIME", "Leave out packets that are sent earlier than that, in virtual time since the start, such as 4m");
        until = Text("--until", "TIME", "End at that virtual time since the start, such as 330s");
        frames = Text("--frames", "N", Invariant($"How many frames to write at most; {DefaultFrames} when left out"));
        Command.Options.Add(whole);
        Command.Options.Add(print);
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
            Duration = run.Arguments.GetValue(duration) is { } time ? DurationValue.Read("--duration", time) : defaults.Duration,
        };
        var (begin, end) = Window(run, options.Duration);
        var file = run.Arguments.GetValue(scenario);
        if (file is not null)
        {
            options = ScenarioChoice.Apply(file, options, network, run.Topology.Topology, run.Arguments.GetValue(flows) is not null);
        }

        options = options with { Topology = run.Topology.Topology };
        var written = run.Arguments.GetValue(print)
            ? Print(run, network, options, new Excerpt(begin, end, most, wants))
            : Save(run, network, options, new Excerpt(begin, end, most, wants));
        if (written == 0 && run.Arguments.GetValue(at) is { } name)
        {
            run.Terminal.Note($"nothing was seen at '{Printable.Text(name)}'; packets are seen at interfaces, gateways, connections and attachments, when a flow passes there");
        }
        else if (written == 0)
        {
            run.Terminal.Note("nothing was seen; no packet was sent in that time, or none passed such a wire");
        }

        return ExitCode.Success;
    }

    private long Save(VerbRun run, CompiledNetwork network, SimulationOptions options, Excerpt excerpt)
    {
        var path = run.Arguments.GetValue(output) ?? DefaultFile;

        // What is refused leaves the file of an earlier run as it was.
        FileStream? file = null;
        PcapNgWriter? writer = null;
        long written;
        try
        {
            Capture(run, network, options, excerpt, frame => Opened().Write(frame));
            written = Opened().Frames;
        }
        finally
        {
            file?.Dispose();
        }

        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(new JsonObject { ["file"] = path, ["frames"] = written }));
        }
        else
        {
            run.Terminal.Line(Invariant($"{written} frames in {path}"));
        }

        return written;

        PcapNgWriter Opened() => writer ??= new PcapNgWriter(file = OutputFile.Create(path), options.Start);
    }

    private long Print(VerbRun run, CompiledNetwork network, SimulationOptions options, Excerpt excerpt)
    {
        if (run.Arguments.GetValue(output) is not null)
        {
            throw new CommandException("--print: frames are printed or written, not both; leave out --print or --output");
        }

        if (run.Arguments.GetValue(whole))
        {
            throw new CommandException("--whole: what is printed has no bytes of what packets carry; leave out --print or --whole");
        }

        var asksForJson = run.Arguments.GetValue(Json);
        var machine = new JsonArray();
        var printed = Capture(run, network, options, excerpt, frame =>
        {
            if (asksForJson)
            {
                machine.Add(FrameText.Machine(frame));
                return;
            }

            foreach (var line in FrameText.Lines(frame))
            {
                run.Terminal.Line(line);
            }
        });
        if (asksForJson)
        {
            run.Terminal.Raw(MachineText.Of(new JsonObject { ["frames"] = machine }));
        }

        return printed;
    }

    /// <summary>Runs, and hands out frames until there are enough or the time is over; says how many.</summary>
    private long Capture(VerbRun run, CompiledNetwork network, SimulationOptions options, Excerpt excerpt, Action<CapturedFrame> take)
    {
        var taken = 0L;
        using var enough = new CancellationTokenSource();
        var capture = new WireCapture(network.Graph, Takes, run.Arguments.GetValue(whole), frame =>
        {
            take(frame);
            if (++taken == excerpt.Most)
            {
                enough.Cancel();
            }
        }, new NeighbourCache(network.Graph, options.Topology!, options.Dataplane.Mapping.NeighbourTime));
        try
        {
            ScenarioChoice.Told(run.Arguments.GetValue(scenario), () => NetworkSimulation.Run(network, options with { Tap = capture }, cancellation: enough.Token));
        }
        catch (OperationCanceledException)
        {
            // As many frames as were asked for, or the end of their time.
        }

        return taken;

        bool Takes(TimeSpan time, WireSighting sighting)
        {
            if (time >= excerpt.End)
            {
                enough.Cancel();
            }

            return time >= excerpt.Begin && time < excerpt.End && !enough.IsCancellationRequested && excerpt.Wants(sighting);
        }
    }

    /// <summary>The virtual time of which frames are wanted.</summary>
    private (TimeSpan Begin, TimeSpan End) Window(VerbRun run, TimeSpan whole)
    {
        var begin = run.Arguments.GetValue(from) is { } fromText ? DurationValue.Read("--from", fromText) : TimeSpan.Zero;
        var end = run.Arguments.GetValue(until) is { } untilText ? DurationValue.Read("--until", untilText) : whole;
        return begin >= whole ? throw new CommandException($"--from: the run lasts {DurationValue.Write(whole)}, and nothing is sent from {DurationValue.Write(begin)} on; write an earlier time, or a longer --duration")
            : end <= begin ? throw new CommandException($"--until: {DurationValue.Write(end)} is not later than {DurationValue.Write(begin)}, at which the capture begins; write a later time")
            : (begin, end);
    }

    private Func<WireSighting, bool> Wanted(VerbRun run, CompiledNetwork network)
    {
        WireKind? kind = run.Arguments.GetValue(wire) is not { } text ? null
            : Enum.TryParse<WireKind>(text, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
            : throw new CommandException($"--wire: '{Printable.Text(text)}' is no kind of wire; write one of {string.Join(", ", Enum.GetNames<WireKind>()).ToLowerInvariant()}");
        if (run.Arguments.GetValue(at) is not { } name)
        {
            return sighting => kind is null || sighting.Kind == kind;
        }

        RequireKnown(run, network, name);
        return sighting => (kind is null || sighting.Kind == kind) && (IsCalled(sighting.Element) || IsHolder(sighting.From) || IsHolder(sighting.To));

        bool IsHolder(int holder) => holder >= 0 && IsCalled(network.Graph.Nodes[network.Graph.Holders[holder].Node]);

        bool IsCalled(GraphNode node) => ElementPath.IsCalled(node.Path, name);
    }

    /// <summary>Refuses a name that nothing has, nor a path that ends with it. While lines fail, packets also pass what they do not pass otherwise.</summary>
    private void RequireKnown(VerbRun run, CompiledNetwork network, string name)
    {
        var nodes = network.Graph.Nodes;
        var lines = run.Arguments.GetValue(scenario) is null ? [] : Lines(run.Topology.Topology.Hybrid);
        if (!nodes.Select(node => node.Path).Concat(lines).Any(path => ElementPath.IsCalled(path, name)))
        {
            throw new CommandException($"--at: nothing on a path through network '{network.Name}' is called '{Printable.Text(name)}'; name an element as a trace does, such as {nodes[0].Path}");
        }
    }

    private static IEnumerable<string> Lines(HybridConnectivity hybrid) => hybrid.VpnConnections.Cast<Element>().Concat(hybrid.VirtualInterfaces).Concat(hybrid.ConnectPeers).Select(line => line.Id.Path);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>Which frames of a run are wanted.</summary>
    private sealed record Excerpt(TimeSpan Begin, TimeSpan End, int Most, Func<WireSighting, bool> Wants);
}
