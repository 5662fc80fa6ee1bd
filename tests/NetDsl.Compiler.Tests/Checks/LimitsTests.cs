using NetDsl.Compiler.Checks;
using NetDsl.Model;

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

    /// <summary>At each keystroke, what is not counted costs nothing.</summary>
    [Fact]
    public void Paths_are_counted_only_where_there_may_be_a_million_from_end_to_end()
    {
        Assert.Equal(long.MaxValue, TooManyPaths.MostOf(WithVpcs(10, subnets: 20)));
        Assert.Equal(TooManyPaths.Most, TooManyPaths.MostOf(WithVpcs(25, subnets: 100)));
    }

    static Topology WithVpcs(int count, int subnets)
    {
        var network = new NetworkBuilder("test");
        AddVpcs(network, count, subnets);
        return network.Build();
    }

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
