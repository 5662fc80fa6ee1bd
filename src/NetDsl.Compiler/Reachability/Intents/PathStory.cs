using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Intents;

/// <summary>Tells the way of one packet through the network, out of the way of the set that it is of.</summary>
internal sealed class PathStory(PlanTables tables)
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
            if (Station(point, point.Header.Of(sent)) is { } station)
            {
                stations.Add(station);
            }
        }

        return stations;
    }

    /// <summary>All elements that a set passes, as nodes.</summary>
    public IEnumerable<GraphNode> Passed(FlowBranch branch)
    {
        foreach (var point in branch.Path)
        {
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
                case InspectionStep inspected:
                    yield return plan.Node(plan.Inspection(inspected.Inspection).LoadBalancer);
                    break;
            }
        }

        foreach (var chosen in branch.Appliances)
        {
            yield return plan.Node(plan.Holders[chosen.Among[chosen.Chosen]].Node);
        }
    }

    private PathStation? Station(PathPoint point, Packet packet)
    {
        var step = tables.StepAt(point.Program, point.Step);
        switch (step)
        {
            case NetworkAclStep acl:
                return Filtered(plan.Node(acl.Node), acl.Filter, packet, acl.Inbound, isAcl: true);
            case RouteStep route:
                return At(plan.Node(route.Node), RuleText.Route(route, plan.Node), route.Origin);
            case ClientVpnAuthorizationStep authorization:
                return At(plan.Node(authorization.Node), RuleText.Authorization(authorization), authorization.Origin);
            case RelayStep relay:
                return At(plan.Node(relay.Node), relay.Decision);
            case TransitGatewayStep attachment:
                return At(plan.Node(attachment.Node), attachment.Entering ? "enters the transit gateway" : "leaves the transit gateway");
            case PeeringStep or InternetGatewayInStep or InternetGatewayOutStep or EgressOnlyGatewayStep or GatewayEndpointStep or InspectionStep:
                return At(plan.Node(step.Node), "passes");
        }

        if (point.Holder < 0)
        {
            return null;
        }

        var node = plan.Node(plan.Holders[point.Holder].Node);
        if (point.Filter < 0)
        {
            return At(node, node.Kind == ListenerKind ? "sends it to a target" : "passes");
        }

        var inbound = plan.Holders[point.Holder].Ingress == point.Filter && step is not (SenderGroupsStep or HolderGroupsStep or ForwardStep);
        return Filtered(node, point.Filter, packet, inbound, isAcl: false);
    }

    private PathStation? Filtered(GraphNode node, int filter, Packet packet, bool inbound, bool isAcl)
    {
        var rule = plan.Filter(filter).Rules.FirstOrDefault(each => each.MatchesTraffic(packet) && MatchesOther(each, inbound ? packet.Source : packet.Destination));
        if (rule is null)
        {
            return null;
        }

        var decision = isAcl ? RuleText.NetworkAclEntry(rule, inbound) : RuleText.SecurityGroupRule(rule, inbound, plan.Node);
        return At(node, decision, rule.Origin.Equals(Origin.None) ? plan.Node(rule.Owner).Origin : rule.Origin) with { IsFilter = true };
    }

    private bool MatchesOther(FilterRule rule, Addressing.IpAddress other) => rule.Group < 0
        ? rule.Prefix.Contains(other)
        : rule.Members.Any(member => plan.Holders[member].Has(other));

    private static PathStation At(GraphNode node, string decision, Origin? origin = null) =>
        new(node.Path, node.Kind, decision, origin is null || origin.Equals(Origin.None) ? node.Origin : origin);
}
