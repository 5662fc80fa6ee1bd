using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// The source classes, junctions and path programs of a graph in flat arrays: the ranges of all classes behind one another, those of junctions last, and the
/// steps of all programs behind one another.
/// </summary>
internal sealed class PathTable
{
    private readonly Func<uint, int>?[] classifiers;
    private readonly int[] firstRange;
    private readonly uint[] rangeStarts;
    private readonly int[] rangePrograms;
    private readonly SourceClass[] sources;
    private readonly int firstJunction;
    private readonly FlatProgram[] programs;
    private readonly FlatStep[] steps;
    private readonly FlatStep[] deciding;
    private List<IpPrefix[]>? registered;

    public PathTable(ForwardingGraph graph, FilterTable filters, IReadOnlyList<Func<uint, int>?>? generated)
    {
        sources = [.. graph.Sources, .. graph.Junctions];
        firstJunction = graph.Sources.Count;
        classifiers = new Func<uint, int>?[sources.Length];
        firstRange = new int[sources.Length + 1];
        for (var source = 0; source < sources.Length; source++)
        {
            classifiers[source] = generated is not null && source < generated.Count ? generated[source] : null;
            firstRange[source + 1] = firstRange[source] + sources[source].Starts.Count;
            KnowsIpv6 |= sources[source].Ipv6Starts.Count > 0;
        }

        rangeStarts = new uint[firstRange[^1]];
        rangePrograms = new int[firstRange[^1]];
        for (var source = 0; source < sources.Length; source++)
        {
            for (var range = 0; range < sources[source].Starts.Count; range++)
            {
                rangeStarts[firstRange[source] + range] = sources[source].Starts[range];
                rangePrograms[firstRange[source] + range] = sources[source].Programs[range];
            }
        }

        var stepCount = 0;
        foreach (var program in graph.Programs)
        {
            stepCount += program.Steps.Count;
        }

        steps = new FlatStep[stepCount];
        programs = new FlatProgram[graph.Programs.Count];
        deciding = new FlatStep[steps.Length];
        var (firstStep, firstDeciding) = (0, 0);
        for (var program = 0; program < programs.Length; program++)
        {
            var walked = graph.Programs[program].Steps;
            for (var place = 0; place < walked.Count; place++)
            {
                steps[firstStep + place] = Flatten(walked[place]) with { Place = place };
            }

            var decidingCount = Choose(steps.AsSpan(firstStep, walked.Count), filters, KnowsIpv6, deciding.AsSpan(firstDeciding));
            var isAutoTracked = IsAutoTracked(steps.AsSpan(firstStep, walked.Count));
            programs[program] = Flatten(graph.Programs[program], firstStep, isAutoTracked) with { FirstDeciding = firstDeciding, DecidingCount = decidingCount };
            (firstStep, firstDeciding) = (firstStep + walked.Count, firstDeciding + decidingCount);
        }

        Array.Resize(ref deciding, firstDeciding);
    }

    /// <summary>Whether anything of the network speaks IPv6.</summary>
    public bool KnowsIpv6 { get; }

    /// <summary>Whether paths meet at junctions.</summary>
    public bool HasJunctions => firstJunction < sources.Length;

    public ref readonly FlatProgram this[int program] => ref programs[program];

    public ReadOnlySpan<FlatStep> StepsOf(in FlatProgram program) => steps.AsSpan(program.FirstStep, program.StepCount);

    /// <summary>
    /// The steps of a program that decide something. Of look-ups, relays and network ACLs that let everything pass, one stands for all that follow one another.
    /// </summary>
    public ReadOnlySpan<FlatStep> DecidingStepsOf(in FlatProgram program) => deciding.AsSpan(program.FirstDeciding, program.DecidingCount);

    /// <summary>The program of packets from that source class to that destination; -1 for IPv6 where nothing speaks it.</summary>
    public int ProgramFor(int source, IpAddress destination) =>
        destination.AsIpv4 is { } ipv4 ? ProgramFor(source, ipv4) : sources[source].ProgramFor(destination);

    /// <summary>The rest of a path that ends at a junction.</summary>
    /// <param name="program">The program that does.</param>
    /// <param name="destination">Where the packet goes.</param>
    public int ProgramBehind(in FlatProgram program, IpAddress destination) => ProgramFor(firstJunction + program.Junction, destination);

    private int ProgramFor(int source, Ipv4Address destination)
    {
        if (classifiers[source] is { } classify)
        {
            return classify(destination.Value);
        }

        var low = firstRange[source];
        var high = firstRange[source + 1] - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (rangeStarts[middle] <= destination.Value)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return rangePrograms[low];
    }

