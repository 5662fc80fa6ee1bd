using System.Globalization;
using NetDsl.Testing.RandomNetworks;
using Xunit.Abstractions;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>The third law: the symbolic engine tells of sets what the compiled graph decides for each packet of them.</summary>
public class SymbolicAgreementTests(ITestOutputHelper output)
{
    [Fact]
    public void The_symbolic_engine_agrees_with_the_compiled_graph()
    {
        var (compared, chosen, untold) = (0, 0, 0);
        var networks = int.Parse(Environment.GetEnvironmentVariable("NETDSL_NETWORKS") ?? "100", CultureInfo.InvariantCulture);
        var first = int.Parse(Environment.GetEnvironmentVariable("NETDSL_SEED") ?? "1", CultureInfo.InvariantCulture);
        for (var seed = first; seed < first + networks; seed++)
        {
            var topology = RandomNetwork.Create(seed);
            var agreement = new SymbolicAgreement(topology);
            foreach (var question in Question.Draw(topology, seed, 200))
            {
                if (agreement.Difference(question) is { } difference)
                {
                    Assert.Fail($"Seed {seed}, {question}:\n{difference}");
                }
            }

            compared += agreement.Compared;
            chosen += agreement.Chosen;
            untold += agreement.Untold;
        }

        Assert.Equal(0, untold);
        output.WriteLine($"{compared} packets, {chosen} of which a hash sends one way or another, {untold} untold.");
    }
}
