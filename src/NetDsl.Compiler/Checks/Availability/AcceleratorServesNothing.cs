namespace NetDsl.Compiler.Checks;

/// <summary>
/// A listener of an accelerator whose weights or traffic dials are all zero. Source: "How failover works for unhealthy endpoints" and "Adjust
/// traffic flow with traffic dials", AWS Global Accelerator Developer Guide.
/// </summary>
public static class AcceleratorServesNothing
{
    /// <summary>ND4020.</summary>
    public static Rule Rule { get; } = new(
        "ND4020", "Weights or dials of an accelerator are all zero", RuleCategory.Availability, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from accelerator in network.Topology.Accelerators
        from listener in accelerator.Listeners
        let groups = listener.Groups.Where(each => each.Endpoints.Count > 0).ToList()
        where groups.Count > 0
        let text = groups.TrueForAll(each => each.Endpoints.All(endpoint => endpoint.Weight == 0))
            ? "no endpoint has a weight, and any of the nearest group gets its flows all the same; give one a weight above 0"
            : groups.TrueForAll(each => each.TrafficDial == 0)
            ? "all traffic dials are 0, and its flows go to some group all the same; raise one"
            : null
        where text is not null
        select new Finding(Rule, $"A listener of {network.Text(accelerator.Id)} is shut only in appearance: {text}, or call Disable() to take nothing.", listener.Origin)
        {
            Related = [.. groups.Select(each => new RelatedOrigin(each.Origin, $"the endpoint group in {each.Region.Name}"))],
        };
}
