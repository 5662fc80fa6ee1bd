namespace NetDsl.Analyzers.Tests.Rules;

public class AvailabilityTests
{
    [Fact]
    public void A_network_with_too_many_paths_is_underlined_at_its_first_vpc() => Squiggles.One(
        "ND4001",
        "Topology 'Shop' has more than 250,000 paths from 2,500 subnets of 25 VPCs, which is the most that are compiled; describe its parts in topologies of their own.",
        """
        network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { VpcsPerRegion = 25 } });
        var region = network.Region("us-east-1");
        for (var block = 0; block < 25; block++)
        {
            var vpc = region.Vpc([|$"team-{block}"|], $"10.{block}.0.0/16");
            for (var part = 0; part < 100; part++)
            {
                vpc.Subnet($"part-{part}", $"10.{block}.{part}.0/24", "a").Instance($"host-{part}");
            }
        }
        """);

    [Fact]
    public void A_listener_that_is_shut_in_appearance_is_underlined_at_its_call() => Squiggles.One(
        "ND4020",
        "A listener of accelerator 'edge' is shut only in appearance: all traffic dials are 0, and its flows go to some group all the same; raise one, or call Disable() to take nothing.",
        """
        var region = network.Region("us-east-1");
        network.Accelerator("edge").[|Listener(Tcp(443))|].{0|EndpointGroup(region, dial: 0)|}.Endpoint(region.ElasticIp("web"));
        """);
}
