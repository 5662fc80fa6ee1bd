using NetDsl.Addressing;
using NetDsl.Compiler.Reachability;
using NetDsl.Compiler.Reachability.Edits;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A subnet whose hosts must reach the internet, as its author says, and have no way. Source: "Example: VPC with servers in
/// private subnets and NAT", Amazon VPC User Guide.
/// </summary>
public static class PrivateSubnetWithoutNatRoute
{
    /// <summary>ND2003.</summary>
    public static Rule Rule { get; } = new(
        "ND2003", "Subnet needs the internet and has no route to it", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network)
    {
        var needy = network.Topology.Subnets.Where(subnet => subnet.NeedsInternet is not null).ToList();
        if (needy.Count == 0)
        {
            yield break;
        }

        var access = new InternetAccess(network.Topology, network.Cancellation);
        foreach (var subnet in needy)
        {
            if (network.Find<RouteTable>(subnet.RouteTable) is { } table
                && access.ObstacleFrom(subnet) is { } obstacle
                && !IsToldElsewhere(network, obstacle))
            {
                yield return Missing(network, subnet, table, obstacle);
            }
        }
    }

    /// <summary>
    /// Whether what the packet passed, or was led to, is a finding itself: of a gateway that is not attached, a host that forwards nothing, a NAT gateway that is cut off, an
    /// endpoint without appliances; or is a site, which may have a way to the internet that is not modelled.
    /// </summary>
    private static bool IsToldElsewhere(NetworkIndex network, InternetObstacle obstacle) =>
        obstacle.Passed.Any(node => network.Find(node) switch
        {
            Site => true,
            NatGateway { Connectivity: NatConnectivity.Public } gateway => NatGatewayWithoutInternet.IsCutOff(network, network.Find<Subnet>(gateway.Subnet)!),
            RegionalNatGateway gateway => NatGatewayWithoutInternet.IsCutOff(network, gateway),
            VpcEndpoint endpoint => GatewayLoadBalancerEndpointLeadsNowhere.Fault(network, endpoint) is not null,
            _ => false,
        })
        || obstacle.Routes.Any(route =>
            network.Find(route.Table) is RouteTable table
            && network.Find(route.Target) is { } target
            && (RouteToUnattachedGateway.Fault(network, table.Vpc, target.Id) is not null
                || (target is NetworkInterface each && RouteToHostThatDoesNotForward.Fault(network, each) is not null)));

    private static Finding Missing(
        NetworkIndex network, Subnet subnet, RouteTable table, InternetObstacle obstacle)
    {
        var target = subnet.IsIpv6Only ? null : Target(network, subnet, table);
        var present = table.Routes.FirstOrDefault(route => route.Destination.Value == Ipv4Prefix.All);

        // A route that leads to the proposed target already is broken further on; no other route mends that.
        var isProposed = target is not null && present?.Target.Value != target.Id;
        var cause = obstacle.TableWithoutRoute == table.Id.Path
            ? $"{network.Text(table)} has no route there"
            : $"what {network.Text(table)} sends there {obstacle.Text}";
        return new Finding(
            Rule,
            $"Subnet {network.Name(subnet.Id)} needs the internet, but {cause}; {Advice(network, subnet, table, target, isProposed)}.",
            subnet.NeedsInternet!)
        {
            Related =
            [
                .. table.Origin.Line > 0
                    ? [new RelatedOrigin(table.Origin, $"the route table that subnet {network.Name(subnet.Id)} uses")]
                    : Array.Empty<RelatedOrigin>(),
                .. isProposed
                    ? [new RelatedOrigin(target!.Origin, $"{network.Text(target.Id)}, which a route could lead to")]
                    : Array.Empty<RelatedOrigin>(),
            ],
            FixArguments = isProposed && MissingRoute.IsMissedByAll(network, subnet, table, other => other.NeedsInternet is not null)
                ? MissingRoute.FixArguments(network, subnet, table, target!, present).ToEquatableArray()
                : [],
        };
    }

    private static string Advice(NetworkIndex network, Subnet subnet, RouteTable table, Element? target, bool isProposed)
    {
        if (subnet.IsIpv6Only)
        {
            return $"route {IpPrefix.AllIpv6} to an internet gateway or an egress-only internet gateway of {network.Text(subnet.Vpc)}, or {Nat64.Prefix} to a NAT gateway";
        }

        if (target is NatGateway gateway && isProposed)
        {
            var zone = network.Find<Subnet>(gateway.Subnet)!.Zone.Value;
            var where = zone == subnet.Zone.Value ? $"of the same zone {zone}" : $"of zone {zone}";
            return $"route {Ipv4Prefix.All} to {network.Text(gateway.Id)} {where}";
        }

        if (target is not null && isProposed)
        {
            return $"route {Ipv4Prefix.All} to {network.Text(target.Id)}";
        }

        if (target is not null)
        {
            return $"mend the way behind {network.Text(target.Id)}";
        }

        var edge = network.SubnetsOf(subnet.Vpc)
            .Where(other => !NatGatewayWithoutInternet.IsCutOff(network, other))
            .OrderByDescending(other => other.Zone.Value == subnet.Zone.Value)
            .FirstOrDefault();
        return edge is null
            ? $"declare a NAT gateway in a public subnet of zone {subnet.Zone} and route {Ipv4Prefix.All} to it in {network.Text(table)}"
            : $"declare a NAT gateway in {network.Text(edge.Id)} ({edge.Zone}) and route {Ipv4Prefix.All} to it in {network.Text(table)}";
    }

    /// <summary>A NAT gateway of the VPC, of the same zone if there is one, or of all of them; else a transit gateway that leads out.</summary>
    private static Element? Target(NetworkIndex network, Subnet subnet, RouteTable table) =>
        (Element?)network.NatGatewaysOf(subnet.Vpc)
            .Where(gateway => gateway.Connectivity == NatConnectivity.Public && gateway.Subnet != subnet.Id)
            .OrderByDescending(gateway => network.Find<Subnet>(gateway.Subnet)!.Zone.Value == subnet.Zone.Value)
            .FirstOrDefault()
        ?? (Element?)network.Topology.RegionalNatGateways.FirstOrDefault(gateway => gateway.Vpc == subnet.Vpc)
        ?? network.Topology.TransitGateways.FirstOrDefault(gateway => gateway.AttachmentOf(subnet.Vpc) is not null && WouldLeadOut(network, subnet, table, gateway));

    /// <summary>Whether the subnet would have a way if its table sent everything to the transit gateway.</summary>
    private static bool WouldLeadOut(NetworkIndex network, Subnet subnet, RouteTable table, TransitGateway gateway)
    {
        var routed = table with
        {
            Routes = table.Routes
                .Where(route => route.Destination.Value != Ipv4Prefix.All)
                .Append(new Route(new Sourced<IpPrefix>(Ipv4Prefix.All, Origin.None), new Sourced<ElementId>(gateway.Id, Origin.None), Origin.None))
                .ToEquatableArray(),
        };
        return new InternetAccess(network.Topology with { RouteTables = network.Topology.RouteTables.With(routed) }, network.Cancellation).ObstacleFrom(subnet) is null;
    }
}
