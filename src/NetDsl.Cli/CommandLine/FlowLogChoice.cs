using System.CommandLine;
using NetDsl.Compiler.Graph;
using NetDsl.Interop.FlowLogs;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Simulation;

namespace NetDsl.Cli.CommandLine;

/// <summary>The options of a command that say what flow logs record and how they are kept.</summary>
internal sealed class FlowLogChoice
{
    private const string Streams = "streams";
    private readonly Option<string?> format = new("--log-format") { HelpName = "FIELDS", Description = "Fields of flow logs, such as \"srcaddr dstaddr action\", or v2 to v10 for all of a version; v2 when left out" };
    private readonly Option<string?> gatewayFormat = new("--log-transit-format") { HelpName = "FIELDS", Description = "Fields of flow logs of transit gateways, such as \"tgw-attachment-id srcaddr dstaddr packets\"; all of them when left out" };
    private readonly Option<string?> traffic = new("--log-traffic") { HelpName = "all|accept|reject", Description = "Which traffic flow logs record; all when left out" };
    private readonly Option<string[]> resources = new("--log-at") { HelpName = "ELEMENT", Description = "Record at one VPC, subnet, interface, transit gateway or attachment of one, by its path or the end of it; in every VPC, and at no transit gateway, when left out" };
    private readonly Option<string?> window = new("--log-window") { HelpName = "60s|10m", Description = "How long flow logs add up; 60s when left out, and for transit gateways always" };
    private readonly Option<string?> layout = new("--log-as") { HelpName = "text|parquet|streams", Description = "How flow logs are kept: files of a bucket in compressed text or Parquet, or a stream for each interface or attachment as in a log service; text when left out" };
    private readonly Option<string?> limit = new("--log-limit") { HelpName = "N", Description = "How many records an interface or attachment has in a window at most; a SKIPDATA record tells of the others. No limit when left out" };
    private readonly Option<bool> hive = new("--log-hive") { Description = "Name the parts of keys, as Hive wants them: year=2026/month=01" };
    private readonly Option<bool> hourly = new("--log-hourly") { Description = "Keep each hour in a folder of its own" };
    private readonly Option<string?> bucket = new("--log-to") { HelpName = "s3://BUCKET/PREFIX", Description = "Write flow logs to a bucket as well, with the credentials that the AWS SDK finds; only to the folder when left out" };
    private readonly Option<string?> endpoint = new("--log-endpoint") { HelpName = "URL", Description = "The object store of the bucket; Amazon S3 when left out" };

    private readonly Option<string?> role = new("--log-role")
    {
        HelpName = "none|account=N,trusts=SERVICE,allows=ACTION",
        Description = "The role by which streams are written: its account, the service that it trusts, and each action that it allows, apart by commas; one that may do all that is needed when left out",
    };

    private readonly Option<string?> policy = new("--log-bucket-policy")
    {
        HelpName = "none|service=NAME,allows=ACTION,objects=KEYS",
        Description = "The policy of the bucket of flow logs: the service that it is for, each action that it allows, and the keys of objects with * for any characters, apart by commas; one that allows all that is needed when left out",
    };

    public FlowLogChoice(Command command)
    {
        foreach (var option in new Option[] { format, gatewayFormat, traffic, resources, window, layout, limit, hive, hourly, bucket, endpoint, role, policy })
        {
            command.Options.Add(option);
        }
    }

    public TimeSpan Window(ParseResult arguments) => arguments.GetValue(window) is not { } text ? TimeSpan.FromSeconds(60)
        : DurationValue.Read("--log-window", text) is { TotalSeconds: 60 or 600 } known ? known
        : throw new CommandException($"--log-window: '{Printable.Text(text)}' is not how long flow logs add up; write 60s or 10m");

    public FlowLogOptions Options(ParseResult arguments, ForwardingGraph graph)
    {
        var options = Read(arguments, graph);
        if (graph.Attachments.FirstOrDefault(attachment => attachment.Transport >= 0 && options.Resources.Contains(graph.Nodes[attachment.Node].Path)) is { } connect)
        {
            throw new CommandException($"--log-at: {graph.Nodes[connect.Node].Path} is a Connect attachment, which has no flow log; name {graph.Nodes[connect.Transport].Path}, which transports it");
        }

        var atGateways = TransitGatewayLogs.Resources(graph).ToHashSet();
        if (arguments.GetValue(format) is not null && options.Resources.Count > 0 && options.Resources.All(atGateways.Contains))
        {
            throw new CommandException("--log-format: only transit gateways have a flow log, whose fields --log-transit-format chooses; write that, or name a VPC, a subnet or an interface by --log-at");
        }

        if (!options.Resources.Any(atGateways.Contains))
        {
            return arguments.GetValue(gatewayFormat) is null ? options
                : throw new CommandException("--log-transit-format: no transit gateway has a flow log; name one, or an attachment, by --log-at");
        }

        return options.Traffic != FlowLogTraffic.All ? throw new CommandException("--log-traffic: the flow log of a transit gateway records all traffic, because a gateway neither accepts nor rejects; leave --log-traffic out")
            : Window(arguments) != TransitGatewayRecorder.Window ? throw new CommandException("--log-window: the flow log of a transit gateway adds up 60s and nothing else; leave --log-window out")
            : options;
    }

