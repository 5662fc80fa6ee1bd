using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A route to a gateway that its VPC has no part in. Source: "Configure route tables", Amazon VPC User Guide.
/// </summary>
public static class RouteToUnattachedGateway
{
    /// <summary>ND2005.</summary>
    public static Rule Rule { get; } = new(
        "ND2005", "Route leads to a gateway that is not attached to the VPC", RuleCategory.Routing, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from table in network.Topology.RouteTables
        from route in table.Routes
        let fault = Fault(network, table.Vpc, route.Target.Value)
        where fault is not null
        select Unattached(network, table, route, fault);

    /// <summary>What is wrong with the target, and what to do; nothing when the VPC can use it.</summary>
    internal static string? Fault(NetworkIndex network, ElementId vpc, ElementId target)
    {
        var here = network.Text(vpc);
        switch (target.Kind)
        {
            case ElementKind.InternetGateway when network.Find<InternetGateway>(target) is { } gateway && gateway.Vpc != vpc:
                return gateway.Vpc is { } other
                    ? $"which is attached to {network.Text(other)}; {OwnInternetGateway(network, vpc)}"
                    : network.InternetGatewayOf(vpc) is null
                        ? $"which is attached to no VPC; attach it to {here} with AttachTo"
                        : $"which is attached to no VPC; {OwnInternetGateway(network, vpc)}";
            case ElementKind.EgressOnlyInternetGateway when network.Find<EgressOnlyInternetGateway>(target) is { } gateway && gateway.Vpc != vpc:
                return $"which is of {network.Text(gateway.Vpc)}; declare one for {here} with EgressOnlyInternetGateway";
            case ElementKind.NatGateway when network.Find<NatGateway>(target) is { } gateway
                && network.Find<Subnet>(gateway.Subnet) is { } subnet && subnet.Vpc != vpc:
                return $"which is in {network.Text(subnet.Vpc)}; route to a NAT gateway of {here}";
            case ElementKind.RegionalNatGateway when network.Find<RegionalNatGateway>(target) is { } gateway && gateway.Vpc != vpc:
                return $"which is of {network.Text(gateway.Vpc)}; route to a NAT gateway of {here}";
            case ElementKind.NetworkInterface when network.Find<NetworkInterface>(target) is { } each
                && network.Find<Subnet>(each.Subnet) is { } subnet && subnet.Vpc != vpc:
                return $"which is in {network.Text(subnet.Vpc)}; route to an interface of {here}";
            case ElementKind.VpcEndpoint when network.Find<VpcEndpoint>(target) is { } endpoint && endpoint.Vpc != vpc:
                return $"which is of {network.Text(endpoint.Vpc)}; route to an endpoint of {here}";
            case ElementKind.TransitGateway when network.Find<TransitGateway>(target) is { } gateway && gateway.AttachmentOf(vpc) is null:
                return $"which {here} is not attached to; attach a subnet of it with Attach";
            case ElementKind.VpnGateway when network.Find<VpnGateway>(target) is { } gateway && gateway.Vpc != vpc:
                return gateway.Vpc is { } attached
                    ? $"which is attached to {network.Text(attached)}; declare one for {here} with VpnGateway"
                    : $"which is attached to no VPC; attach it to {here} with AttachTo";
            case ElementKind.Peering when network.Find<Peering>(target) is { } peering && !peering.Joins(vpc):
                return $"which joins {network.Text(peering.Requester.Value)} and {network.Text(peering.Accepter.Value)}; route to a peering of {here}";
            default:
                return null;
        }
    }

    private static string OwnInternetGateway(NetworkIndex network, ElementId vpc) =>
        network.InternetGatewayOf(vpc) is { } own
            ? $"route to {network.Text(own.Id)} of {network.Text(vpc)}"
            : $"declare one for {network.Text(vpc)} with InternetGateway";

    private static Finding Unattached(NetworkIndex network, RouteTable table, Route route, string fault)
    {
        var target = network.Find<Element>(route.Target.Value)!;
        var isAttachable = target is InternetGateway { Vpc: null } && network.InternetGatewayOf(table.Vpc) is null
            && target.Id.Path.StartsWith(network.Find<Vpc>(table.Vpc)?.Region.Path + "/", StringComparison.Ordinal);
        return new Finding(
            Rule,
            $"{Sentence.Start(network.Text(table))} sends {route.Destination} to {network.Text(target.Id)}, {fault}.",
            route.Target.Origin)
        {
            Related = [new RelatedOrigin(target.Origin, network.Text(target.Id))],
            FixArguments = isAttachable
                ? FixArguments.Of(FixArguments.Target, target.Id.Path)
                    .Concat(FixArguments.Place(FixArguments.TargetPlace, target.Origin))
                    .Concat(FixArguments.Place(FixArguments.VpcPlace, network.Find<Vpc>(table.Vpc)?.Origin))
                    .ToEquatableArray()
                : [],
        };
    }
}
