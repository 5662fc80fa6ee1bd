using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>Reads <see cref="ForwardingGraphText"/>, checking every word and every index.</summary>
internal sealed class GraphTextReader(string text)
{
    private readonly GraphTextLines lines = new(text);

    public ForwardingGraph Read()
    {
        lines.Next();
        if (lines.Current != ForwardingGraphText.Header)
        {
            throw lines.Fault($"'{ForwardingGraphText.Header}' expected");
        }

        lines.Next();
        lines.Expect("name");
        var graph = new ForwardingGraph { Name = lines.Quoted() };
        graph = graph with { Nodes = Section("nodes", Node) };
        graph = graph with { Vpcs = Section("vpcs", Vpc) };
        graph = graph with { Subnets = Section("subnets", each => new GraphSubnet(each.Number(), each.Word())) };
        graph = graph with { Holders = Section("holders", Holder) };
        graph = graph with { Filters = Section("filters", each => new PacketFilter(Items(each, "filter", Rule))) };
        var steps = Section("steps", Step);
        var ends = Section("ends", End);
        graph = graph with { Programs = Section("programs", each => Program(each, steps, ends)) };
        graph = graph with { Sources = Section("sources", Source) };

        graph = WithAdditions(graph);
        lines.End();
        return GraphConsistency.Checked(graph);
    }

