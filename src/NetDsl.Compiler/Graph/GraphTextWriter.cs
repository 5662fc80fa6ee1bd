using System.Globalization;
using System.Text;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>Writes <see cref="ForwardingGraphText"/>.</summary>
internal sealed class GraphTextWriter
{
    /// <summary>Stands for <see cref="JunctionEnd.Carried"/>.</summary>
    internal const string Carried = "carried";

    private readonly StringBuilder text = new();

    public string Write(ForwardingGraph graph)
    {
        Line(ForwardingGraphText.Header);
        Line("name", Quoted(graph.Name));
        Section("nodes", graph.Nodes, node => Line(node.Kind, Quoted(node.Path), At(node.Origin)));
        Section("vpcs", graph.Vpcs, vpc => Line(Number(vpc.Node), vpc.Region, vpc.Account));
        Section("subnets", graph.Subnets, subnet => Line(Number(subnet.Node), subnet.ZoneId));
        Section("holders", graph.Holders, Holder);
        Section("filters", graph.Filters, filter => Section("filter", filter.Rules, Rule));
        var steps = graph.Programs.SelectMany(program => program.Steps).Distinct().ToEquatableArray();
        var ends = graph.Programs.Select(program => program.End).Distinct().ToEquatableArray();
        Section("steps", steps, Step);
        Section("ends", ends, End);
        Programs(graph.Programs, IndexesOf(steps), IndexesOf(ends));
        Section("sources", graph.Sources, Source);
        if (graph.Junctions.Count > 0)
        {
            Section("junctions", graph.Junctions, Source);
        }

        Lines(DistributionText.Section, graph.Distributions.Count, DistributionText.Lines(graph.Distributions));

        if (graph.Endpoints.Count > 0)
        {
            Section("endpoints", graph.Endpoints, Endpoint);
        }

        Lines(EndpointPolicyText.Section, graph.Policies.Count, EndpointPolicyText.Lines(graph.Policies));

        Lines(ResourcePolicyText.Section, graph.ResourcePolicies.Count, ResourcePolicyText.Lines(graph.ResourcePolicies));

        if (graph.Services.Count > 0)
        {
            Section("services", graph.Services, service => Line([Number(service.Node), .. service.Addresses.Select(address => address.ToString())]));
        }

        Lines(InspectionText.Section, graph.Inspections.Count, InspectionText.Lines(graph.Inspections));
        Lines(NameResolverText.Section, graph.Resolvers.Count, NameResolverText.Lines(graph.Resolvers));

        foreach (var line in AccelerationText.Lines(graph))
        {
            Line(line);
        }

        Lines(CircuitText.Section, graph.Circuits.Count, CircuitText.Lines(graph.Circuits));
        Lines(TransitGatewayText.Section, graph.TransitGateways.Count, TransitGatewayText.Lines(graph.TransitGateways));
        Lines(TransitGatewayText.AttachmentSection, graph.Attachments.Count, TransitGatewayText.Lines(graph.Attachments));
        return text.ToString();
    }

    private void Endpoint(EndpointLink link) => Line(
    [
        Number(link.Holder),
        Number(link.Node),
        Number(link.Service),
        Number(link.Provider),
        link.Refusal?.ToString() ?? "-",
        Quoted(link.Text),
        .. link.Records == DnsRecordIpType.Ipv4 ? Array.Empty<string>() : [link.Records.ToString()],
    ]);

    /// <summary>A section that is left out when it is empty.</summary>
    private void Lines(string section, int count, IEnumerable<string[]> lines)
    {
        if (count == 0)
        {
            return;
        }

        Line(section, Number(count));
        foreach (var line in lines)
        {
            Line(line);
        }
    }

    private void Holder(AddressHolder holder)
    {
        string[] words =
        [
            Number(holder.Node),
            Number(holder.Vpc),
            Number(holder.Subnet),
            Number(holder.Source),
            holder.PrivateAddress.ToString(),
            holder.PublicAddress?.ToString() ?? "-",
            Number(holder.Ingress),
            Number(holder.Egress),
            .. holder.Ipv6Addresses.Count == 0 ? [] : new[] { "ipv6", string.Join(",", holder.Ipv6Addresses) },
            .. holder.UsesDns64 ? new[] { "dns64" } : [],
            .. holder.Account is { } account ? new[] { "account", account } : [],
        ];

        // Interfaces and NAT gateways are told by their filters.
        var isTold = holder.Role == (holder.Ingress < 0 ? HolderRole.NatGateway : HolderRole.Interface);
        Line(
        [
            .. words,
            .. isTold && !holder.Forwards && holder.Primary < 0 ? Array.Empty<string>() : [holder.Role.ToString()],
            .. holder.Primary < 0 ? Array.Empty<string>() : ["of", Number(holder.Primary)],
            .. holder.Forwards ? [holder.ChecksSource ? "checked" : "unchecked", Number(holder.Forwarded)] : Array.Empty<string>(),
        ]);
    }

    private void Rule(FilterRule rule) => Line(
        rule.Allows ? "allow" : "deny",
        Number(rule.Owner),
        Number(rule.Number),
        rule.Protocol.ToString(),
        rule.Ports.ToString(),
        rule.Group < 0 ? rule.Prefix.ToString() : "group " + Number(rule.Group) + " " + Numbers(rule.Members),
        At(rule.Origin));

