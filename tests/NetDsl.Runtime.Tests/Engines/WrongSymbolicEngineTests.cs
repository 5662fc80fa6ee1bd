using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>
/// The third law notices a symbolic engine that gets one thing wrong: one that sees another network than the compiled graph does, and one that tells something else than it
/// found. The engine itself has no place at which it could be made wrong, and needs none.
/// </summary>
public class WrongSymbolicEngineTests
{
    static readonly Dictionary<string, Func<FlowOutcome, PacketSpace, FlowOutcome?>> Lies = new()
    {
        ["sources are not rewritten"] = (outcome, _) => WithHeader(outcome, header => header with { Source = AddressTerm.OfSource }),
        ["destinations are not rewritten"] = (outcome, _) => WithHeader(outcome, header => header with { Destination = AddressTerm.OfDestination }),
        ["source ports are not rewritten"] = (outcome, _) => WithHeader(outcome, header => header with { SourcePort = PortTerm.OfSource }),
        ["destination ports are not rewritten"] = (outcome, _) => WithHeader(outcome, header => header with { DestinationPort = PortTerm.OfDestination }),
        ["protocols are not rewritten"] = (outcome, _) => WithHeader(outcome, header => header with { Protocol = ProtocolTerm.AsSent }),
        ["replies always come back"] = (outcome, _) => outcome.Return is { Outcome: Outcome.Dropped } back
            ? outcome with { Verdict = Verdict.Reachable, Code = null, Return = back with { Outcome = Outcome.Delivered, Code = null } }
            : outcome,
        ["nobody awaits replies"] = (outcome, _) => outcome.Code == DropCode.ReplyMismatch ? outcome with { Verdict = Verdict.Reachable, Code = null } : outcome,
        ["stateful hosts see both directions"] = (outcome, _) =>
            outcome.Code == DropCode.StatefulApplianceAsymmetry ? outcome with { Verdict = Verdict.Reachable, Code = null } : outcome,
        ["what has no route has no address"] = (outcome, _) =>
            outcome.Code == DropCode.NoRouteToDestination ? outcome with { Code = DropCode.NoInterfaceWithAddress } : outcome,
        ["hashes choose nothing"] = (outcome, _) => outcome.IsChosen ? null : outcome,
        ["no set has IPv6"] = (outcome, space) => outcome with { Packets = space.Intersect(outcome.Packets, space.To(IpPrefix.AllIpv4)) },
        ["no set has port 443"] = (outcome, space) => outcome with { Packets = space.Except(outcome.Packets, space.ToPorts(new PortRange(443, 443))) },
        ["network ACLs are not on the way"] = (outcome, _) => WithPath(outcome, path => path.Where(point => point.Acl is null && point.Filter < 0)),
        ["the way begins one place too late"] = (outcome, _) => WithPath(outcome, path => path.Skip(1)),
        ["the way is told from its end"] = (outcome, _) => WithPath(outcome, path => path.Reverse()),
        ["filters are asked from the other side"] = (outcome, _) => WithPath(outcome, path => path.Select(point => point with
        {
            CameBy = point.CameBy is null ? new SymbolicLeg(-1) : null,
        })),
    };

    /// <summary>
    /// Those about which no set of packets tells anything (what an appliance's hash looks at, which address a name has, what a request asks for), and those that show in so few small networks that
    /// finding them takes long: the tests of the reference interpreter find all of these.
    /// </summary>
    static readonly string[] NotAsked =
    [
        "gateway load balancers look at addresses only",
        "there is no DNS64",
        "policies of resources are not asked",
        "unattached internet gateways are attached",
        "all appliances of gateway load balancers are healthy",
        "groups may always be referenced across a transit gateway",
        "there is no appliance mode",
        "Connect peers make no path longer",
        "Connect peers do not fail",
        "VPN connections carry IPv4 only",
    ];

    public static TheoryData<string> Faults => [.. WrongEngines.Names.Except(NotAsked)];

    public static TheoryData<string> LieNames => [.. Lies.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void One_that_sees_another_network_is_found(string fault) => Assert.NotNull(First(topology => WrongEngines.Seen(fault, topology), told: null));

    [Theory]
    [MemberData(nameof(LieNames))]
    public void One_that_tells_something_else_is_found(string lie) =>
        Assert.NotNull(First(topology => topology, (outcomes, space) => outcomes.Select(outcome => Lies[lie](outcome, space)).OfType<FlowOutcome>()));

    static int? First(Func<Model.Topology, Model.Topology> seen, Func<List<FlowOutcome>, PacketSpace, IEnumerable<FlowOutcome>>? told) => Agreement.FirstDifferent(
        topology => new SymbolicAgreement(new CompiledNetwork(TopologyLowering.Lower(topology)), seen(topology), new PacketCounts(), told).Compare,
        Enumerable.Range(1, 1000),
        questions: 80,
        RandomNetwork.CreateSmall);

    static FlowOutcome WithHeader(FlowOutcome outcome, Func<SymbolicHeader, SymbolicHeader> change) => WithBranch(
        outcome, branch => branch with { Header = change(branch.Header) });

    static FlowOutcome WithPath(FlowOutcome outcome, Func<IEnumerable<PathPoint>, IEnumerable<PathPoint>> change) => WithBranch(outcome, branch => branch with
    {
        Path = change(branch.Path.Reverse()).Aggregate(Chain<PathPoint>.Empty, (path, point) => path.With(point)),
    });

    static FlowOutcome WithBranch(FlowOutcome outcome, Func<FlowBranch, FlowBranch> change) =>
        outcome.Forward is { } forward ? outcome with { Forward = forward with { Branch = change(forward.Branch) } } : outcome;
}
