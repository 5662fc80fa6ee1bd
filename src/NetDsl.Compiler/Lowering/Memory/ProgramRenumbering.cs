using System.Runtime.CompilerServices;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>Puts programs of an earlier lowering into the numbers and the origins of this one. What cannot be put so is walked anew.</summary>
/// <param name="before">What the numbers stood for.</param>
/// <param name="index">The elements now.</param>
/// <param name="tables">Where things have their numbers now.</param>
/// <param name="junctions">The junctions now, when there are any.</param>
internal sealed class ProgramRenumbering(NumberedNetwork before, TopologyIndex index, NumberTables tables, JunctionTable? junctions)
{
    private const int Nothing = -1;
    private const int Unknown = -2;

    // The programs now, by those before and by what the origin of their end is of: of two paths with one program the ends may have moved apart.
    private readonly int[] programs = [.. Enumerable.Repeat(Unknown, before.Programs.Count * 3)];
    private readonly Dictionary<PathStep, PathStep?> steps = new(IdentityOfSteps.Instance);
    private readonly Dictionary<ElementId, int> inspections = [];

    /// <summary>The program now; -1 when nobody can say.</summary>
    public int Of(int program, EndOrigin endOrigin)
    {
        ref var known = ref programs[(program * 3) + (int)endOrigin];
        if (known == Unknown)
        {
            known = Renumbered(before.Programs[program], endOrigin) is { } now ? tables.Programs.IndexOf(now) : Nothing;
        }

        return known;
    }

    /// <summary>The node of an element, which is given a number unless it has one; -1 when the element is gone.</summary>
    public int NodeOf(ElementId element)
    {
        var node = tables.Nodes.Find(element);
        return node >= 0 ? node
            : index.Find(element) is { } found ? tables.Nodes.Of(found)
            : Nothing;
    }

    /// <summary>What a path asks where it crosses the border of a subnet.</summary>
    public NetworkAclStep? Acl(ElementId subnet, bool inbound) =>
        index.Find(subnet) is Subnet found ? tables.Filters.AclStep(found, inbound) : null;

    /// <summary>Compiles what is behind a Gateway Load Balancer endpoint; whether it leads somewhere.</summary>
    public bool Inspect(ElementId endpoint)
    {
        if (inspections.ContainsKey(endpoint))
        {
            return true;
        }

        if (index.Find(endpoint) is not VpcEndpoint found || ApplianceSelection.Behind(index, found) is not { Refusal: null } selection)
        {
            return false;
        }

        inspections.Add(endpoint, tables.Inspections.IndexOf(found, selection));
        return true;
    }

    private PathProgram? Renumbered(PathProgram program, EndOrigin endOrigin)
    {
        var now = new PathStep[program.Steps.Count];
        var lastRoute = Origin.None;
        for (var step = 0; step < now.Length; step++)
        {
            if (Renumbered(program.Steps[step]) is not { } renumbered)
            {
                return null;
            }

            now[step] = renumbered;
            lastRoute = renumbered is RouteStep route ? route.Origin : lastRoute;
        }

        return Renumbered(program.End, endOrigin, lastRoute) is { } end ? new PathProgram(now.ToEquatableArray(), end) : null;
    }

    private PathStep? Renumbered(PathStep step)
    {
        // Many programs have the same steps of ACLs and routes.
        if (!steps.TryGetValue(step, out var now))
        {
            now = Anew(step);
            steps.Add(step, now);
        }

        return now;
    }

