using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Interop.Tests;

public class RandomNetworkJsonTests
{
    [Fact]
    public void Every_random_network_reads_back() => Assert.All(Enumerable.Range(1, 120), seed =>
    {
        var topology = RandomNetwork.Create(seed);
        Assert.Equal(topology, TopologyJson.Read(TopologyJson.Write(topology)));
    });

    [Fact]
    public void What_transit_gateways_are_and_allow_reads_back()
    {
        var network = new NetworkBuilder();
        var (owner, partner) = (network.Account("owner", "111122223333"), network.Account("partner", "210987654321"));
        var (virginia, ireland) = (network.Region("us-east-1"), network.Region("eu-west-1"));
        var hub = virginia.TransitGateway("hub").OwnedBy(owner).ShareWith(partner).AutoAcceptSharedAttachments().AmazonSideAsn(4_200_000_000)
            .VpnEcmp(false).DnsSupport(false).CidrBlock("10.99.0.0/24").SecurityGroupReferencing();
        hub.Attach("v", virginia.Vpc("v", "10.0.0.0/16", partner).Subnet("s", "10.0.0.0/24", "a")).ApplianceMode().DnsSupport(false);
        var peering = hub.Peer("ocean", ireland.TransitGateway("west")).AcceptedBy(network.DefaultAccount);
        hub.RouteTable("t").Associate(peering).Route("10.1.0.0/16", peering);
        var topology = network.Build();

        Assert.Empty(topology.Problems);
        Assert.Equal(topology, TopologyJson.Read(TopologyJson.Write(topology)));
    }

    [Fact]
    public void Half_a_peering_of_transit_gateways_is_refused()
    {
        var network = new NetworkBuilder();
        network.Region("us-east-1").TransitGateway("hub").Peer("ocean", network.Region("eu-west-1").TransitGateway("west"));
        var text = TopologyJson.Write(network.Build());
        var broken = text.Remove(text.IndexOf("pending-acceptance", StringComparison.Ordinal), "pending-acceptance".Length)
            .Insert(text.IndexOf("pending-acceptance", StringComparison.Ordinal), "available");

        Assert.False(TopologyJson.TryRead(broken, out _, out var error));
        Assert.Contains("a peering attachment has a twin of its name and state at the other transit gateway", error, StringComparison.Ordinal);
    }
}
