using NetDsl.Compiler.Checks;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Compiler.Tests.Checks;

public class RandomNetworkChecksTests
{
    const int Networks = 200;

    [Fact]
    public void Checks_of_random_networks_end_and_come_out_alike()
    {
        for (var seed = 0; seed < Networks; seed++)
        {
            var findings = TopologyChecks.Run(RandomNetwork.Create(seed));
            Assert.Equal(findings, TopologyChecks.Run(RandomNetwork.Create(seed)));
            Assert.All(findings, finding => Assert.Matches(@"^[A-Z].*[^.]\.$", finding.Message));
        }
    }
}
