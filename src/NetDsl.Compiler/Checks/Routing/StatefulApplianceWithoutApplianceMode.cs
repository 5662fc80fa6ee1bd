using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A VPC behind a transit gateway with an appliance in each of several zones, which keep the state of connections, and an attachment without appliance mode: a reply may come
/// by another zone than its request, to an appliance that knows nothing of it. Source: "Example: Appliances in a shared services VPC", Amazon VPC Transit Gateways.
/// </summary>
public static class StatefulApplianceWithoutApplianceMode
{
    /// <summary>ND2054.</summary>
    public static Rule Rule { get; } = new(
        "ND2054", "Attachment of stateful appliances has no appliance mode", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from gateway in network.Topology.TransitGateways
        from attachment in gateway.Attachments
        where attachment is { Vpc: not null, IsAvailable: true, ApplianceMode: false, Subnets.Count: > 1 }
        let appliances = attachment.Subnets
            .SelectMany(subnet => network.Tables.RoutesOf(network.Whole.Get<Subnet>(subnet.Value).RouteTable))
            .Select(route => Appliance(network, route.Target))
            .OfType<Element>()
            .Distinct()
            .ToList()
        where appliances.Count > 1
        select new Finding(
            Rule,
            $"Attachment '{attachment.Name}' of {network.Text(gateway.Id)} leads to {Sentence.Join([.. appliances.Select(each => network.Text(each.Id))])}, each in its zone, which keep the state of connections: without appliance mode a reply comes by the zone of its sender, where nobody knows of the request; call ApplianceMode() on the attachment.",
            attachment.Origin)
        {
            Related = [.. appliances.Select(each => new RelatedOrigin(each.Origin, $"{network.Text(each.Id)}, which keeps the state of connections"))],
            FixArguments = FixArguments.Of(FixArguments.Call, "ApplianceMode()").ToEquatableArray(),
        };

    /// <summary>What a route leads to that keeps the state of connections: a stateful host, or an endpoint with appliances behind it.</summary>
    private static Element? Appliance(NetworkIndex network, ElementId? target) => target is null ? null : network.Find<Element>(target) switch
    {
        VpcEndpoint { Kind: VpcEndpointKind.GatewayLoadBalancer } endpoint => endpoint,
        NetworkInterface { Instance: { } instance } when network.Find<Instance>(instance) is { Forwarding: HostForwarding.Stateful } host => host,
        _ => null,
    };
}
