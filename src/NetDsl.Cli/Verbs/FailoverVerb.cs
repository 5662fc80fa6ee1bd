using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Simulation.Routing.Failover;

namespace NetDsl.Cli.Verbs;

/// <summary>Breaks everything between the vendor and sites, one thing at a time, and says how long each site is cut off.</summary>
internal sealed class FailoverVerb : Verb
{
    private readonly Option<bool> bfd = new("--bfd") { Description = "The routers at Direct Connect have BFD set up (300 ms, 3 packets)" };
    private readonly Option<bool> events = new("--events") { Description = "Also say what happens at both ends of the line that breaks, with the states of its tunnel" };
    private readonly Option<string?> within;

    public FailoverVerb()
        : base("failover", "Say how long each site is cut off when one tunnel, device, line or location fails")
    {
        Command.Options.Add(bfd);
        Command.Options.Add(events);
        within = Text("--within", "TIME", "Fail (exit code 1) when a site is cut off for longer, such as 31s");
    }

    public override int Run(VerbRun run)
    {
        TimeSpan? bound = run.Arguments.GetValue(within) is { } text ? DurationValue.Read("--within", text) : null;
        run.Topology.RequireSound(run.CheckCommand);
        var outcomes = FailureMatrix.Of(run.Topology.Topology, run.Arguments.GetValue(bfd));
        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(new JsonObject
            {
                ["topology"] = run.Topology.Name,
                ["failures"] = MachineText.Array(outcomes.Select(outcome => new JsonObject
                {
                    ["kind"] = outcome.Fault.Kind,
                    ["name"] = outcome.Fault.Name,
                    ["site"] = outcome.Site.Path,
                    ["secondsToSite"] = outcome.OutageToSite?.TotalSeconds,
                    ["secondsFromSite"] = outcome.OutageToVendor?.TotalSeconds,
                    ["events"] = MachineText.Array(outcome.Events.Select(each => new JsonObject { ["atSeconds"] = each.At.TotalSeconds, ["what"] = each.Text })),
                })),
            }));
        }
        else
        {
            Print(run, outcomes, bound);
            if (run.Arguments.GetValue(events))
            {
                PrintEvents(run, outcomes);
            }
        }

        return bound is { } longest && outcomes.Any(outcome => IsLonger(outcome, longest)) ? ExitCode.Finding : ExitCode.Success;
    }

    private static void Print(VerbRun run, IReadOnlyList<FailureOutcome> outcomes, TimeSpan? bound)
    {
        run.Terminal.Line($"{run.Topology.Name}: {Counted.Text(outcomes.Count, "failure")} between the network and sites", Tone.Strong);
        if (outcomes.Count > 0)
        {
            run.Terminal.Table(
                ["fails", "", "site", "to the site", "from the site"],
                [
                    .. outcomes.Select(outcome => new TableRow(
                        bound is { } longest && IsLonger(outcome, longest) ? Tone.Bad : Tone.Plain,
                        outcome.Fault.Kind,
                        outcome.Fault.Name,
                        outcome.Site.Path,
                        Text(outcome.OutageToSite),
                        Text(outcome.OutageToVendor))),
                ]);
        }
    }

    private static void PrintEvents(VerbRun run, IReadOnlyList<FailureOutcome> outcomes)
    {
        foreach (var outcome in outcomes.Where(outcome => outcome.Events.Count > 0))
        {
            run.Terminal.Line();
            run.Terminal.Line($"{outcome.Fault.Kind} {outcome.Fault.Name}, {outcome.Site.Path}", Tone.Strong);
            run.Terminal.Table(["after", "what happens"], [.. outcome.Events.Select(each => new TableRow(Tone.Plain, Text(each.At), each.Text))]);
        }
    }

    private static bool IsLonger(FailureOutcome outcome, TimeSpan bound) =>
        !(outcome.OutageToSite <= bound) || !(outcome.OutageToVendor <= bound);

    private static string Text(TimeSpan? outage) => outage is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s")
        : "until it is mended";
}