    /// <summary>
    /// What most networks have none of stands behind the rest. Each has a method of its own, since a method that is entered loads the types of all that it makes.
    /// </summary>
    private ForwardingGraph WithAdditions(ForwardingGraph graph)
    {
        if (!lines.HasMore)
        {
            return graph;
        }

        graph = lines.NextIs("junctions") ? WithJunctions(graph) : graph;
        graph = lines.NextIs(DistributionText.Section) ? WithDistributions(graph) : graph;
        graph = lines.NextIs("endpoints") ? WithEndpoints(graph) : graph;
        graph = lines.NextIs(EndpointPolicyText.Section) ? WithPolicies(graph) : graph;
        graph = lines.NextIs(ResourcePolicyText.Section) ? WithResourcePolicies(graph) : graph;
        graph = lines.NextIs("services") ? WithServices(graph) : graph;
        graph = lines.NextIs(InspectionText.Section) ? WithInspections(graph) : graph;
        graph = lines.NextIs(NameResolverText.Section) ? WithResolvers(graph) : graph;
        graph = lines.NextIs(AccelerationText.Section) ? WithAccelerations(graph) : graph;
        graph = lines.NextIs(AccelerationText.ClientSection) ? WithClients(graph) : graph;
        graph = lines.NextIs(CircuitText.Section) ? WithCircuits(graph) : graph;
        graph = lines.NextIs(TransitGatewayText.Section) ? WithTransitGateways(graph) : graph;
        return lines.NextIs(TransitGatewayText.AttachmentSection) ? WithAttachments(graph) : graph;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithJunctions(ForwardingGraph graph) => graph with { Junctions = Section("junctions", Source) };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithDistributions(ForwardingGraph graph) => graph with { Distributions = Section(DistributionText.Section, DistributionText.Read) };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithEndpoints(ForwardingGraph graph) => graph with { Endpoints = Section("endpoints", Endpoint) };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithPolicies(ForwardingGraph graph) => graph with { Policies = Section(EndpointPolicyText.Section, EndpointPolicyText.Read) };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithResourcePolicies(ForwardingGraph graph) =>
        graph with { ResourcePolicies = Section(ResourcePolicyText.Section, ResourcePolicyText.Read) };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithServices(ForwardingGraph graph) => graph with
    {
        Services = Section("services", each => new GraphService(each.Number(), each.Address()) { Ipv6Address = each.AtEnd ? null : each.Address() }),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithInspections(ForwardingGraph graph) => graph with { Inspections = Section(InspectionText.Section, InspectionText.Read) };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithResolvers(ForwardingGraph graph) => graph with { Resolvers = Section(NameResolverText.Section, NameResolverText.Read) };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithAccelerations(ForwardingGraph graph) => graph with
    {
        Accelerations = Section(AccelerationText.Section, AccelerationText.Read),
        Edges = Section(AccelerationText.EdgeSection, AccelerationText.ReadEdge),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithClients(ForwardingGraph graph) =>
        graph with { Clients = Section(AccelerationText.ClientSection, each => new GraphClient(each.Number(), each.Address())) };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithCircuits(ForwardingGraph graph) => graph with { Circuits = Section(CircuitText.Section, CircuitText.Read) };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithTransitGateways(ForwardingGraph graph) =>
        graph with { TransitGateways = Section(TransitGatewayText.Section, TransitGatewayText.Read) };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ForwardingGraph WithAttachments(ForwardingGraph graph) =>
        graph with { Attachments = Section(TransitGatewayText.AttachmentSection, TransitGatewayText.ReadAttachment) };

    private EquatableArray<T> Section<T>(string name, Func<GraphTextLines, T> read)
    {
        lines.Next();
        return Items(lines, name, read);
    }

    /// <summary>Reads a list whose heading is the current line.</summary>
    private static EquatableArray<T> Items<T>(GraphTextLines lines, string name, Func<GraphTextLines, T> read)
    {
        lines.Expect(name);
        return lines.Following(read);
    }

    private static GraphNode Node(GraphTextLines lines) => new(lines.Word(), lines.Quoted(), lines.Origin());

    private static GraphVpc Vpc(GraphTextLines lines) => new(lines.Number(), lines.Word(), lines.Word());

    private static AddressHolder Holder(GraphTextLines lines)
    {
        var holder = new AddressHolder(
            lines.Number(),
            lines.Number(),
            lines.Number(),
            lines.Number(),
            lines.Address(),
            lines.OptionalIpv4Address(),
            lines.Number(),
            lines.Number())
        {
            Ipv6Addresses = !lines.AtEnd && lines.TryTake("ipv6") ? lines.Addresses() : [],
            UsesDns64 = !lines.AtEnd && lines.TryTake("dns64"),
            Account = !lines.AtEnd && lines.TryTake("account") ? lines.Word() : null,
        };
        holder = lines.OptionalEnumeration<HolderRole>() is { } role ? holder with { Role = role } : holder;
        holder = !lines.AtEnd && lines.TryTake("of") ? holder with { Primary = lines.Number() } : holder;
        return lines.AtEnd ? holder : holder with { ChecksSource = lines.Choice("checked", "unchecked") == 0, Forwarded = lines.Number() };
    }

    private static FilterRule Rule(GraphTextLines lines)
    {
        var allows = lines.Choice("allow", "deny") == 0;
        var owner = lines.Number();
        var number = lines.Number();
        var protocol = lines.Protocol();
        var ports = lines.Ports();
        return lines.TryTake("group")
            ? new FilterRule(owner, number, allows, protocol, ports, default, lines.Number(), lines.Numbers(), lines.Origin())
            : new FilterRule(owner, number, allows, protocol, ports, lines.Prefix(), -1, [], lines.Origin());
    }

    private static PathProgram Program(GraphTextLines lines, EquatableArray<PathStep> steps, EquatableArray<PathEnd> ends)
    {
        var numbers = lines.Numbers();
        var walked = new PathStep[numbers.Count];
        for (var index = 0; index < walked.Length; index++)
        {
            walked[index] = lines.Item(steps, numbers[index]);
        }

        return new PathProgram(new EquatableArray<PathStep>(walked), lines.Item(ends, lines.Number()));
    }

    private static EquatableArray<IpPrefix> Prefixes(GraphTextLines lines)
    {
        var prefixes = new List<IpPrefix>();
        while (!lines.AtEnd)
        {
            prefixes.Add(lines.Prefix());
        }

        return prefixes.ToEquatableArray();
    }

    private static PathStep Step(GraphTextLines lines) => lines.Word() switch
    {
        "sender-groups" => new SenderGroupsStep(),
        "acl" => new NetworkAclStep(lines.Number(), lines.Number(), lines.Choice("in", "out") == 0, lines.Number()),
        "route" => new RouteStep(lines.Number(), lines.Prefix(), lines.RouteKind(), lines.Number(), lines.Origin()),
        "igw-out" => new InternetGatewayOutStep(lines.Number(), lines.Number()),
        "igw-in" => new InternetGatewayInStep(lines.Number(), lines.Number()),
        "nat" => new NatGatewayStep(lines.Number(), lines.Number()) { Note = lines.AtEnd ? "" : lines.Quoted() },
        "transit" => new TransitGatewayStep(
            lines.Number(), lines.Choice("in", "out") == 0, lines.Number(), lines.Choice("unspecified", "given") == 0),
        var word => RareStep(word, lines),
    };

    // Apart, as above.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PathStep RareStep(string word, GraphTextLines lines) => word switch
    {
        "relay" => new RelayStep(lines.Number(), lines.Quoted()),
        "registered" => new RegisteredSourceStep(lines.Number(), Prefixes(lines)),
        "endpoint" => new GatewayEndpointStep(lines.Number()),
        "peering" => new PeeringStep(lines.Number()),
        "egress-only" => new EgressOnlyGatewayStep(lines.Number(), lines.Number(), lines.Choice("in", "out") == 0),
        "entry" => new InterfaceEntryStep(lines.Number(), lines.Number(), SourceVpc(lines)),
        "forward" => new ForwardStep(lines.Number(), lines.Number(), lines.Number(), lines.Enumeration<HostForwarding>()),
        "inspect" => new InspectionStep(lines.Number(), lines.Number()),
        "groups-in" => new HolderEntryStep(lines.Number(), lines.Number(), SourceVpc(lines)),
        "groups" => new HolderGroupsStep(lines.Number(), lines.Number()),
        "authorization" => new ClientVpnAuthorizationStep(lines.Number(), lines.Prefix(), lines.Quoted(), lines.Origin()),
        _ => throw lines.Fault($"'{word}' is no step"),
    };

    private static PathEnd End(GraphTextLines lines) => lines.Word() switch
    {
        "deliver" => new DeliverEnd(lines.Number(), SourceVpc(lines)),
        "host" => new HostServiceEnd(lines.Quoted()),
        "exit" => new ExitEnd(lines.Number()),
        "drop" => new DropEnd(lines.Number(), lines.DropCode(), lines.Quoted(), lines.Origin()),
        var word => RareEnd(word, lines),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PathEnd RareEnd(string word, GraphTextLines lines) => word switch
    {
        "service" => new ServiceEnd(lines.Number(), lines.Number()),
        "nat64" => new Nat64End(lines.Number(), lines.Number(), lines.Number()),
        "spread" => new SpreadEnd(lines.Number(), lines.Numbers()),
        "junction" => new JunctionEnd(lines.Number(), lines.Number(), lines.Number()),
        _ => throw lines.Fault($"'{word}' is no end of a path"),
    };

    private static int SourceVpc(GraphTextLines lines) => lines.TryTake(GraphTextWriter.Carried) ? JunctionEnd.Carried : lines.Number();

    private static EndpointLink Endpoint(GraphTextLines lines) => new(
        lines.Number(),
        lines.Number(),
        lines.Number(),
        lines.Number(),
        lines.TryTake("-") ? null : lines.DropCode(),
        lines.Quoted())
    {
        Records = lines.OptionalEnumeration<DnsRecordIpType>() ?? DnsRecordIpType.Ipv4,
    };

    private static SourceClass Source(GraphTextLines lines)
    {
        lines.Expect("source");
        var node = lines.Number();
        var count = lines.Count();
        var (starts, programs) = (new uint[count], new int[count]);
        var (ipv6Starts, ipv6Programs) = (new IpAddress[count], new int[count]);
        var (ipv4Count, ipv6Count) = (0, 0);
        for (var index = 0; index < count; index++)
        {
            lines.Next();
            var start = lines.Address();
            if (start.AsIpv4 is { } ipv4)
            {
                starts[ipv4Count] = ipv4.Value;
                programs[ipv4Count++] = lines.Number();
            }
            else
            {
                ipv6Starts[ipv6Count] = start;
                ipv6Programs[ipv6Count++] = lines.Number();
            }
        }

        return new SourceClass(node, EquatableArray.Create<uint>(starts.AsSpan(0, ipv4Count)), EquatableArray.Create<int>(programs.AsSpan(0, ipv4Count)))
        {
            Ipv6Starts = EquatableArray.Create<IpAddress>(ipv6Starts.AsSpan(0, ipv6Count)),
            Ipv6Programs = EquatableArray.Create<int>(ipv6Programs.AsSpan(0, ipv6Count)),
        };
    }
}
