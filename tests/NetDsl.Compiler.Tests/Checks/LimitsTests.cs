using NetDsl.Compiler.Checks;

namespace NetDsl.Compiler.Tests.Checks;

public class LimitsTests
{
    [Fact]
    public void A_network_with_too_many_paths_is_told_how_many_are_compiled()
    {
        var finding = Assert.Single(Checked.Findings(network => AddVpcs(network, 25, subnets: 100)));

        Assert.Equal(TooManyPaths.Rule, finding.Rule);
        Assert.Equal(
            "Topology 'test' has more than 250,000 paths from 2,500 subnets of 25 VPCs, which is the most that are compiled; describe its parts in topologies of their own.",
            finding.Message);
    }

    [Fact]
    public void A_large_network_below_the_bound_is_compiled() =>
        Assert.Empty(Checked.Findings(network => AddVpcs(network, 250, subnets: 4)));

    static void AddVpcs(NetworkBuilder network, int count, int subnets)
    {
        network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { VpcsPerRegion = count } });
        var region = network.Region("us-east-1");
        for (var block = 0; block < count; block++)
        {
            var vpc = region.Vpc($"team-{block}", $"10.{block}.0.0/16");
            for (var part = 0; part < subnets; part++)
            {
                vpc.Subnet($"part-{part}", $"10.{block}.{part}.0/24", "a").Instance($"host-{part}");
            }
        }
    }
}
