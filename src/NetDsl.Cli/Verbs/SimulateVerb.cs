using System.CommandLine;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Cli.Pages;
using NetDsl.Simulation;

namespace NetDsl.Cli.Verbs;

/// <summary>Drives a seeded workload through a network, and writes its flow logs and its page.</summary>
internal sealed class SimulateVerb : Verb
{
    /// <summary>Where files go unless told otherwise: the one place that is written to unasked.</summary>
    public const string DefaultFolder = "netdsl-output";

    /// <summary>The most flows that one run attempts.</summary>
    public const int MostFlows = 10_000_000;

    private readonly Option<string?> seed;
    private readonly Option<string?> flows;
    private readonly Option<string?> duration;
    private readonly Option<string?> output;
    private readonly Option<string?> scenario;
    private readonly FlowLogChoice flowLog;
    private readonly BillChoice billing;

    public SimulateVerb()
        : base("simulate", "Drive flows through the network in virtual time, and write its flow logs and a page to look at")
    {
        var defaults = new SimulationOptions();
        seed = Text("--seed", "N", Invariant($"Where all randomness comes from; {defaults.Seed} when left out"));
        flows = Text("--flows", "N", Invariant($"How many flows to attempt; {defaults.Flows} when left out"));
        duration = Text("--duration", "TIME", $"How long in virtual time, such as 90s, 10m or 2h; {DurationValue.Write(defaults.Duration)} when left out");
        scenario = Text("--scenario", "FILE", "Who speaks with whom and what fails, as JSON; what the network suggests when left out");
        output = Text("--output", "FOLDER", $"Where to write flow logs and report.html; ./{DefaultFolder} when left out");
        flowLog = new FlowLogChoice(Command);
        billing = new BillChoice(Command);
    }

    public override int Run(VerbRun run)
    {
        var defaults = new SimulationOptions();
        var folder = run.Arguments.GetValue(output) ?? DefaultFolder;
        OutputFile.RequireFolder(folder);
        var request = billing.Read(run.Arguments);
        var options = defaults with
        {
            Seed = run.Arguments.GetValue(seed) is { } seedText ? TrafficValues.Seed("--seed", seedText) : defaults.Seed,
            Flows = run.Arguments.GetValue(flows) is { } count ? TrafficValues.Number("--flows", count, 0, MostFlows) : defaults.Flows,
            Duration = run.Arguments.GetValue(duration) is { } time ? DurationValue.Read("--duration", time) : defaults.Duration,
            OutputFolder = folder,
            FlowLogWindow = flowLog.Window(run.Arguments),
            Meter = request?.Meter,
        };
        var network = run.Topology.RequireNetwork(run.CheckCommand);
        using var bucket = flowLog.Bucket(run.Arguments, folder);
        options = options with { FlowLog = flowLog.Options(run.Arguments, network.Graph), FlowLogDestination = bucket };
        if (run.Arguments.GetValue(scenario) is { } file)
        {
            options = ScenarioChoice.Apply(file, options, network, run.Topology.Topology, run.Arguments.GetValue(flows) is not null);
        }

        var asksForJson = run.Arguments.GetValue(Json);
        var report = ScenarioChoice.Told(run.Arguments.GetValue(scenario), () => asksForJson
            ? NetworkSimulation.Run(network, options)
            : run.Terminal.Progress($"Simulating {network.Name}", progress => NetworkSimulation.Run(network, options, progress)));
        var page = SimulationOutput.Write(report, run.Topology.Topology, folder);
        var bill = request?.Make(run.Topology, network, options.Duration);
        if (asksForJson)
        {
            var machine = SimulationText.Machine(report, folder, page);
            BucketText.Add(bucket, machine);
            if (bill is not null)
            {
                machine["bill"] = BillText.Machine(bill, request!.Prices);
            }

            run.Terminal.Raw(MachineText.Of(machine));
        }
        else
        {
            SimulationText.Print(report, folder, page, run.Terminal);
            BucketText.Print(bucket, run.Terminal);
            if (bill is not null)
            {
                BillText.Print(bill, request!.Prices, options.Duration, run.Terminal);
            }
        }

        return Math.Max(FlowLogText.Report(report, run.Terminal), BucketText.Report(bucket, folder, run.Terminal));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
