using NetDsl.Addressing;
using NetDsl.Model;
using NetDsl.Tests.Authoring;
using static NetDsl.Traffic;

namespace NetDsl.Tests.Model;

/// <summary>Who the ends of intents are in a network.</summary>
public class IntentPartiesTests
{
    [Fact]
    public void An_instance_is_its_primary_interface_where_it_can_and_all_of_them_where_it_cannot()
    {
        Assert.Equal(["us-east-1/shop/host"], To(scene => scene.Network.Expect(Internet).CanReach(TwoFaced(scene), Tcp(443))));
        Assert.Equal(["us-east-1/shop/host", "us-east-1/shop/host/back"], To(scene => scene.Network.Expect(Internet).CannotReach(TwoFaced(scene))));

        static InstanceBuilder TwoFaced(Scene scene)
        {
            var host = scene.Edge.Instance("host");
            host.Interface("back", scene.Edge);
            return host;
        }
    }

    [Fact]
    public void What_is_inside_are_interfaces_of_hosts()
    {
        Assert.Equal(
            ["us-east-1/shop/a", "us-east-1/shop/loose"],
            To(scene => scene.Network.Expect(Internet).CannotReach(Filled(scene).Edge)));
        Assert.Equal(
            ["us-east-1/shop/a", "us-east-1/shop/loose", "us-east-1/shop/b"],
            To(scene => scene.Network.Expect(Internet).CannotReach(Filled(scene).Shop)));
        Assert.Equal(
            ["us-east-1/shop/front"],
            To(scene => scene.Network.Expect(Internet).CannotReach(scene.Shop.NetworkLoadBalancer("front").Subnet(scene.Edge))));

        static Scene Filled(Scene scene)
        {
            scene.Edge.Instance("a");
            scene.Edge.Interface("loose");
            scene.Data.Instance("b");
            scene.Tools.Instance("elsewhere");
            scene.Edge.NatGateway("nat");
            scene.Shop.NetworkLoadBalancer("front").Subnet(scene.Edge);
            return scene;
        }
    }

    [Fact]
    public void A_group_is_its_instances_and_a_site_its_hosts_and_an_endpoint_its_clients()
    {
        Assert.Equal(
            ["us-east-1/shop/fleet-1", "us-east-1/shop/fleet-2"],
            To(scene => scene.Network.Expect(Internet).CannotReach(scene.Shop.AutoScalingGroup("fleet", [scene.Edge], 2))));
        Assert.Equal(["paris/desk"], To(scene =>
        {
            var paris = scene.Network.Site("paris").Prefix("192.168.0.0/24");
            paris.Host("desk", "192.168.0.5");
            scene.Network.Expect(Internet).CannotReach(paris);
        }));
        Assert.Equal(["us-east-1/shop/remote/ann"], To(scene =>
        {
            var remote = scene.Shop.ClientVpn("remote", "172.20.0.0/22").Associate(scene.Edge);
            remote.Client("ann");
            scene.Network.Expect(Internet).CannotReach(remote);
        }));
    }

    [Theory]
    [InlineData("own", "us-east-1/shop/a")]
    [InlineData("instance", "us-east-1/shop/a,us-east-1/shop/a/back")]
    [InlineData("subnet", "us-east-1/shop/a,us-east-1/shop/a/back,us-east-1/shop/b")]
    [InlineData("vpc", "us-east-1/shop/a,us-east-1/shop/a/back,us-east-1/shop/b,us-east-1/shop/c")]
    public void A_tag_counts_for_all_that_is_inside(string key, string expected) => Assert.Equal(expected.Split(','), To(scene =>
    {
        scene.Edge.Instance("a").Tag("instance", "x").Interface("back", scene.Edge);
        scene.Shop.Instance("a").Primary.Tag("own", "x");
        scene.Edge.Tag("subnet", "x").Instance("b");
        scene.Shop.Tag("vpc", "x");
        scene.Data.Instance("c").Tag("own", "another");
        scene.Tools.Instance("elsewhere");
        scene.Network.Expect(Internet).CannotReach(Tagged(key, "x"));
    }));

