using NetDsl.Addressing;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability;
using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Model;

namespace NetDsl.Benchmarks.Reachability;

/// <summary>
/// What proofs cost, all of one run: <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- reachability</c>.
/// </summary>
internal static class ReachabilityReport
{
    public const string Command = "reachability";

    private const string Compiler = "the compiler's semantic diagnostics of a file with 100 VPCs and these intents";
    private const string Intents = "300 intents of 100 VPCs with 1,000 hosts, proved";
    private const string OneIntent = "one of them, proved";
    private const string Unanswered = "connections that are not answered, looked for in that network";
    private const string Acls = "the same where every network ACL is written by the author";
    private const int Spokes = 100;
    private const int WarmUp = 40;
    private const int Counted = 21;
    private const int FewWarmUp = 3;
    private const int FewCounted = 7;

    public static int Run()
    {
        var expecting = HubAndSpoke.Build(Spokes, expects: true);
        var one = expecting with { Intents = [expecting.Intents[Spokes]] };
        if (IntentProof.Of(expecting).FirstOrDefault(verdict => !verdict.Holds) is { } broken)
        {
            Console.Error.WriteLine($"An intent of the network that is measured does not hold: {broken.Text}");
            return 1;
        }

        var filtered = WithOwnAcls(expecting);
        var project = new EstateProgram(new EstateSource(4, Plans.Records).OneFile().Select(file => (file.Name, file.Text + (IsMain(file.Name) ? Expectations() : ""))));
        var compiler = new Contender(Compiler, () =>
        {
            var compilation = project.Compile();
            var file = compilation.SyntaxTrees.First(tree => tree.FilePath == EstateProgram.PathOf($"{EstateSource.ClassName}.cs"));
            return () => compilation.GetSemanticModel(file).GetDiagnostics();
        });
        var rounds = Rounds.Measure(
            WarmUp,
            Counted,
            compiler,
            new Contender(Intents, () => () => IntentProof.Of(expecting)),
            new Contender(OneIntent, () => () => IntentProof.Of(one)));
        var searches = Rounds.Measure(
            FewWarmUp,
            FewCounted,
            compiler,
            new Contender(Unanswered, () => () => UnansweredSearch.Of(new NetworkLowering(expecting), CancellationToken.None)),
            new Contender(Acls, () => () => UnansweredSearch.Of(new NetworkLowering(filtered), CancellationToken.None)));
        new ReportTable("Proofs", $"{Counted} rounds in one process, after {WarmUp} that do not count: rounds are short, and the JIT compiler takes seconds to do its best.")
            .Base(rounds, Compiler)
            .Row(rounds, Intents, Compiler, 1)
            .Row(rounds, OneIntent, Compiler)
            .Print();
        new ReportTable("Replies", $"{FewCounted} rounds in one process, after {FewWarmUp} that do not count.")
            .Base(searches, Compiler)
            .Row(searches, Unanswered, Compiler)
            .Row(searches, Acls, Compiler)
            .Print();
        AllPairs.Compare(Spokes);
        AllPairs.Grow((50, 5), (100, 5), (190, 5), (100, 25), (100, 50));
        return 0;
    }

    /// <summary>Network ACLs with an entry before the last that lets everything through, so that none is known to do so at a glance.</summary>
    private static Topology WithOwnAcls(Topology topology) => topology with
    {
        NetworkAcls = topology.NetworkAcls.Select(acl => acl with { Inbound = Telnet(acl.Inbound), Outbound = Telnet(acl.Outbound) }).ToEquatableArray(),
    };

    private static EquatableArray<NetworkAclEntry> Telnet(EquatableArray<NetworkAclEntry> entries) =>
    [
        new NetworkAclEntry(10, AclAction.Deny, Traffic.Tcp(23), new Sourced<IpPrefix>(IpPrefix.AllIpv4, Origin.None), Origin.None),
        .. entries,
    ];

    private static bool IsMain(string file) => file == $"{EstateSource.ClassName}.cs";

    /// <summary>What people write who expect that of a network, as the lines of a class.</summary>
    private static string Expectations()
    {
        var lines = Enumerable.Range(0, Spokes).SelectMany(spoke => new[]
        {
            $"        network.Expect(spokes[{spoke}]).CanReach(Internet, Tcp(443));",
            $"        network.Expect(Internet).CannotReach(spokes[{spoke}]);",
            $"        network.Expect(spokes[{Math.Max(0, spoke - 1)}]).CannotReach(spokes[{spoke}], Tcp(22));",
        });
        return $$"""

            static class Expectations
            {
                public static void Of(NetworkBuilder network, VpcBuilder[] spokes)
                {
            {{string.Join('\n', lines)}}
                }
            }

            """;
    }
}
