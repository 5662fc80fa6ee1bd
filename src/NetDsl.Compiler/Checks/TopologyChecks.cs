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
        ZoneWithoutTransitGatewayAttachment.Check,
        AttachmentWithoutRouteTable.Check,
        GatewayEndpointWithoutTable.Check,
        StatefulApplianceWithoutApplianceMode.Check,
        Ipv6WithoutDefaultRoute.Check,
        VpnGatewayWithoutRoute.Check,
        AuthorizedWithoutRoute.Check,
        RouteWithoutAuthorization.Check,
        AllowedPrefixesMissVpc.Check,
        PrivateNatGatewayToInternet.Check,
        PeeringNeverAccepted.Check,
        CrossRegionSecurityGroupReference.Check,
        UnconnectedSecurityGroupReference.Check,
        AcceleratorClientsNotAdmitted.Check,
        ApplianceDoesNotAdmitGeneve.Check,
        AdministrationOpenToInternet.Check,
        NetworkAclEntryNeverDecides.Check,
        EmptyNetworkAcl.Check,
        EverythingOpenToInternet.Check,
        RuleSaysNothingMore.Check,
        Ipv6NotInNetworkAcl.Check,
        GroupsInCycle.Check,
        QuotaToBeRaised.Check,
        AcceleratorServesNothing.Check,
        LoadBalancerZoneWithoutTarget.Check,
        TargetInZoneWithoutNode.Check,
        NatGatewayOfAnotherZone.Check,
        EndpointMissesZone.Check,
        TargetGroupWithoutTarget.Check,
        TargetNotAdmitted.Check,
    ];

    // The generator and the analyzers of one compilation ask of one topology, and so do other edits while it lives.
    private static readonly ConditionalWeakTable<Topology, Lazy<EquatableArray<Finding>>> Known = new();

    // They walk paths, where the others only look, and say nothing of whether the network can run; what has too many paths to be compiled runs all the same where it is lowered as it is loaded.
    private static readonly Check[] OfBehaviour =
    [
        TooManyPaths.Check,
        RepliesFindNoWay.Check,
        NetworkAclDropsReplies.Check,
        IntentIsBlocked.Check,
        IntentIsViolated.Check,
        IntentIsBypassed.Check,
        IntentIsLostWithZone.Check,
        IntentIsUnproved.Check,
    ];

    /// <summary>The rules that are looked for, by rising id.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = [.. OfNetworks.Concat(OfBehaviour).Select(check => check.Rule).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>Runs every check, as the compiler does.</summary>
    /// <param name="topology">The network.</param>
    /// <returns>The findings, ordered by rule, file, line and column.</returns>
    public static EquatableArray<Finding> Run(Topology topology) => Run(topology, topology.IsWhole);

    /// <summary>Runs every check, and those that look at all pairs of hosts in networks of any size too, which takes seconds where there are thousands.</summary>
    /// <param name="topology">The network.</param>
    /// <returns>The findings, ordered by rule, file, line and column.</returns>
    public static EquatableArray<Finding> RunThoroughly(Topology topology) => Run(topology, topology.IsWhole, isThorough: true, CancellationToken.None);

    /// <summary>Runs every check that the topology is complete enough for.</summary>
    /// <param name="topology">The network, or what is known of it.</param>
    /// <param name="isWhole">
    /// Whether its source could be read to the end; where not, nothing is said about what is missing.
    /// </param>
    /// <param name="cancellation">Asked by checks that take long.</param>
    /// <returns>The findings, ordered by rule, file, line and column.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EquatableArray<Finding> Run(Topology topology, bool isWhole, CancellationToken cancellation = default) => Run(topology, isWhole, isThorough: false, cancellation);

    private static EquatableArray<Finding> Run(Topology topology, bool isWhole, bool isThorough, CancellationToken cancellation)
    {
        var network = new NetworkIndex(topology, cancellation) { IsThorough = isThorough };
        return isWhole && topology.IsWhole
            ? InOrder(RunWithoutProofs(topology).Concat(Run(OfBehaviour, network, isWhole)))
            : InOrder(Run(OfNetworks.Concat(OfBehaviour), network, isWhole));
    }

    /// <summary>Runs the checks that tell whether a network can run: all but those that prove what packets do.</summary>
    /// <param name="topology">The network.</param>
    /// <returns>The findings, ordered by rule, file, line and column.</returns>
    public static EquatableArray<Finding> RunWithoutProofs(Topology topology) => Known.GetValue(
        topology, _ => new(() => InOrder(Run(OfNetworks, new NetworkIndex(topology), topology.IsWhole)))).Value;

    private static IEnumerable<Finding> Run(IEnumerable<Check> checks, NetworkIndex network, bool isWhole) => checks
        .Where(check => (isWhole && network.Topology.IsWhole) || !check.NeedsWholeTopology)
        .SelectMany(check => check.Find(network));

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
