using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>Finds what is wrong with a network: the one list of all checks.</summary>
public static class TopologyChecks
{
    private static readonly Check[] OfNetworks =
    [
        .. BuilderProblems.Checks,
        SubnetOutsideVpc.Check,
        OverlappingSubnets.Check,
        OverlappingVpcBlocks.Check,
        UnlockedAllocation.Check,
        OverlappingPeeredCidrs.Check,
        TransitivePeering.Check,
        PrivateSubnetWithoutNatRoute.Check,
        NatGatewayWithoutInternet.Check,
        RouteToUnattachedGateway.Check,
        RouteToHostThatDoesNotForward.Check,
        GatewayLoadBalancerEndpointLeadsNowhere.Check,
        AmbiguousPrefixLists.Check,
        TunnelEndNotAllowed.Check,
        EqualRoutesShareNoFlows.Check,
        ClientsGetNoReplies.Check,
        PeeringNeverAccepted.Check,
        CrossRegionSecurityGroupReference.Check,
        UnconnectedSecurityGroupReference.Check,
        AcceleratorClientsNotAdmitted.Check,
        ApplianceDoesNotAdmitGeneve.Check,
        TooManyPaths.Check,
        AcceleratorServesNothing.Check,
    ];

    // The generator and the analyzers of one compilation ask of one topology, and so do other edits while it lives.
    private static readonly ConditionalWeakTable<Topology, Lazy<EquatableArray<Finding>>> Known = new();

    // They prove what the others only look at, and say nothing of whether the network can run.
    private static readonly Check[] OfIntents =
    [
        IntentIsBlocked.Check,
        IntentIsViolated.Check,
        IntentIsBypassed.Check,
        IntentIsLostWithZone.Check,
        IntentIsUnproved.Check,
    ];

    /// <summary>The rules that are looked for, by rising id.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = [.. OfNetworks.Concat(OfIntents).Select(check => check.Rule)];

    /// <summary>Runs every check.</summary>
    /// <param name="topology">The network.</param>
    /// <returns>The findings, ordered by rule, file, line and column.</returns>
    public static EquatableArray<Finding> Run(Topology topology) => Run(topology, topology.IsWhole);

    /// <summary>Runs every check that the topology is complete enough for.</summary>
    /// <param name="topology">The network, or what is known of it.</param>
    /// <param name="isWhole">
    /// Whether its source could be read to the end; where not, nothing is said about what is missing.
    /// </param>
    /// <param name="cancellation">Asked by checks that take long.</param>
    /// <returns>The findings, ordered by rule, file, line and column.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EquatableArray<Finding> Run(Topology topology, bool isWhole, CancellationToken cancellation = default) =>
        isWhole && topology.IsWhole
            ? topology.Intents.Count == 0 ? RunWithoutIntents(topology) : InOrder(RunWithoutIntents(topology).Concat(Run(OfIntents, topology, isWhole, cancellation)))
            : Run(OfNetworks.Concat(OfIntents), topology, isWhole, cancellation);

    /// <summary>Runs the checks that tell whether a network can run: all but those of intents.</summary>
    /// <param name="topology">The network.</param>
    /// <returns>The findings, ordered by rule, file, line and column.</returns>
    public static EquatableArray<Finding> RunWithoutIntents(Topology topology) => Known.GetValue(
        topology, _ => new(() => Run(OfNetworks, topology, topology.IsWhole, CancellationToken.None))).Value;

    private static EquatableArray<Finding> Run(IEnumerable<Check> checks, Topology topology, bool isWhole, CancellationToken cancellation)
    {
        var network = new NetworkIndex(topology, cancellation);
        return InOrder(checks
            .Where(check => (isWhole && topology.IsWhole) || !check.NeedsWholeTopology)
            .SelectMany(check => check.Find(network)));
    }

    private static EquatableArray<Finding> InOrder(IEnumerable<Finding> findings)
    {
        var found = findings.ToList();
        return found.Count == 0 ? [] : found
            .OrderBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Origin, SourceOrder.Instance)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)
            .GroupBy(finding => (finding.Rule.Id, finding.Message, finding.Origin, finding.Origin.Span))
            .Select(same => same.First())
            .ToEquatableArray();
    }
}
