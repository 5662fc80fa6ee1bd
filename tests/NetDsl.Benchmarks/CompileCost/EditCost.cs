using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Lowering;

namespace NetDsl.Benchmarks.CompileCost;

/// <summary>What one edit in the network of a thousand VPCs costs the lowering: all of it is walked anew, and most of it comes out as before.</summary>
internal static class EditCost
{
    public static void Print()
    {
        var files = new EstateSource(EstateSource.MostUnits, Plans.Records).Files();
        var before = new EstateProgram(files).Verify();

        // Another port of one security group: nothing of any path.
        var after = before with
        {
            SecurityGroups = [.. before.SecurityGroups.Select((group, index) => index == 1 ? group with { Ingress = [] } : group)],
        };
        var rounds = Rounds.Measure(
            2,
            9,
            new Contender("lower the network before", () => () => TopologyLowering.Lower(before with { })),
            new Contender("lower it after the edit of one security group", () => () => TopologyLowering.Lower(after with { })));
        new ReportTable("One edit", "9 rounds, after 2 that do not count.")
            .Base(rounds, "lower the network before")
            .Row(rounds, "lower it after the edit of one security group", "lower the network before")
            .Print();
    }
}