    /// <summary>Whether an address is in one of the prefixes that a step takes.</summary>
    public bool IsRegistered(int list, IpAddress address)
    {
        foreach (var prefix in registered![list])
        {
            if (prefix.Contains(address))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>How many of the steps decide; they stand at the beginning of <paramref name="deciding"/>.</returns>
    private static int Choose(ReadOnlySpan<FlatStep> all, FilterTable filters, bool asksIpv6, Span<FlatStep> deciding)
    {
        var count = 0;
        foreach (var step in all)
        {
            var decides = step.Kind switch
            {
                StepKind.Route or StepKind.Peering or StepKind.Relay or StepKind.TransitGateway => false,
                StepKind.NetworkAcl => !filters.AllowsAll(step.Argument, asksIpv6),
                _ => true,
            };
            if (decides)
            {
                deciding[count++] = step;
            }
            else if (count == 0 || deciding[count - 1].Kind != StepKind.Relay)
            {
                deciding[count++] = step with { Kind = StepKind.Relay };
            }
        }

        return count;
    }

    private FlatStep Register(RegisteredSourceStep step)
    {
        registered ??= [];
        registered.Add([.. step.Prefixes]);
        return new FlatStep(StepKind.RegisteredSource, registered.Count - 1, -1, Inbound: false);
    }

    private FlatStep Flatten(PathStep step) => step switch
    {
        SenderGroupsStep => new FlatStep(StepKind.SenderGroups, -1, -1, Inbound: false),
        NetworkAclStep acl => new FlatStep(StepKind.NetworkAcl, acl.Filter, acl.Subnet, acl.Inbound),
        RouteStep => new FlatStep(StepKind.Route, -1, -1, Inbound: false),
        TransitGatewayStep => new FlatStep(StepKind.TransitGateway, -1, -1, Inbound: false),
        NatGatewayStep nat => new FlatStep(StepKind.NatGateway, nat.Holder, -1, Inbound: false),
        InternetGatewayOutStep gateway => new FlatStep(StepKind.InternetGatewayOut, gateway.Vpc, -1, Inbound: false),
        InternetGatewayInStep gateway => new FlatStep(StepKind.InternetGatewayIn, gateway.Holder, -1, Inbound: false),
        _ => FlattenRare(step),
    };

    // Apart, as in the reader: a method that is entered loads the types that it asks for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private FlatStep FlattenRare(PathStep step) => step switch
    {
        RegisteredSourceStep source => Register(source),
        RelayStep => new FlatStep(StepKind.Relay, -1, -1, Inbound: false),
        GatewayEndpointStep => new FlatStep(StepKind.GatewayEndpoint, -1, -1, Inbound: false),
        PeeringStep => new FlatStep(StepKind.Peering, -1, -1, Inbound: false),
        InspectionStep inspection => new FlatStep(StepKind.Inspection, inspection.Inspection, -1, Inbound: false),
        HolderGroupsStep groups => new FlatStep(StepKind.SenderGroups, groups.Holder, -1, Inbound: false),
        HolderEntryStep entry => new FlatStep(StepKind.InterfaceEntry, entry.Holder, entry.SourceVpc, Inbound: true),
        ClientVpnAuthorizationStep => new FlatStep(StepKind.Route, -1, -1, Inbound: false),
        EgressOnlyGatewayStep gateway => new FlatStep(StepKind.EgressOnlyGateway, gateway.Node, gateway.Vpc, gateway.Inbound),
        InterfaceEntryStep entry => new FlatStep(StepKind.InterfaceEntry, entry.Holder, entry.SourceVpc, Inbound: true),
        ForwardStep forward => new FlatStep(StepKind.Forward, forward.Holder, forward.Host, Inbound: false) { Forwarding = forward.Mode },
        _ => throw new NotSupportedException($"The runtime does not know the step {step.GetType().Name}."),
    };

    private static bool IsAutoTracked(ReadOnlySpan<FlatStep> walked)
    {
        foreach (var step in walked)
        {
            if (step.Kind is StepKind.NatGateway or StepKind.TransitGateway or StepKind.EgressOnlyGateway or StepKind.Inspection)
            {
                return true;
            }
        }

        return false;
    }

    private static FlatProgram Flatten(PathProgram program, int firstStep, bool isAutoTracked)
    {
        var flat = new FlatProgram(firstStep, program.Steps.Count, EndKind.Exit, -1, -1, default, isAutoTracked);
        return program.End switch
        {
            DeliverEnd end => flat with { End = EndKind.Deliver, Vpc = end.Vpc, SourceVpc = end.SourceVpc },
            HostServiceEnd => flat with { End = EndKind.HostService },
            ExitEnd => flat with { End = EndKind.Exit },
            DropEnd end => flat with { End = EndKind.Drop, Code = end.Code },
            var end => FlattenRare(end, flat),
        };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FlatProgram FlattenRare(PathEnd rare, in FlatProgram flat) => rare switch
    {
        ServiceEnd => flat with { End = EndKind.Service },
        Nat64End end => flat with { End = EndKind.Nat64, IsAutoTracked = true, Nat64Holder = end.Holder, Nat64Source = end.Source },
        SpreadEnd end => flat with { End = EndKind.Spread, Rest = end.Programs },
        JunctionEnd end => flat with { End = EndKind.Junction, SourceVpc = end.SourceVpc, Junction = end.Junction },
        _ => throw new NotSupportedException($"The runtime does not know the end {rare.GetType().Name}."),
    };
}