    private PathStep? Anew(PathStep step) => step switch
    {
        SenderGroupsStep => step,
        NetworkAclStep acl => before.Nodes[acl.Subnet] is { } subnet ? Acl(subnet, acl.Inbound) : null,
        RouteStep route => Route(route),
        TransitGatewayStep attachment => attachment with { Node = Node(attachment.Node), Subnet = Node(attachment.Subnet) },
        NatGatewayStep gateway => Holder(gateway.Holder) is { } holder ? gateway with { Node = Node(gateway.Node), Holder = holder } : null,
        HolderGroupsStep groups => Holder(groups.Holder) is { } holder ? groups with { Node = Node(groups.Node), Holder = holder } : null,
        HolderEntryStep entry => Holder(entry.Holder) is { } holder ? entry with { Node = Node(entry.Node), Holder = holder, SourceVpc = Node(entry.SourceVpc) } : null,
        InterfaceEntryStep entry => Holder(entry.Holder) is { } holder ? entry with { Node = Node(entry.Node), Holder = holder, SourceVpc = Node(entry.SourceVpc) } : null,
        ForwardStep forward => Holder(forward.Holder) is { } holder ? forward with { Node = Node(forward.Node), Holder = holder, Host = Node(forward.Host) } : null,
        InternetGatewayOutStep gateway => gateway with { Node = Node(gateway.Node), Vpc = Node(gateway.Vpc) },
        InternetGatewayInStep { Holder: < 0 } gateway => gateway with { Node = Node(gateway.Node) },
        InternetGatewayInStep gateway => Holder(gateway.Holder) is { } holder ? gateway with { Node = Node(gateway.Node), Holder = holder } : null,
        EgressOnlyGatewayStep gateway => gateway with { Node = Node(gateway.Node), Vpc = Node(gateway.Vpc) },
        InspectionStep inspection => before.Nodes[inspection.Node] is { } endpoint && inspections.TryGetValue(endpoint, out var number)
            ? inspection with { Node = Node(inspection.Node), Inspection = number }
            : null,
        RelayStep or PeeringStep or GatewayEndpointStep or RegisteredSourceStep => step with { Node = Node(step.Node) },
        _ => null,
    };

    private RouteStep? Route(RouteStep step) =>
        before.Nodes[step.Node] is { } id && index.Find(id) is { } table && tables.Tables.RouteFor(id, step.Destination) is { } route
            ? tables.Tables.Step(tables.Nodes, table, route)
            : null;

    private PathEnd? Renumbered(PathEnd end, EndOrigin endOrigin, Origin lastRoute) => end switch
    {
        HostServiceEnd => end,
        DeliverEnd deliver => deliver with { Vpc = Node(deliver.Vpc), SourceVpc = Node(deliver.SourceVpc) },
        ExitEnd exit => exit with { Node = Node(exit.Node) },
        ServiceEnd service => Source(service.ReplySource) is { } source ? service with { Node = Node(service.Node), ReplySource = source } : null,
        Nat64End gateway => Holder(gateway.Holder) is { } holder && Source(gateway.Source) is { } source
            ? gateway with { Node = Node(gateway.Node), Holder = holder, Source = source }
            : null,
        JunctionEnd junction => junctions?.Find(before.Junctions[junction.Junction]) is { } number
            ? junction with { Node = Node(junction.Node), Junction = number, SourceVpc = Node(junction.SourceVpc) }
            : null,
        DropEnd drop => drop with { Node = Node(drop.Node), Origin = OriginOf(drop, endOrigin, lastRoute) },
        _ => null,
    };

    private Origin OriginOf(DropEnd drop, EndOrigin endOrigin, Origin lastRoute) => endOrigin switch
    {
        EndOrigin.Element when before.Nodes[drop.Node] is { } id && index.Find(id) is { } element => tables.Nodes.Relative(element.Origin),
        EndOrigin.Route => lastRoute,
        _ => drop.Origin,
    };

    // What is below zero is no node.
    private int Node(int node) => node < 0 ? node : before.Nodes[node] is { } element ? NodeOf(element) : tables.Nodes.Internet;

    private int? Holder(int holder) => tables.Holders.Find(before.Holders[holder]);

    private int? Source(int source) => tables.Holders.Sources.Find(before.Sources[source]);

    /// <summary>Tells steps apart by which object they are: quicker than by what they say.</summary>
    private sealed class IdentityOfSteps : IEqualityComparer<PathStep>
    {
        public static IdentityOfSteps Instance { get; } = new();

        public bool Equals(PathStep x, PathStep y) => ReferenceEquals(x, y);

        public int GetHashCode(PathStep obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