    [Fact]
    public void A_prefix_is_everybody_with_an_address_of_it()
    {
        var party = Party(scene =>
        {
            scene.Edge.Instance("inside");
            scene.Tools.Instance("outside").PublicIp();
            scene.Network.Site("paris").Prefix("10.0.200.0/24").Host("desk", "10.0.200.5");
            scene.Network.Expect(Internet).CannotReach(["10.0.0.0/16", "203.0.113.0/24"]);
        });

        Assert.Equal(["us-east-1/shop/inside", "us-east-1/shared/outside", "paris/desk"], party.Elements.Select(element => element.Path));
        Assert.Equal(["203.0.113.0/24"], party.Outside.Select(prefix => prefix.ToString()));
    }

    [Fact]
    public void The_internet_is_what_it_carries()
    {
        var party = Party(scene => scene.Network.Expect(scene.Edge.Instance("host")).CannotReach(Internet));

        Assert.Empty(party.Elements);
        Assert.Equal("1.0.0.0/8", party.Outside[0].ToString());
        Assert.Contains("2000::/3", party.Outside.Select(prefix => prefix.ToString()));
        Assert.DoesNotContain(party.Outside, prefix => InternetRangesOverlap(prefix));
    }

    [Fact]
    public void Exceptions_are_taken_out_on_the_internet_too()
    {
        var party = Party(scene =>
        {
            var reader = scene.Network.InternetClient("reader", scene.Virginia, "198.51.100.3");
            scene.Network.Expect(scene.Edge.Instance("host")).CannotReach("198.51.100.0/29").ExceptTo([reader, "198.51.100.4/30"]);
        });

        Assert.Equal(["198.51.100.0/31", "198.51.100.2/32"], party.Outside.Select(prefix => prefix.ToString()));
    }

    [Fact]
    public void Prefixes_that_lie_in_others_are_not_said_twice() => Assert.Equal(
        ["198.51.100.0/24", "2001:db8::/32"],
        Party(scene => scene.Network.Expect(scene.Edge.Instance("host")).CannotReach(["198.51.100.0/29", "198.51.100.0/24", "198.51.100.0/24", "2001:db8::/32"])).Outside.Select(prefix => prefix.ToString()));

    [Fact]
    public void With_a_zone_goes_what_is_nowhere_else()
    {
        var topology = Scene.Takes(scene =>
        {
            scene.Edge.Instance("a");
            scene.Data.Instance("b");
            var both = scene.Shop.NetworkLoadBalancer("both").Subnet(scene.Edge).Subnet(scene.Data);
            var one = scene.Shop.NetworkLoadBalancer("one").Subnet(scene.Edge);
            scene.Network.Expect(Internet).CannotReach([scene.Shop, both, one, scene.Edge.NatGateway("nat")]);
        });
        var parties = new IntentParties(topology);
        var party = parties.To(topology.Intents[0]);

        Assert.Equal(["us-east-1/shop/nat", "us-east-1/shop/a", "us-east-1/shop/b", "us-east-1/shop/both", "us-east-1/shop/one"], party.Elements.Select(element => element.Path));
        Assert.Equal(["us-east-1/shop/b", "us-east-1/shop/both"], parties.Without(party, new AvailabilityZone("us-east-1a", "use1-az1")).Elements.Select(element => element.Path));
    }

    static bool InternetRangesOverlap(IpPrefix prefix) => InternetRanges.NotCarried.Any(prefix.Overlaps);

    static IEnumerable<string> To(Action<Scene> add) => Party(add).Elements.Select(element => element.Path);

    static IntentParty Party(Action<Scene> add)
    {
        var topology = Scene.Takes(add);
        return new IntentParties(topology).To(Assert.Single(topology.Intents));
    }
}
