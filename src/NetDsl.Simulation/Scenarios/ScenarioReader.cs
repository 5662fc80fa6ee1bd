using System.Text.Json;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Performance;
using NetDsl.Simulation.Routing.Tunnels;
using NetDsl.Simulation.Workloads;

namespace NetDsl.Simulation.Scenarios;

/// <summary>Reads scenarios from JSON.</summary>
internal static class ScenarioReader
{
    private const int MostRandomFailures = 100_000;

    public static Scenario Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException broken)
        {
            throw new ScenarioException($"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}: this is not JSON");
        }

        using (document)
        {
            var members = new ScenarioValue(document.RootElement, "$").Members("traffic", "failures", "randomFailures", "allowances", "tunnels", "bfd");
            return new Scenario
            {
                Traffic = members.TryGetValue("traffic", out var traffic) ? [.. traffic.Items().Select(Pattern)] : [],
                Failures = members.TryGetValue("failures", out var failures) ? [.. failures.Items().Select(Failure)] : [],
                RandomFailures = members.TryGetValue("randomFailures", out var random) ? random.Whole(0, MostRandomFailures) : 0,
                Allowances = members.TryGetValue("allowances", out var allowances) ? [.. allowances.Items().Select(AllowanceReader.Read)] : [],
                Tunnels = members.TryGetValue("tunnels", out var tunnels) ? TunnelsOf(tunnels) : TunnelOptions.Vendor,
                UsesBfd = members.TryGetValue("bfd", out var bfd) && bfd.Truth(),
            };
        }
    }

    private static TrafficPattern Pattern(ScenarioValue value)
    {
        var members = value.Members("name", "from", "to", "protocol", "port", "family", "pairing", "start", "end", "perSecond", "callers", "thinking", "exchange", "bulk", "interfaces");
        var protocol = Wanted("protocol").Choice(("tcp", Protocol.Tcp), ("udp", Protocol.Udp), ("icmp", Protocol.Icmp), ("icmpv6", Protocol.Icmpv6));
        return new TrafficPattern(
            Wanted("name").Text(),
            [.. Wanted("from").Items().Select(name => name.Text())],
            [.. Wanted("to").Items().Select(name => name.Text())],
            protocol,
            protocol.HasPorts ? (ushort)Wanted("port").Whole(1, ushort.MaxValue) : (ushort)0)
        {
            Arrivals = ArrivalsOf(value, members),
            Exchange = ExchangeOf(value, members),
            Pairing = members.TryGetValue("pairing", out var pairing) ? pairing.Choice(("group", TrafficPairing.Group), ("pairs", TrafficPairing.Pairs)) : TrafficPairing.Group,
            IsIpv6 = members.TryGetValue("family", out var family) ? family.Choice(("ipv4", false), ("ipv6", true)) : protocol == Protocol.Icmpv6,
            Start = members.TryGetValue("start", out var start) ? start.Duration() : TimeSpan.Zero,
            End = members.TryGetValue("end", out var end) ? end.Duration() : null,
            Interfaces = members.TryGetValue("interfaces", out var mode) ? mode.Choice([.. InterfaceMode.All.Select(each => (each.Name, each))]) : InterfaceMode.Ena,
        };

        ScenarioValue Wanted(string name) => members.TryGetValue(name, out var member) ? member : throw value.Refused($"\"{name}\" is missing");
    }

    private static Arrivals ArrivalsOf(ScenarioValue value, Dictionary<string, ScenarioValue> members) => (members.TryGetValue("perSecond", out var rate), members.TryGetValue("callers", out var callers)) switch
    {
        (true, true) => throw value.Refused("flows come \"perSecond\" or from \"callers\"; leave one of the two out"),
        (false, false) => throw value.Refused("it does not say how often; write \"perSecond\", or \"callers\" and how long they are \"thinking\""),
        (true, _) => new Arrivals.Poisson(rate.Number(1e-9, 1e6)),
        _ => new Arrivals.ClosedLoop(callers.Whole(1, 1_000_000), members.TryGetValue("thinking", out var thinking) ? Amount(thinking) : new Distribution.Exponential(1)),
    };

    private static Exchange ExchangeOf(ScenarioValue value, Dictionary<string, ScenarioValue> members) => (members.ContainsKey("bulk"), members.ContainsKey("exchange")) switch
    {
        (true, true) => throw value.Refused("a flow is an \"exchange\" or \"bulk\"; leave one of the two out"),
        (true, _) => BulkOf(members["bulk"].Members("bytes", "upload", "pause")),
        (_, true) => CallsOf(members["exchange"].Members("requests", "requestBytes", "replyBytes", "pause")),
        _ => new Exchange.RequestReply(),
    };

    private static Exchange.Bulk BulkOf(Dictionary<string, ScenarioValue> members)
    {
        var transfer = new Exchange.Bulk();
        return transfer with
        {
            Bytes = AmountOr(members, "bytes", transfer.Bytes),
            IsUpload = members.TryGetValue("upload", out var upload) && upload.Truth(),
            Pause = AmountOr(members, "pause", new Distribution.Constant(0)),
        };
    }

    private static Exchange.RequestReply CallsOf(Dictionary<string, ScenarioValue> members)
    {
        var calls = new Exchange.RequestReply();
        return calls with
        {
            Requests = AmountOr(members, "requests", calls.Requests),
            RequestBytes = AmountOr(members, "requestBytes", calls.RequestBytes),
            ReplyBytes = AmountOr(members, "replyBytes", calls.ReplyBytes),
            Pause = AmountOr(members, "pause", calls.Pause),
        };
    }

    private static Distribution AmountOr(Dictionary<string, ScenarioValue> members, string name, Distribution otherwise) =>
        members.TryGetValue(name, out var value) ? Amount(value) : otherwise;

    /// <summary>A number, or the name of a distribution with its parameters.</summary>
    private static Distribution Amount(ScenarioValue value)
    {
        const double Most = 1e12;
        if (value.IsNumber)
        {
            return new Distribution.Constant(value.Number(0, Most));
        }

        var members = value.Members("uniform", "exponential", "lognormal", "pareto");
        return members.ToList() switch
        {
            [{ Key: "uniform", Value: var range }] when Two(range) is var (least, most) => least <= most ? new Distribution.Uniform(least, most) : throw range.Refused("the lower number comes first"),
            [{ Key: "exponential", Value: var mean }] => new Distribution.Exponential(mean.Number(0, Most)),
            [{ Key: "lognormal", Value: var shape }] when Two(shape) is var (median, sigma) => new Distribution.Lognormal(median, sigma),
            [{ Key: "pareto", Value: var tail }] when Two(tail) is var (first, exponent) => exponent > 0 ? new Distribution.Pareto(first, exponent) : throw tail.Refused("the exponent is above 0"),
            _ => throw value.Refused("one distribution is wanted: a number, uniform, exponential, lognormal or pareto"),
        };

        static (double, double) Two(ScenarioValue pair) => pair.Items().ToList() is [var one, var other]
            ? (one.Number(0, Most), other.Number(0, Most))
            : throw pair.Refused("two numbers are wanted, in [ ]");
    }

    private static TunnelOptions TunnelsOf(ScenarioValue value)
    {
        var members = value.Members("phase1", "phase2", "rekeyMargin", "rekeyFuzz", "dpdTimeout", "dpdAction", "startup");
        var usual = TunnelOptions.Vendor;
        var options = usual with
        {
            Phase1Lifetime = Or("phase1", usual.Phase1Lifetime),
            Phase2Lifetime = Or("phase2", usual.Phase2Lifetime),
            RekeyMargin = Or("rekeyMargin", usual.RekeyMargin),
            RekeyFuzz = members.TryGetValue("rekeyFuzz", out var fuzz) ? fuzz.Number(0, 1) : usual.RekeyFuzz,
            DeadPeerTimeout = Or("dpdTimeout", usual.DeadPeerTimeout),
            DeadPeerAction = members.TryGetValue("dpdAction", out var action)
                ? action.Choice(("clear", DeadPeerAction.Clear), ("none", DeadPeerAction.None), ("restart", DeadPeerAction.Restart))
                : usual.DeadPeerAction,
            Startup = members.TryGetValue("startup", out var startup) ? startup.Choice(("add", StartupAction.Add), ("start", StartupAction.Start)) : usual.Startup,
        };
        return options.Problem is { } problem ? throw value.Refused(problem) : options;

        TimeSpan Or(string name, TimeSpan otherwise) => members.TryGetValue(name, out var time) ? time.Duration() : otherwise;
    }

    private static ScheduledFailure Failure(ScenarioValue value)
    {
        var members = value.Members("kind", "name", "at", "until", "loss", "delay");
        var kind = Wanted("kind");
        return new ScheduledFailure(
            FailureKinds.OfCode(kind.Text()) ?? throw kind.Refused($"there is no such kind; there are {string.Join(", ", FailureKinds.Codes)}"),
            Wanted("name").Text(),
            Wanted("at").Duration(),
            members.TryGetValue("until", out var until) ? until.Duration() : null)
        {
            Loss = members.TryGetValue("loss", out var loss) ? loss.Number(0, 1) : 0,
            Delay = members.TryGetValue("delay", out var delay) ? delay.Duration() : TimeSpan.Zero,
        };

        ScenarioValue Wanted(string name) => members.TryGetValue(name, out var member) ? member : throw value.Refused($"\"{name}\" is missing");
    }
}
