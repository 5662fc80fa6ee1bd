using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class AddressAllocationTests
{
    [Fact]
    public void Fixed_addresses_come_first_then_interfaces_then_nat_gateways_as_declared()
    {
        var topology = Takes(scene =>
        {
            scene.Edge.NatGateway("nat");
            scene.Edge.Instance("web-1");
            scene.Edge.Instance("web-2").PrivateIp("10.0.0.4");
            scene.Edge.Interface("probe");
        });

        Assert.Equal(
            ["web-1 10.0.0.5", "web-2 10.0.0.4", "probe 10.0.0.6"],
            topology.NetworkInterfaces.Select(each => $"{each.Name} {each.PrivateAddress}"));
        Assert.Equal("10.0.0.7", topology.NatGateways[0].PrivateAddress.ToString());
    }

    [Fact]
    public void Interfaces_of_an_instance_get_addresses_of_their_own_subnets()
    {
        var topology = Takes(scene => scene.Edge.Instance("router").Interface("inside", scene.Shop.Subnet("inner", "10.0.9.0/24", "a")));

        Assert.Equal(["us-east-1/shop/router", "us-east-1/shop/router/inside"], topology.Instances[0].Interfaces.Select(id => id.Path));
        Assert.Equal(["10.0.0.4", "10.0.9.4"], topology.NetworkInterfaces.Select(each => each.PrivateAddress.ToString()));
    }

    [Fact]
    public void Public_addresses_go_to_elastic_ones_first_then_to_interfaces_then_to_nat_gateways()
    {
        var topology = Takes(scene =>
        {
            scene.Edge.NatGateway("nat");
            scene.Edge.Instance("web").PublicIp();
            scene.Edge.Instance("hidden");
            scene.Edge.NatGateway("inner").Private();
            scene.Edge.Instance("known").ElasticIp(scene.Virginia.ElasticIp("known", "203.0.113.2"));
            scene.Virginia.ElasticIp("spare");
        });

        Assert.Equal(["203.0.113.2", "203.0.113.1"], topology.ElasticAddresses.Select(each => each.Address.ToString()));
        Assert.Equal(["web 203.0.113.3", "hidden ", "known 203.0.113.2"], topology.NetworkInterfaces.Select(each => $"{each.Name} {each.PublicAddress}"));
        Assert.Equal(["nat 203.0.113.4", "inner "], topology.NatGateways.Select(each => $"{each.Name} {each.PublicAddress}"));
        Assert.Equal(["us-east-1/shop/known", null], topology.ElasticAddresses.Select(each => each.Holder?.Path));
    }

    [Fact]
    public void Building_twice_gives_the_same()
    {
        var scene = new Scene();
        scene.Edge.Instance("web").PublicIp();
        scene.Edge.NatGateway("nat");
        Assert.Equal(scene.Network.Build(), scene.Network.Build());

        for (var index = 0; index < 20; index++)
        {
            scene.Data.Instance($"db-{index}");
        }

        Assert.Equal(scene.Network.Build(), scene.Network.Build());
    }
}
