using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;

namespace NetDsl.Cli.Verbs;

/// <summary>A trace as people and machines read it.</summary>
internal static class TraceText
{
    /// <summary>The JSON of the command line's contract, with every block beside the first code.</summary>
    public static JsonObject Machine(Trace trace, OpenTopology topology) => new()
    {
        ["verdict"] = Word(trace.Verdict),
        ["forward"] = Machine(trace.Forward, topology),
        ["return"] = Machine(trace.Return, topology),
    };

    public static Outline Outline(Trace trace, string question, OpenTopology topology)
    {
        var root = new Outline($"{question}: {Word(trace.Verdict)}", ToneOf(trace.Verdict));
        if (trace.Verdict == Verdict.Unknown && topology.Snapshot is not null)
        {
            root.Add("this hangs on what the snapshot does not tell, or on what is not understood of it; check lists that", Tone.Warning);
        }

        Add(root, "forward", trace.Forward, "nothing was sent", topology);
        Add(root, "return", trace.Return, NotAnswered(trace.Forward), topology);
        var blocks = trace.Forward.Blocks.Select(block => ("forward", block)).Concat(trace.Return.Blocks.Select(block => ("return", block))).ToList();
        if (blocks.Count > 0)
        {
            var why = root.Add("blocked by", Tone.Strong);
            foreach (var (direction, block) in blocks)
            {
                why.Add($"{direction}: {block.Code.ToCode()} at {block.Element}{In(topology.Place(block.Origin))}: {block.Text}", Tone.Bad);
            }
        }

        return root;
    }

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Reachable => "reachable",
        Verdict.Blocked => "blocked",
        _ => "unknown",
    };

    public static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Reachable => Tone.Good,
        Verdict.Blocked => Tone.Bad,
        _ => Tone.Warning,
    };

    private static string NotAnswered(TraceDirection forward) => forward.Hops.Count > 0 && !forward.Hops[^1].Packet.AsksForAnswer
        ? "such a message asks for no answer"
        : "nothing arrived";

    private static void Add(Outline root, string name, TraceDirection direction, string whyNot, OpenTopology topology)
    {
        var summary = direction switch
        {
            { Code: { } code } => $"{name}: {Word(direction.Outcome)} ({code.ToCode()})",
            { Receiver: { } receiver } => $"{name}: {Word(direction.Outcome)} at {receiver}",
            { Hops.Count: 0 } => $"{name}: not walked, because {whyNot}",
            _ => $"{name}: {Word(direction.Outcome)}",
        };
        var branch = root.Add(summary, direction.Code is null ? Tone.Strong : Tone.Bad);
        Packet? shown = null;
        foreach (var hop in direction.Hops)
        {
            var origin = topology.Place(hop.Origin).ToString();
            var line = branch.Add(
                $"{hop.Element} ({hop.Kind}): {hop.Decision}{(origin.Length > 0 ? $"  [{origin}]" : "")}",
                hop.Code is null ? Tone.Plain : Tone.Bad);
            if (shown != hop.Packet)
            {
                line.Add(hop.Packet.ToString(), Tone.Quiet);
                shown = hop.Packet;
            }
        }
    }

    private static JsonObject Machine(TraceDirection direction, OpenTopology topology) => new()
    {
        ["outcome"] = Word(direction.Outcome),
        ["code"] = direction.Code?.ToCode(),
        ["hops"] = MachineText.Array(direction.Hops.Select(hop => new JsonObject
        {
            ["element"] = hop.Element,
            ["kind"] = hop.Kind,
            ["decision"] = hop.Decision,
            ["packet"] = Machine(hop.Packet),
            ["origin"] = MachineText.Of(topology.Place(hop.Origin)),
            ["code"] = hop.Code?.ToCode(),
        })),
        ["blocks"] = MachineText.Array(direction.Blocks.Select(block => new JsonObject
        {
            ["code"] = block.Code.ToCode(),
            ["element"] = block.Element,
            ["text"] = block.Text,
            ["origin"] = MachineText.Of(topology.Place(block.Origin)),
        })),
        ["receiver"] = direction.Receiver,
    };

    private static JsonObject Machine(Packet packet)
    {
        var machine = new JsonObject
        {
            ["protocol"] = packet.Protocol.ToString(),
            ["source"] = packet.Source.ToString(),
            ["destination"] = packet.Destination.ToString(),
        };
        if (packet.Protocol.HasPorts)
        {
            machine["sourcePort"] = packet.SourcePort;
            machine["destinationPort"] = packet.DestinationPort;
        }

        if (packet.Protocol.IsIcmp)
        {
            machine["icmpType"] = packet.IcmpMessage.Type;
            machine["icmpCode"] = packet.IcmpMessage.Code;
        }

        return machine;
    }

    public static string In(Model.Origin place) => place.Line == 0 ? "" : $" [{place}]";

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Delivered => "delivered",
        Outcome.Exits => "exits",
        Outcome.Dropped => "dropped",
        _ => "unknown",
    };
}
