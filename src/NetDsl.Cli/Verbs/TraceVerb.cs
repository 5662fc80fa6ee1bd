using System.CommandLine;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;

namespace NetDsl.Cli.Verbs;

/// <summary>Follows one packet and its reply.</summary>
internal sealed class TraceVerb : Verb
{
    private readonly Option<string?> from;
    private readonly Option<string?> to;
    private readonly Option<string?> protocol;
    private readonly Option<string?> port;
    private readonly Option<string?> sourceIp;
    private readonly Option<string?> sourcePort;
    private readonly Option<string?> expect;

    public TraceVerb()
        : base("trace", "Follow a packet and its reply, hop by hop, and say why it arrives or not")
    {
        from = Text("--from", "ELEMENT|internet", "Who sends: an instance or interface by name or end of path, or internet", required: true);
        to = Text("--to", "ELEMENT|ADDRESS", "Whom it is for: an instance, an interface, an address, or internet", required: true);
        protocol = Text("--protocol", "tcp|udp|icmp|N", "The protocol, by name or number", required: true);
        port = Text("--port", "N", "The destination port, for tcp and udp");
        sourceIp = Text("--source-ip", "A", "The source address; the sender's own when left out");
        sourcePort = Text("--source-port", "N", "The source port; 49152 when left out");
        expect = Text("--expect", "reachable|blocked", "Fail (exit code 1) when the verdict is another");
    }

    public override int Run(VerbRun run)
    {
        var network = run.Topology.RequireNetwork(run.CheckCommand);
        var names = new ElementNames(network.Graph);
        var expected = Expected(run.Arguments.GetValue(expect));
        var sender = names.Sender(run.Arguments.GetRequiredValue(from)!);
        var receiver = names.Receiver(run.Arguments.GetRequiredValue(to)!);
        var trace = network.Trace(
            sender,
            receiver,
            Traffic(run),
            run.Arguments.GetValue(sourceIp) is { } address ? TrafficValues.Address("--source-ip", address) : null,
            run.Arguments.GetValue(sourcePort) is { } number ? TrafficValues.Port("--source-port", number) : null);
        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(TraceText.Machine(trace, run.Topology)));
        }
        else
        {
            run.Terminal.Outline(TraceText.Outline(trace, $"{sender} to {receiver}, {Traffic(run)}", run.Topology));
        }

        return expected is { } verdict && verdict != trace.Verdict ? ExitCode.Finding : ExitCode.Success;
    }

    private TrafficSelector Traffic(VerbRun run)
    {
        var chosen = TrafficValues.Protocol(run.Arguments.GetRequiredValue(protocol)!);
        var text = run.Arguments.GetValue(port);
        if (!chosen.HasPorts)
        {
            // Told of so that nobody believes in a port that no packet has; scripts that always give one still work.
            if (text is not null && TrafficValues.Port("--port", text) != 0)
            {
                throw new CommandException($"--port: protocol {chosen} has no ports; leave --port out");
            }

            return new TrafficSelector(chosen, PortRange.All);
        }

        if (text is null)
        {
            throw new CommandException($"--port is missing; {chosen} has ports, name the destination port");
        }

        var number = (ushort)TrafficValues.Port("--port", text);
        return new TrafficSelector(chosen, new PortRange(number, number));
    }

    private static Verdict? Expected(string? text) => text switch
    {
        null => null,
        "reachable" => Verdict.Reachable,
        "blocked" => Verdict.Blocked,
        _ => throw new CommandException($"--expect: '{Printable.Text(text)}' is not a verdict; write reachable or blocked"),
    };
}
