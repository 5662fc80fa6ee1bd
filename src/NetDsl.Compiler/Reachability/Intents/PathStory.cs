using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Intents;

/// <summary>Tells the way of one packet through the network, out of the way of the set that it is of.</summary>
internal sealed class PathStory(PlanTables tables, PacketSpace space)
{
    private static readonly string ListenerKind = ElementKinds.Code(ElementKind.LoadBalancer);
    private readonly NetworkLowering plan = tables.Plan;

    /// <summary>What the packet passes, in order.</summary>
    /// <param name="branch">The set.</param>
    /// <param name="sent">The packet, as it was sent.</param>
    public List<PathStation> Of(FlowBranch branch, Packet sent)
    {
        var stations = new List<PathStation>();
        foreach (var point in branch.Path.Reverse())
        {
            if (Station(point, point.Header.Of(sent), sent) is { } station)
            {
                stations.Add(station);
            }
        }

        return stations;
    }

    /// <summary>The routes that lead a set on.</summary>
    public IEnumerable<RouteStep> Routes(FlowBranch branch) => branch.Path.Select(point => tables.StepAt(point.Program, point.Step)).OfType<RouteStep>();

    /// <summary>All elements that a set passes, as nodes.</summary>
    public IEnumerable<GraphNode> Passed(FlowBranch branch)
    {
        foreach (var point in branch.Path)
        {
            if (point.Node >= 0)
            {
                yield return plan.Node(point.Node);
                continue;
            }

            if (point.Holder >= 0)
            {
                var holder = plan.Holders[point.Holder];
                yield return plan.Node(holder.Node);
                if (tables.DistributionOf(point.Holder) is { } distribution)
                {
                    yield return plan.Node(distribution.Node);
                }

                if (holder.Role == HolderRole.EndpointInterface)
                {
                    yield return plan.Node(tables.EndpointOf(point.Holder).Node);
                }
            }

            var step = tables.StepAt(point.Program, point.Step);
            if (step?.Node is >= 0 and var node)
            {
                yield return plan.Node(node);
            }

            switch (step)
            {
                case RouteStep { Target: >= 0 } route:
                    yield return plan.Node(route.Target);
                    break;
                case ForwardStep forward:
                    yield return plan.Node(forward.Host);
                    break;
            }
        }
    }

    private PathStation? Station(PathPoint point, Packet packet, Packet sent)
    {
        var step = point.Acl ?? (point.Node < 0 ? tables.StepAt(point.Program, point.Step) : null);
        switch (step)
        {
            case NetworkAclStep acl:
                return Filtered(plan.Node(acl.Node), acl.Filter, rule => rule.MatchesTraffic(packet) && rule.Prefix.Contains(acl.Inbound ? packet.Source : packet.Destination), rule => RuleText.NetworkAclEntry(rule, acl.Inbound));
            case RouteStep route:
                return At(plan.Node(route.Node), RuleText.Route(route, plan.Node), route.Origin);
            case ClientVpnAuthorizationStep authorization:
                return At(plan.Node(authorization.Node), RuleText.Authorization(authorization), authorization.Origin);
            case RelayStep relay:
                return At(plan.Node(relay.Node), relay.Decision);
            case TransitGatewayStep attachment:
                return At(plan.Node(attachment.Node), attachment.Entering ? "enters the transit gateway" : "leaves the transit gateway");
            case PeeringStep or InternetGatewayInStep or InternetGatewayOutStep or EgressOnlyGatewayStep or GatewayEndpointStep or RegisteredSourceStep or InspectionStep:
                return At(plan.Node(step.Node), "passes");
        }

        if (point.Node < 0 && point.Holder < 0)
        {
            return null;
        }

        var node = plan.Node(point.Node >= 0 ? point.Node : point.Program < 0 ? TranslatorOf(point.Holder) : plan.Holders[HolderAt(point, step, packet)].Node);
        if (point.Filter < 0 || space.Contains(point.Known, sent))
        {
            return At(node, node.Kind == ListenerKind ? "sends it to a target" : "passes");
        }

        var inbound = point.CameBy is not null;
        return Filtered(
            node,
            point.Filter,
            rule => rule.MatchesTraffic(packet) && MatchesOther(rule, point.CameBy, inbound ? packet.Source : packet.Destination),
            rule => RuleText.SecurityGroupRule(rule, inbound, plan.Node));
    }

    /// <summary>What a translator is called: the load balancer for its node, the endpoint for its interface, else itself.</summary>
    private int TranslatorOf(int holder) => plan.Holders[holder].Role switch
    {
        HolderRole.LoadBalancerNode => tables.DistributionOf(holder)!.Node,
        HolderRole.EndpointInterface => tables.EndpointOf(holder).Node,
        _ => plan.Holders[holder].Node,
    };

    /// <summary>The interface at a place: of a group, the one whose address the packet has there.</summary>
    private int HolderAt(PathPoint point, PathStep? step, Packet packet) =>
        (point.IsOfGroup ? tables.GroupOf(point.Holder).HolderOf(step is SenderGroupsStep ? packet.Source : packet.Destination) : null) ?? point.Holder;

    private PathStation? Filtered(GraphNode node, int filter, Func<FilterRule, bool> matches, Func<FilterRule, string> text) =>
        plan.Filter(filter).Rules.FirstOrDefault(matches) is { } rule
            ? At(node, text(rule), rule.Origin.Equals(Origin.None) ? plan.Node(rule.Owner).Origin : rule.Origin) with { IsFilter = true }
            : null;

    /// <summary>Whether a rule means the other end: of what comes in, a member of a group only by its private address, and as whoever stands for it.</summary>
    private bool MatchesOther(FilterRule rule, SymbolicLeg? cameBy, IpAddress other)
    {
        if (rule.Group < 0)
        {
            return rule.Prefix.Contains(other);
        }

        var member = cameBy is { Carrier: >= 0 and var carrier } ? plan.Holders[carrier].PrivateAddress : other;
        return rule.Members.Any(each => plan.Holders[each].Has(member) && (cameBy is not { } leg || plan.Holders[each].Vpc == leg.SourceVpc));
    }

    private static PathStation At(GraphNode node, string decision, Origin? origin = null) =>
        new(node.Path, node.Kind, decision, origin is null || origin.Equals(Origin.None) ? node.Origin : origin);
}
