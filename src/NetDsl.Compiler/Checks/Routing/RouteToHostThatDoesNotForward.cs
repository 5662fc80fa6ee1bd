using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A route to an interface whose host drops what is not for it. Source: "Middlebox routing" and "NAT instances", Amazon VPC User Guide.
/// </summary>
public static class RouteToHostThatDoesNotForward
{
    /// <summary>ND2010.</summary>
    public static Rule Rule { get; } = new(
        "ND2010", "Route leads to a host that forwards nothing", RuleCategory.Routing, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from table in network.Topology.RouteTables
        from route in table.Routes
        let target = network.Find<NetworkInterface>(route.Target.Value)
        where target is not null && RouteToUnattachedGateway.Fault(network, table.Vpc, target.Id) is null
        let fault = Fault(network, target)
        where fault is not null
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(table))} sends {route.Destination} to {network.Text(target.Id)}, {fault}.",
            route.Target.Origin)
        {
            Related = [new RelatedOrigin(target.Origin, network.Text(target.Id))],
            FixArguments = FixArguments.Of(FixArguments.Call, target is { Instance: not null, SourceDestinationCheck: true } ? "SourceDestinationCheck(false)" : null)
                .Concat(FixArguments.Place(FixArguments.CallPlace, target.Origin))
                .ToEquatableArray(),
        };

    /// <summary>What keeps the interface from forwarding, and what to do; nothing when it forwards.</summary>
    internal static string? Fault(NetworkIndex network, NetworkInterface target) =>
        target.Instance is not { } instance || network.Find<Instance>(instance) is not { } host
            ? "which belongs to no instance, so that the route is a blackhole; route to the interface of an instance"
        : target.SourceDestinationCheck
            ? "whose source/destination check drops what is not for it; switch it off with SourceDestinationCheck(false)"
        : host.Forwarding == HostForwarding.None
            ? $"whose {network.Text(host.Id)} sends nothing on; say ForwardsTraffic() or TranslatesSources() if it does"
        : null;
}