    private void Programs(
        EquatableArray<PathProgram> programs, Dictionary<PathStep, int> steps, Dictionary<PathEnd, int> ends) =>
        Section("programs", programs, program => Line(
            Numbers(program.Steps.Select(step => steps[step]).ToEquatableArray()), Number(ends[program.End])));

    private void End(PathEnd end)
    {
        switch (end)
        {
            case DeliverEnd deliver: Line("deliver", Number(deliver.Vpc), SourceVpc(deliver.SourceVpc)); break;
            case HostServiceEnd host: Line("host", Quoted(host.Service)); break;
            case ServiceEnd service: Line("service", Number(service.Node), Number(service.ReplySource)); break;
            case Nat64End nat: Line("nat64", Number(nat.Node), Number(nat.Holder), Number(nat.Source)); break;
            case ExitEnd exit: Line("exit", Number(exit.Node)); break;
            case SpreadEnd spread: Line("spread", Number(spread.Node), Numbers(spread.Programs)); break;
            case JunctionEnd junction: Line("junction", Number(junction.Node), Number(junction.Junction), Number(junction.SourceVpc)); break;
            case DropEnd drop: Line("drop", Number(drop.Node), drop.Code.ToString(), Quoted(drop.Text), At(drop.Origin)); break;
            default: throw new InvalidOperationException($"A path end {end.GetType().Name} has no text.");
        }
    }

    private void Step(PathStep step)
    {
        switch (step)
        {
            case SenderGroupsStep: Line("sender-groups"); break;
            case NetworkAclStep acl: Line("acl", Number(acl.Node), Number(acl.Subnet), acl.Inbound ? "in" : "out", Number(acl.Filter)); break;
            case RouteStep route:
                Line("route", Number(route.Node), route.Destination.ToString(), route.Kind.ToString(), Number(route.Target), At(route.Origin));
                break;
            case RelayStep relay: Line("relay", Number(relay.Node), Quoted(relay.Decision)); break;
            case RegisteredSourceStep registered:
                Line(["registered", Number(registered.Node), .. registered.Prefixes.Select(prefix => prefix.ToString())]);
                break;
            case GatewayEndpointStep endpoint: Line("endpoint", Number(endpoint.Node)); break;
            case PeeringStep peering: Line("peering", Number(peering.Node)); break;
            case TransitGatewayStep gateway:
                Line(
                    "transit",
                    Number(gateway.Node),
                    gateway.Entering ? "in" : "out",
                    Number(gateway.Subnet),
                    gateway.Unspecified ? "unspecified" : "given");
                break;
            case NatGatewayStep nat: Line(["nat", Number(nat.Node), Number(nat.Holder), .. nat.Note.Length == 0 ? Array.Empty<string>() : [Quoted(nat.Note)]]); break;
            case EgressOnlyGatewayStep gateway: Line("egress-only", Number(gateway.Node), Number(gateway.Vpc), gateway.Inbound ? "in" : "out"); break;
            case InterfaceEntryStep entry: Line("entry", Number(entry.Node), Number(entry.Holder), SourceVpc(entry.SourceVpc)); break;
            case ForwardStep forward:
                Line("forward", Number(forward.Node), Number(forward.Holder), Number(forward.Host), forward.Mode.ToString());
                break;
            case InspectionStep inspection: Line("inspect", Number(inspection.Node), Number(inspection.Inspection)); break;
            case HolderEntryStep entry: Line("groups-in", Number(entry.Node), Number(entry.Holder), SourceVpc(entry.SourceVpc)); break;
            case HolderGroupsStep groups: Line("groups", Number(groups.Node), Number(groups.Holder)); break;
            case ClientVpnAuthorizationStep rule:
                Line("authorization", Number(rule.Node), rule.Destination.ToString(), Quoted(rule.Group), At(rule.Origin));
                break;
            case InternetGatewayOutStep gateway: Line("igw-out", Number(gateway.Node), Number(gateway.Vpc)); break;
            case InternetGatewayInStep gateway: Line("igw-in", Number(gateway.Node), Number(gateway.Holder)); break;
            default: throw new InvalidOperationException($"A path step {step.GetType().Name} has no text.");
        }
    }

    private void Source(SourceClass source)
    {
        Line("source", Number(source.Node), Number(source.Starts.Count + source.Ipv6Starts.Count));
        for (var index = 0; index < source.Starts.Count; index++)
        {
            Line(new Ipv4Address(source.Starts[index]).ToString(), Number(source.Programs[index]));
        }

        for (var index = 0; index < source.Ipv6Starts.Count; index++)
        {
            Line(source.Ipv6Starts[index].ToString(), Number(source.Ipv6Programs[index]));
        }
    }

    private void Section<T>(string name, EquatableArray<T> items, Action<T> write)
    {
        Line(name, Number(items.Count));
        foreach (var item in items)
        {
            write(item);
        }
    }

    private void Line(params string[] words) => text.Append(string.Join(" ", words)).Append('\n');

    private static Dictionary<T, int> IndexesOf<T>(EquatableArray<T> items)
        where T : notnull => items.Select((item, index) => (item, index)).ToDictionary(pair => pair.item, pair => pair.index);

    private static string SourceVpc(int vpc) => vpc == JunctionEnd.Carried ? Carried : Number(vpc);

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Numbers(EquatableArray<int> numbers) =>
        numbers.Count == 0 ? "-" : string.Join(",", numbers.Select(Number));

    internal static string At(Origin origin) => origin.Line == 0 ? "-" : Quoted(origin.File) + ":" + Number(origin.Line);

    internal static string Quoted(string value) =>
        "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r") + "\"";
}
