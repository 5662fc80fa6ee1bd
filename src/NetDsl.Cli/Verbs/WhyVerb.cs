using System.CommandLine;
using System.Text.Json.Nodes;
using NetDsl.Addressing;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;

namespace NetDsl.Cli.Verbs;

/// <summary>Explains why a flow is blocked: everything that blocks it, and the edits that open it.</summary>
internal sealed class WhyVerb : Verb
{
    private readonly Option<string?> from;
    private readonly Option<string?> to;
    private readonly Option<string?> protocol;
    private readonly Option<string?> port;
    private readonly Option<string?> sourceIp;
    private readonly Option<string?> sourcePort;

    public WhyVerb()
        : base("why", "Say everything that blocks a packet or its reply, and the edits that open the way")
    {
        from = Text("--from", "ELEMENT|internet", "Who sends: an instance or interface by name or end of path, or internet", required: true);
        to = Text("--to", "ELEMENT|ADDRESS", "Whom it is for: an instance, an interface, an address, or internet", required: true);
        protocol = Text("--protocol", "tcp|udp|icmp[/TYPE[/CODE]]|icmpv6|N", "The protocol, by name or number", required: true);
        port = Text("--port", "N", "The destination port, for tcp and udp");
        sourceIp = Text("--source-ip", "A", "The source address; the sender's own when left out");
        sourcePort = Text("--source-port", "N", "The source port; 49152 when left out");
    }

    public override int Run(VerbRun run)
    {
        var network = run.Topology.RequireNetwork(run.CheckCommand);
        var names = new ElementNames(network.Graph, run.Topology);
        var sender = names.Sender(run.Arguments.GetRequiredValue(from)!);
        var receiver = names.Receiver(run.Arguments.GetRequiredValue(to)!);
        var traffic = TrafficValues.OneFlow(run.Arguments.GetRequiredValue(protocol)!, run.Arguments.GetValue(port));
        IpAddress? source = run.Arguments.GetValue(sourceIp) is { } address ? TrafficValues.Address("--source-ip", address) : null;
        int? leaving = run.Arguments.GetValue(sourcePort) is { } number ? TrafficValues.Port("--source-port", number) : null;
        var opening = Opening.Of(run.Topology.Topology, network, each => run.Topology.Judge(each.Trace(sender, receiver, traffic, source, leaving)));
        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(Machine(opening, run)));
        }
        else
        {
            Print(opening, $"{sender} to {receiver}, {traffic}", run);
        }

        return opening.Trace.Verdict == Verdict.Reachable ? ExitCode.Success : ExitCode.Finding;
    }

    private static void Print(Opening opening, string question, VerbRun run)
    {
        var root = new Outline($"{question}: {TraceText.Word(opening.Trace.Verdict)}", TraceText.ToneOf(opening.Trace.Verdict));
        foreach (var block in opening.Blocks)
        {
            var line = root.Add(
                $"{block.Direction}: {block.Block.Code.ToCode()} at {block.Block.Element}{TraceText.In(run.Topology.Place(block.Block.Origin))}: {block.Reason}", Tone.Bad);
            if (block.Edit is { } edit)
            {
                line.Add(edit, Tone.Good);
            }
        }

        if (opening.Blocks.Count > 0)
        {
            root.Add(Conclusion(opening), opening.Suffices ? Tone.Good : Tone.Warning);
        }

        run.Terminal.Outline(root);
    }

    private static string Conclusion(Opening opening) => (opening.Suffices, opening.Blocks.Count) switch
    {
        (true, 1) => "this edit opens it: traced with it, the packet arrives and its reply comes back",
        (true, var count) => $"these {count} edits open it: traced with them, the packet arrives and its reply comes back",
        (false, 1) => "this is needed; whether it is enough shows when it is written, because the way behind is not known before",
        (false, _) => "all of this is needed; whether it is enough shows when it is written, because the way behind is not known before",
    };

    private static JsonObject Machine(Opening opening, VerbRun run) => new()
    {
        ["verdict"] = TraceText.Word(opening.Trace.Verdict),
        ["blocks"] = MachineText.Array(opening.Blocks.Select(block => new JsonObject
        {
            ["direction"] = block.Direction,
            ["code"] = block.Block.Code.ToCode(),
            ["element"] = block.Block.Element,
            ["reason"] = block.Reason,
            ["edit"] = block.Edit,
            ["origin"] = MachineText.Of(run.Topology.Place(block.Block.Origin)),
        })),
        ["suffices"] = opening.Suffices,
    };
}
