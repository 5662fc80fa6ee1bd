using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A public NAT gateway in a subnet that does not route to an internet gateway. Source: "NAT gateways", Amazon VPC User Guide.
/// </summary>
public static class NatGatewayWithoutInternet
{
    /// <summary>ND2004.</summary>
    public static Rule Rule { get; } = new(
        "ND2004", "Public NAT gateway has no way to the internet", RuleCategory.Routing, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    /// <summary>Whether no route of the subnet leads to an internet gateway of its VPC.</summary>
    internal static bool IsCutOff(NetworkIndex network, Subnet subnet) => IsCutOff(network, subnet.RouteTable, subnet.Vpc);

    /// <summary>Whether the VPC of a regional gateway has no internet gateway that the gateway's own table leads to.</summary>
    internal static bool IsCutOff(NetworkIndex network, RegionalNatGateway gateway) => IsCutOff(network, gateway.RouteTable, gateway.Vpc);

    private static bool IsCutOff(NetworkIndex network, ElementId routeTable, ElementId vpc) =>
        network.Find<RouteTable>(routeTable) is not { } table
        || table.Routes.All(route => !LeadsOut(network, route, vpc) && !LeadsOutPastAppliances(network, route, vpc));

    private static bool LeadsOut(NetworkIndex network, Route route, ElementId vpc) =>
        network.Find<InternetGateway>(route.Target.Value)?.Vpc == vpc
        && route.Destination.Value.IsIpv4
        && InternetSpace.Meets(route.Destination.Value);

    /// <summary>Whether the route leads to a Gateway Load Balancer endpoint whose own subnet routes to the internet gateway.</summary>
    private static bool LeadsOutPastAppliances(NetworkIndex network, Route route, ElementId vpc) =>
        route.Destination.Value.IsIpv4
        && InternetSpace.Meets(route.Destination.Value)
        && network.Find<VpcEndpoint>(route.Target.Value) is { Interfaces.Count: > 0 } endpoint
        && endpoint.Vpc == vpc
        && network.Find<NetworkInterface>(endpoint.Interfaces[0]) is { } each
        && network.Find<Subnet>(each.Subnet) is { } subnet
        && network.Find<RouteTable>(subnet.RouteTable) is { } next
        && next.Routes.Any(beyond => LeadsOut(network, beyond, vpc));

    private static IEnumerable<Finding> Find(NetworkIndex network) => OfSubnets(network).Concat(OfVpcs(network));

    private static IEnumerable<Finding> OfVpcs(NetworkIndex network) =>
        from gateway in network.Topology.RegionalNatGateways
        where IsCutOff(network, gateway)
        let internet = network.InternetGatewayOf(gateway.Vpc)
        let advice = internet is null
            ? $"declare an internet gateway for {network.Text(gateway.Vpc)}"
            : $"route {Ipv4Prefix.All} of its table to {network.Text(internet.Id)}"
        let state = internet is null ? $"{network.Text(gateway.Vpc)} has no internet gateway" : $"its route table '{gateway.RouteTable.Name}' does not lead to one"
        select new Finding(Rule, $"Regional NAT gateway {network.Name(gateway.Id)} cannot reach the internet: {state}; {advice}.", gateway.Origin);

    private static IEnumerable<Finding> OfSubnets(NetworkIndex network) =>
        from gateway in network.Topology.NatGateways
        where gateway.Connectivity == NatConnectivity.Public
        let subnet = network.Find<Subnet>(gateway.Subnet)
        where subnet is not null && IsCutOff(network, subnet)
        let table = network.Find<RouteTable>(subnet.RouteTable)
        where table is not null
        let present = table.Routes.FirstOrDefault(route => route.Destination.Value == Ipv4Prefix.All)
        where present is null || RouteToUnattachedGateway.Fault(network, subnet.Vpc, present.Target.Value) is null
        select CutOff(network, gateway, subnet, table, present);

    private static Finding CutOff(NetworkIndex network, NatGateway gateway, Subnet subnet, RouteTable table, Route? present)
    {
        var internet = network.InternetGatewayOf(subnet.Vpc);
        var state = present is null ? "has no route to an internet gateway"
            : present.Target.Value == gateway.Id ? $"sends {present.Destination} back to it"
            : $"sends {present.Destination} to {network.Text(present.Target.Value)}";
        var advice = internet is null
            ? $"declare an internet gateway for {network.Text(subnet.Vpc)} and route {Ipv4Prefix.All} to it there"
            : $"route {Ipv4Prefix.All} to {network.Text(internet.Id)} there";
        return new Finding(
            Rule,
            $"NAT gateway {network.Name(gateway.Id)} cannot reach the internet: {network.Text(table)}, which its {network.Text(subnet.Id)} uses, {state}; {advice}.",
            gateway.Origin)
        {
            Related =
            [
                new RelatedOrigin(subnet.Origin, $"the subnet of NAT gateway {network.Name(gateway.Id)}"),
                .. table.Origin.Line > 0
                    ? [new RelatedOrigin(table.Origin, "the route table that the subnet uses")]
                    : Array.Empty<RelatedOrigin>(),
                .. present is null
                    ? Array.Empty<RelatedOrigin>()
                    : [new RelatedOrigin(present.Origin, $"the route for {present.Destination}")],
            ],
            FixArguments =
            [
                .. internet is not null && MissingRoute.IsMissedByAll(network, subnet, table, other => HasPublicNatGateway(network, other))
                    ? MissingRoute.FixArguments(network, subnet, table, internet, present)
                    : [],
                .. FixArguments.Place(FixArguments.PublicSubnetPlace, PublicSubnet(network, subnet)?.Origin),
            ],
        };
    }

    /// <summary>A subnet of the same zone where the gateway would reach the internet.</summary>
    private static Subnet? PublicSubnet(NetworkIndex network, Subnet subnet) => network.Topology.Subnets
        .FirstOrDefault(other => other.Vpc == subnet.Vpc && other.Zone.Value == subnet.Zone.Value && !IsCutOff(network, other));

    private static bool HasPublicNatGateway(NetworkIndex network, Subnet subnet) => network.Topology.NatGateways
        .Any(gateway => gateway.Subnet == subnet.Id && gateway.Connectivity == NatConnectivity.Public);
}
