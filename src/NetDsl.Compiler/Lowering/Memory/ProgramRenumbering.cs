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

    // The nodes now, each one higher; 0 where nobody has asked.
    private readonly int[] nodes = new int[before.Nodes.Count];
    private readonly Dictionary<PathStep, PathStep?> steps = new(IdentityOfSteps.Instance);
    private readonly Dictionary<ElementId, int> inspections = [];

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

    /// <summary>The program now; nothing when nobody can say.</summary>
    public PathProgram? Of(KnownProgram known)
    {
        var program = known.Remembered;
        var now = new PathStep[program.Steps.Count];
        var lastRoute = Origin.None;
        var isSame = true;
        for (var step = 0; step < now.Length; step++)
        {
            if (Renumbered(program.Steps[step]) is not { } renumbered)
            {
                return null;
            }

            now[step] = renumbered;
            isSame &= ReferenceEquals(renumbered, program.Steps[step]);
            lastRoute = renumbered is RouteStep route ? route.Origin : lastRoute;
        }

        return Renumbered(program.End, known.EndOrigin, lastRoute) is not { } end ? null
            : isSame && end == program.End ? program
            : new PathProgram(now.ToEquatableArray(), end);
    }

    private PathStep? Renumbered(PathStep step)
    {
        // Many programs have the same steps of ACLs and routes.
        if (!steps.TryGetValue(step, out var now))
        {
            now = Anew(step);
            now = step.Equals(now) ? step : now;
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

    private int Node(int node)
    {
        // What is below zero is no node.
        if (node < 0)
        {
            return node;
        }

        if (nodes[node] == 0)
        {
            nodes[node] = 1 + (before.Nodes[node] is { } element ? NodeOf(element) : tables.Nodes.Internet);
        }

        return nodes[node] - 1;
    }

    private int? Holder(int holder) => tables.Holders.Find(before.Holders[holder]);

    private int? Source(int source) => tables.Holders.Sources.Find(before.Sources[source]);

    /// <summary>Tells steps apart by which object they are: quicker than by what they say.</summary>
    private sealed class IdentityOfSteps : IEqualityComparer<PathStep>
    {
        public static IdentityOfSteps Instance { get; } = new();

        public bool Equals(PathStep? x, PathStep? y) => ReferenceEquals(x, y);

        public int GetHashCode(PathStep obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
