using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Interop.Tests;

public class TopologyJsonTests
{
    public static TheoryData<string> Names => [.. ExampleNetworks.All.Append(ExampleNetworks.Broken()).Select(topology => topology.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_back_what_it_wrote(string name)
    {
        var topology = Find(name);
        var text = TopologyJson.Write(topology);
        Assert.Equal(topology, TopologyJson.Read(text));
        Assert.Equal(text, TopologyJson.Write(TopologyJson.Read(text)));
    }

    [Fact]
    public void Keeps_every_origin()
    {
        var topology = ExampleNetworks.Shop();
        var read = TopologyJson.Read(TopologyJson.Write(topology));
        Assert.NotEqual(Origin.None, read.Subnets[0].Prefix.Origin);
        Assert.Equal(topology.Subnets[0].Prefix.Origin, read.Subnets[0].Prefix.Origin);
        Assert.Equal(Origin.None, read.Vpcs[0].MainRouteTable is var main ? read.RouteTables.First(table => table.Id == main).Origin : null);
    }

    [Fact]
    public void Tells_topologies_apart_that_differ_in_one_place() =>
        Assert.NotEqual(
            TopologyJson.Write(ExampleNetworks.Shop()),
            TopologyJson.Write(ExampleNetworks.Shop() with { Name = "Shop2" }));

    [Fact]
    public void Keeps_what_is_wrong_with_a_broken_topology()
    {
        var read = TopologyJson.Read(TopologyJson.Write(ExampleNetworks.Broken()));
        Assert.False(read.IsWhole);
        Assert.Equal(ExampleNetworks.Broken().Problems, read.Problems);
    }

    [Fact]
    public void Keeps_the_profile_and_writes_only_what_differs_from_today()
    {
        var topology = ExampleNetworks.Shop() with { Profile = SemanticsProfile.Talk2018 };
        Assert.Equal(topology, TopologyJson.Read(TopologyJson.Write(topology)));

        var one = ExampleNetworks.Shop() with
        {
            Profile = SemanticsProfile.Current with
            {
                GroupReferencesOverPeering = GroupReferencesOverPeering.Never,
                Quotas = QuotaProfile.Current with { VpcsPerRegion = 7 },
            },
        };
        var text = TopologyJson.Write(one);
        Assert.Equal(one, TopologyJson.Read(text));
        Assert.Contains("""
              "profile": {
                "groupReferencesOverPeering": "never",
                "quotas": {
                  "vpcsPerRegion": 7
                }
              },
            """.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
        Assert.DoesNotContain("profile", TopologyJson.Write(ExampleNetworks.Shop()), StringComparison.Ordinal);
        Assert.Equal(7, TopologyJson.Read(text).Profile.Quotas.VpcsPerRegion);
        Assert.Equal(5, SemanticsProfile.Current.Quotas.VpcsPerRegion);
    }

    [Fact]
    public void Writes_one_stable_text()
    {
        var network = new NetworkBuilder("Tiny");
        var vpc = network.Region("us-east-1", "Tiny.cs", 1).Vpc("v", "10.0.0.0/16", file: "Tiny.cs", line: 2);
        vpc.Subnet("s", "10.0.0.0/24", "a", file: "Tiny.cs", line: 3)
            .NatGateway("n", "Tiny.cs", 4)
            .ElasticIp(network.Region("us-east-1").ElasticIp("e", file: "Tiny.cs", line: 5), "Tiny.cs", 6);
        Snapshot.Match(TopologyJson.Write(network.Build()), "Tiny", "json");
    }

    static Topology Find(string name) =>
        ExampleNetworks.All.Append(ExampleNetworks.Broken()).Single(topology => topology.Name == name);
}