    private FlowLogOptions Read(ParseResult arguments, ForwardingGraph graph) => new()
    {
        Format = Format(arguments.GetValue(format)),
        TransitGatewayFormat = GatewayFormat(arguments.GetValue(gatewayFormat)),
        Traffic = arguments.GetValue(traffic) switch
        {
            null or "all" => FlowLogTraffic.All,
            "accept" => FlowLogTraffic.Accept,
            "reject" => FlowLogTraffic.Reject,
            var other => throw new CommandException($"--log-traffic: '{Printable.Text(other)}' is no traffic; write all, accept or reject"),
        },
        Resources = [.. (arguments.GetValue(resources) ?? []).Select(name => Resource(name, graph)).Distinct()],
        Encoding = arguments.GetValue(layout) switch
        {
            null or "text" or Streams => TextFlowLogEncoding.Instance,
            "parquet" => ParquetFlowLogEncoding.Instance,
            var other => throw new CommandException($"--log-as: '{Printable.Text(other)}' is no way to keep flow logs; write text, parquet or {Streams}"),
        },
        Layout = arguments.GetValue(layout) == Streams ? FlowLogLayout.LogStreams : FlowLogLayout.Bucket,
        MaximumRecordsOfWindow = arguments.GetValue(limit) is { } most ? TrafficValues.Number("--log-limit", most, 0, int.MaxValue) : null,
        Role = Role(arguments),
        BucketPolicy = Policy(arguments),
        IsHiveCompatible = arguments.GetValue(hive),
        IsHourly = arguments.GetValue(hourly),
    };

    /// <summary>The bucket that files go to, by way of the folder; nothing when none is named.</summary>
    public FlowLogBucket? Bucket(ParseResult arguments, string folder)
    {
        var store = arguments.GetValue(endpoint);
        if (arguments.GetValue(bucket) is not { } address)
        {
            return store is null ? null : throw new CommandException("--log-endpoint: name the bucket as well, by --log-to s3://bucket/prefix");
        }

        if (arguments.GetValue(layout) == Streams)
        {
            throw new CommandException("--log-to: a bucket has no streams; leave --log-to or --log-as streams out");
        }

        try
        {
            return new FlowLogBucket(new FlowLogFolder(folder), BucketAddress.Parse(address), store is null ? null : Store(store));
        }
        catch (FormatException wrong)
        {
            throw new CommandException($"--log-to: {Printable.Whole(wrong.Message)}");
        }
    }

    private FlowLogRole? Role(ParseResult arguments) =>
        arguments.GetValue(role) is not { } text ? new FlowLogRole()
        : arguments.GetValue(layout) != Streams ? throw new CommandException($"--log-role: a bucket wants no role; leave it out, or add --log-as {Streams}")
        : FlowLogAccess.Role("--log-role", text);

    private FlowLogBucketPolicy? Policy(ParseResult arguments) =>
        arguments.GetValue(policy) is not { } text ? new FlowLogBucketPolicy()
        : arguments.GetValue(layout) == Streams ? throw new CommandException($"--log-bucket-policy: streams are in no bucket; leave --log-bucket-policy or --log-as {Streams} out")
        : FlowLogAccess.Policy("--log-bucket-policy", text);

    private static Uri Store(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
        ? address
        : throw new CommandException($"--log-endpoint: '{Printable.Text(text)}' is no address of an object store; write one such as http://localhost:9000");

    private static FlowLogFormat Format(string? text)
    {
        try
        {
            return text switch
            {
                null => FlowLogFormat.Default,
                ['v', .. var version] when int.TryParse(version, out var number) && number is >= 2 and <= 10 => FlowLogFormat.OfVersion(number),
                _ => FlowLogFormat.Parse(text),
            };
        }
        catch (ArgumentException unknown)
        {
            throw new CommandException($"--log-format: {unknown.Message.Split(" (Parameter", 2)[0]}");
        }
    }

    private static FlowLogFormat GatewayFormat(string? text)
    {
        try
        {
            return text is null ? FlowLogFormat.TransitGateway : FlowLogFormat.ParseTransitGateway(text);
        }
        catch (ArgumentException unknown)
        {
            throw new CommandException($"--log-transit-format: {unknown.Message.Split(" (Parameter", 2)[0]}");
        }
    }

    /// <summary>The path of what has an interface in a VPC in it, or is one; of a transit gateway or an attachment.</summary>
    private static string Resource(string name, ForwardingGraph graph)
    {
        var vpcs = graph.Vpcs.Select(vpc => vpc.Node).ToHashSet();
        var found = Called(graph.Holders.Where(holder => vpcs.Contains(holder.Vpc)).SelectMany(holder => new[] { holder.Node, holder.Subnet, holder.Vpc }).Distinct().Select(node => graph.Nodes[node].Path));

        // Attachments often have the names of their VPCs.
        if (found.Count == 0)
        {
            found = Called(TransitGatewayLogs.Resources(graph));
        }

        return found switch
        {
            [var path] => path,
            [] => throw new CommandException($"--log-at: no VPC, subnet, interface, transit gateway or attachment is called '{Printable.Text(name)}'"),
            _ => throw new CommandException($"--log-at: '{Printable.Text(name)}' may be {string.Join(" or ", found)}; write more of its path"),
        };

        List<string> Called(IEnumerable<string> paths) => [.. paths.Where(path => ElementPath.IsCalled(path, name)).Distinct()];
    }
}
