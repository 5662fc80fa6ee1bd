using System.CommandLine;
using System.Text.Json.Nodes;
using NetDsl.Addressing;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Runtime;

namespace NetDsl.Cli.Verbs;

/// <summary>Follows one packet and its reply.</summary>
internal sealed class TraceVerb : Verb
{
    private readonly Option<string?> from;
    private readonly Option<string?> to;
    private readonly Option<string?> toName;
    private readonly Option<string?> protocol;
    private readonly Option<string?> port;
    private readonly Option<string?> sourceIp;
    private readonly Option<string?> sourcePort;
    private readonly Option<string?> request;
    private readonly Option<string?> expect;

    public TraceVerb()
        : base("trace", "Follow a packet and its reply, hop by hop, and say why it arrives or not")
    {
        from = Text("--from", "ELEMENT|internet", "Who sends: an instance or interface by name or end of path, or internet", required: true);
        to = Text("--to", "ELEMENT|ADDRESS", "Whom it is for: an instance, an interface, an address, or internet");
        toName = Text("--to-name", "NAME", "Whom it is for by domain name, as the sender's resolver answers; in place of --to");
        protocol = Text("--protocol", "tcp|udp|icmp[/TYPE[/CODE]]|icmpv6|N", "The protocol, by name or number", required: true);
        port = Text("--port", "N", "The destination port, for tcp and udp");
        sourceIp = Text("--source-ip", "A", "The source address; the sender's own when left out");
        sourcePort = Text("--source-port", "N", "The source port; 49152 when left out");
        request = Text("--request", "ACTION RESOURCE [ACCOUNT]", "What is asked of a service, for the policy of an endpoint, such as \"s3:GetObject arn:aws:s3:::bucket/key\"");
        expect = Text("--expect", "reachable|blocked", "Fail (exit code 1) when the verdict is another");
    }

    public override int Run(VerbRun run)
    {
        var network = run.Topology.RequireNetwork(run.CheckCommand);
        var names = new ElementNames(network.Graph, run.Topology);
        var expected = Expected(run.Arguments.GetValue(expect));
        var sender = names.Sender(run.Arguments.GetRequiredValue(from)!);
        var resolution = Resolved(run, network, sender);
        if (resolution is { Outcome: not NameOutcome.Answered })
        {
            return Untraceable(run, resolution, expected);
        }

        var traffic = TrafficValues.OneFlow(run.Arguments.GetRequiredValue(protocol)!, run.Arguments.GetValue(port));
        IpAddress? source = run.Arguments.GetValue(sourceIp) is { } address ? TrafficValues.Address("--source-ip", address) : null;
        var receiver = resolution is null
            ? names.Receiver(run.Arguments.GetValue(to)!)
            : Endpoint.Of(network.AddressFor(sender, resolution, traffic, source));
        var trace = run.Topology.Judge(network.Trace(
            sender,
            receiver,
            traffic,
            source,
            run.Arguments.GetValue(sourcePort) is { } number ? TrafficValues.Port("--source-port", number) : null,
            run.Arguments.GetValue(request) is { } asked ? TrafficValues.Request("--request", asked) : null));
        if (run.Arguments.GetValue(Json))
        {
            var machine = TraceText.Machine(trace, run.Topology);
            if (resolution is not null)
            {
                machine["resolution"] = NameText.Machine(resolution);
            }

            run.Terminal.Raw(MachineText.Of(machine));
        }
        else
        {
            if (resolution is not null)
            {
                run.Terminal.Outline(new Outline(NameText.Line(resolution), Tone.Plain));
            }

            run.Terminal.Outline(TraceText.Outline(trace, $"{sender} to {receiver}, {traffic}", run.Topology));
        }

        return expected is { } verdict && verdict != trace.Verdict ? ExitCode.Finding : ExitCode.Success;
    }

    /// <summary>The answer for the name that is given in place of an element; nothing when an element is given.</summary>
    private NameResolution? Resolved(VerbRun run, CompiledNetwork network, Endpoint sender) =>
        (run.Arguments.GetValue(to), run.Arguments.GetValue(toName)) switch
        {
            (null, null) => throw new CommandException("--to is missing; name an instance, an interface, an address or internet, or give a domain name with --to-name"),
            (not null, not null) => throw new CommandException("--to and --to-name both say whom it is for; give one of them"),
            (_, { } name) => network.Resolve(sender, name),
            _ => null,
        };

    private int Untraceable(VerbRun run, NameResolution resolution, Verdict? expected)
    {
        var verdict = NameText.Verdict(resolution);
        if (run.Arguments.GetValue(Json))
        {
            run.Terminal.Raw(MachineText.Of(new JsonObject { ["verdict"] = TraceText.Word(verdict), ["resolution"] = NameText.Machine(resolution) }));
        }
        else
        {
            var root = new Outline($"{run.Arguments.GetValue(from)} to {resolution.Name}: {TraceText.Word(verdict)}", TraceText.ToneOf(verdict));
            root.Add(NameText.Line(resolution), NameText.ToneOf(resolution));
            run.Terminal.Outline(root);
        }

        return expected is { } wanted && wanted != verdict ? ExitCode.Finding : ExitCode.Success;
    }

    private static Verdict? Expected(string? text) => text switch
    {
        null => null,
        "reachable" => Verdict.Reachable,
        "blocked" => Verdict.Blocked,
        _ => throw new CommandException($"--expect: '{Printable.Text(text)}' is not a verdict; write reachable or blocked"),
    };
}
