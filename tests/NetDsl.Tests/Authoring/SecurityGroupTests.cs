using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class SecurityGroupTests
{
    [Fact]
    public void Lets_everything_out_until_an_egress_rule_is_given()
    {
        var topology = Takes(scene =>
        {
            scene.Shop.SecurityGroup("open").Ingress(Traffic.Tcp(443), Traffic.AnyIpv4);
            scene.Shop.SecurityGroup("narrow").Egress(Traffic.Tcp(443), Traffic.AnyIpv4).Egress(Traffic.Udp(53), scene.Web);
            scene.Shop.SecurityGroup("closed").NoEgressByDefault();
        });

        Assert.Equal(["all 0.0.0.0/0"], Egress("open"));
        Assert.Equal(["tcp/443 0.0.0.0/0", "udp/53 us-east-1/shop/web"], Egress("narrow"));
        Assert.Empty(Egress("closed"));

        IEnumerable<string> Egress(string name) =>
            topology.SecurityGroups.Single(group => group.Name == name).Egress.Select(rule => $"{rule.Traffic} {rule.Peer}");
    }

    [Fact]
    public void Default_one_admits_its_own_members_and_is_for_who_has_no_other()
    {
        var topology = Takes(scene => { scene.Edge.Instance("bare"); scene.Edge.Instance("web", scene.Web); });

        var group = topology.SecurityGroups[0];
        Assert.Equal(new SecurityGroupPeer(null, group.Id), Assert.Single(group.Ingress).Peer.Value);
        Assert.Equal(["default", "web"], topology.NetworkInterfaces.Select(each => each.SecurityGroups.Single().Name));
    }

    [Fact]
    public void Rule_that_references_what_is_left_out_goes_with_it()
    {
        var topology = Refuses(scene => scene.Web.Ingress(Traffic.Tcp(80), scene.Shop.SecurityGroup("sg-front")), ProblemKind.InvalidName, "'sg-front' cannot be the name of a security group: the vendor keeps names that start with 'sg-' for identifiers", replacement: "front");
        Assert.Empty(topology.SecurityGroups.Single(group => group.Name == "web").Ingress);
    }
}
