using System.CommandLine;
using System.Text.Json.Nodes;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Reachability;
using NetDsl.Model;
using NetDsl.Simulation;

namespace NetDsl.Cli.Verbs;

/// <summary>Says who reaches whom, and with what.</summary>
internal sealed class ReachVerb : Verb
{
    private readonly Option<string?> from;
    private readonly Option<string?> to;
    private readonly Option<string?> protocol;
    private readonly Option<string?> port;
    private readonly Option<bool> matrix = new("--matrix") { Description = "Draw a matrix, in which hosts that reach and are reached alike are one" };

    public ReachVerb()
        : base("reach", "Say who reaches whom, for all packets: hosts, sites, clients and the internet")
    {
        from = Text("--from", "PATH|internet", "Only who has this path, or is inside it, such as us-east-1/shop");
        to = Text("--to", "PATH|internet", "Only to who has this path, or is inside it");
        protocol = Text("--protocol", "tcp|udp|icmp[/TYPE[/CODE]]|icmpv6|N", "Only this protocol, by name or number");
        port = Text("--port", "N", "Only this destination port, for tcp and udp");
        Command.Options.Add(matrix);
    }

    public override int Run(VerbRun run)
    {
        run.Topology.RequireSound(run.CheckCommand);
        var senders = Meant(run, from);
        var receivers = Meant(run, to);
        var pairs = Matrix(run.Topology.Topology, Traffic(run))
            .Where(pair => IsMeant(pair.From, senders) && IsMeant(pair.To, receivers))
            .ToList();
        var doubts = new SnapshotDoubts(run.Topology, run.CheckCommand);
        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(MachineText.Array(pairs.Select(pair => Machine(pair, run, doubts)))));
        }
        else if (run.Arguments.GetValue(matrix))
        {
            ReachDrawing.Write(pairs, run.Terminal, run.Topology.Name);
            Caution(run);
        }
        else
        {
            Print(pairs, run, doubts);
        }

        return ExitCode.Success;
    }

    /// <summary>The matrix; what cannot be told is an error of the command.</summary>
    public static EquatableArray<ReachablePair> Matrix(Topology topology, TrafficSelector? traffic)
    {
        try
        {
            return ReachabilityMatrix.Of(topology, traffic);
        }
        catch (ReachabilityException failure)
        {
            throw new CommandException($"{failure.Message} Ask about one protocol or port with --protocol and --port, or about a part of the network");
        }
    }

    /// <summary>The ports and protocols of a pair as people write them.</summary>
    public static string TrafficText(IEnumerable<TrafficSelector> traffic)
    {
        const int Most = 6;
        var all = traffic.ToList();
        var shown = string.Join(", ", all.Take(Most).Select(RuleText.Traffic));
        return all.Count > Most ? $"{shown} and {all.Count - Most} more" : shown;
    }

    /// <summary>
    /// What an option names, and what that is called by its Name tag or an identifier of a part; nothing when everybody is meant. A name of nobody would be answered
    /// with no pairs, as if nothing got through.
    /// </summary>
    private static List<string>? Meant(VerbRun run, Option<string?> option)
    {
        if (run.Arguments.GetValue(option) is not { } asked)
        {
            return null;
        }

        List<string> meant = [asked, .. run.Topology.Aliases.TryGetValue(asked, out var elements) ? elements.Select(element => element.Path) : []];
        var known = run.Topology.Topology.Elements.Select(element => element.Id.Path).Append(ReachabilityMatrix.Internet).ToList();
        if (known.Exists(path => IsMeant(path, meant)))
        {
            return meant;
        }

        var names = known.Concat(known.Select(path => path[(path.LastIndexOf('/') + 1)..])).Concat(run.Topology.Aliases.Keys);
        throw new CommandException($"{option.Name}: {run.Topology.Name} has no '{Printable.Text(asked)}'{Nearest.Hint(asked, names)}");
    }

    private TrafficSelector? Traffic(VerbRun run) => run.Arguments.GetValue(protocol) is { } text
        ? TrafficValues.Selector(text, run.Arguments.GetValue(port))
        : run.Arguments.GetValue(port) is null ? null
        : throw new CommandException("--port needs --protocol tcp or --protocol udp");

    private static bool IsMeant(string path, List<string>? meant) => meant is null || meant.Exists(asked =>
        ElementPath.IsCalled(path, asked) || path.StartsWith(asked + "/", StringComparison.Ordinal));

    private static void Print(List<ReachablePair> pairs, VerbRun run, SnapshotDoubts doubts)
    {
        var name = run.Topology.Name;
        var root = new Outline(pairs.Count == 1 ? $"{name}: 1 pair" : $"{name}: {pairs.Count} pairs", Tone.Strong);
        foreach (var sender in pairs.GroupBy(pair => pair.From))
        {
            var branch = root.Add(sender.Key, Tone.Plain);
            foreach (var pair in sender)
            {
                branch.Add($"{pair.To}: {TrafficText(pair.Traffic)}{(pair.IsCertain ? "" : " (some flows, as a hash decides)")}{(doubts.Cover(pair) ? " (unknown: it hangs on what is not understood)" : "")}", Tone.Plain);
            }
        }

        if (GapText.Caution("other pairs may be open too", run.Topology) is { } caution)
        {
            root.Add(caution, Tone.Warning);
        }

        run.Terminal.Outline(root);
    }

    private static void Caution(VerbRun run)
    {
        if (GapText.Caution("some of these may be closed and others open", run.Topology) is { } caution)
        {
            run.Terminal.Line(caution, Tone.Warning);
        }
    }

    private static JsonObject Machine(ReachablePair pair, VerbRun run, SnapshotDoubts doubts)
    {
        var machine = Machine(pair);
        if (GapText.HasAny(run.Topology))
        {
            machine["verdict"] = TraceText.Word(doubts.Cover(pair) ? Verdict.Unknown : Verdict.Reachable);
        }

        return machine;
    }

    private static JsonObject Machine(ReachablePair pair) => new()
    {
        ["from"] = pair.From,
        ["to"] = pair.To,
        ["traffic"] = MachineText.Array(pair.Traffic.Select(selector => (JsonNode)selector.ToString())),
        ["sample"] = pair.Sample.ToString(),
        ["certain"] = pair.IsCertain,
    };
}
