using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Reachability.Intents;

namespace NetDsl.Benchmarks.Reachability;

/// <summary>
/// What proofs cost, all of one run: <c>dotnet run -c Release --project tests/NetDsl.Benchmarks -- reachability</c>.
/// </summary>
internal static class ReachabilityReport
{
    public const string Command = "reachability";

    private const string Compiler = "the compiler's semantic diagnostics of the file of 100 VPCs";
    private const string Intents = "300 intents of 100 VPCs with 1,000 hosts, proved";
    private const string OneIntent = "one of them, proved";
    private const int Spokes = 100;

    public static int Run()
    {
        var expecting = HubAndSpoke.Build(Spokes, expects: true);
        var one = expecting with { Intents = [expecting.Intents[Spokes]] };
        if (IntentProof.Of(expecting).FirstOrDefault(verdict => !verdict.Holds) is { } broken)
        {
            Console.Error.WriteLine($"An intent of the network that is measured does not hold: {broken.Text}");
            return 1;
        }

        var project = new EstateProgram(new EstateSource(4, Plans.Records).OneFile());
        var rounds = Rounds.Measure(
            3,
            11,
            new Contender(Compiler, () =>
            {
                var compilation = project.Compile();
                var file = compilation.SyntaxTrees.First(tree => tree.FilePath == EstateProgram.PathOf($"{EstateSource.ClassName}.cs"));
                return () => compilation.GetSemanticModel(file).GetDiagnostics();
            }),
            new Contender(Intents, () => () => IntentProof.Of(expecting)),
            new Contender(OneIntent, () => () => IntentProof.Of(one)));
        new ReportTable("Proofs", "11 rounds in one process, after 3 that do not count.")
            .Base(rounds, Compiler)
            .Row(rounds, Intents, Compiler, 1)
            .Row(rounds, OneIntent, Compiler)
            .Print();
        return 0;
    }
}
