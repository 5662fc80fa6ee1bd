using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class NetworkAclTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(32767)]
    public void Number_is_1_to_32766(int number)
    {
        var topology = Refuses(scene => scene.Shop.NetworkAcl("acl").AllowInbound(number, Traffic.AllTraffic, "0.0.0.0/0"), ProblemKind.InvalidRuleNumber, $"entry number {number} of network ACL 'acl' does not exist; a number is 1 to 32766");
        Assert.Empty(topology.NetworkAcls.Single(acl => acl.Name == "acl").Inbound);
    }

    [Fact]
    public void Number_is_used_once_a_direction()
    {
        Takes(scene => scene.Shop.NetworkAcl("acl").AllowInbound(100, Traffic.AllTraffic, "0.0.0.0/0").AllowOutbound(100, Traffic.AllTraffic, "0.0.0.0/0"));
        var topology = Refuses(scene => scene.Shop.NetworkAcl("acl").AllowInbound(100, Traffic.Icmp, "0.0.0.0/0").DenyInbound(100, Traffic.Icmp, "0.0.0.0/0"), ProblemKind.RuleNumberTaken, "network ACL 'acl' has an entry 100 in this direction already; choose another number", replacement: "101", other: _ => Here());
        Assert.Equal(AclAction.Allow, Assert.Single(topology.NetworkAcls.Single(acl => acl.Name == "acl").Inbound).Action);
    }

    [Fact]
    public void Entries_are_kept_by_number_whatever_the_order_of_declaration()
    {
        var topology = Takes(scene => scene.Edge.Associate(scene.Shop.NetworkAcl("acl", acl => acl
            .DenyInbound(300, Traffic.AllTraffic, "0.0.0.0/0")
            .AllowInbound(100, Traffic.Tcp(443), "0.0.0.0/0")
            .DenyOutbound(20, Traffic.Icmp, "10.0.0.0/8")
            .AllowOutbound(10, Traffic.TcpRange(1024, 65535), "0.0.0.0/0"))));

        var acl = topology.NetworkAcls.Single(acl => acl.Name == "acl");
        Assert.Equal(["100 Allow tcp/443 0.0.0.0/0", "300 Deny all 0.0.0.0/0"], acl.Inbound.Select(Shown));
        Assert.Equal(["10 Allow tcp/1024-65535 0.0.0.0/0", "20 Deny icmp 10.0.0.0/8"], acl.Outbound.Select(Shown));
        Assert.Equal(acl.Id, topology.Subnets[0].NetworkAcl);
    }

    [Fact]
    public void Default_one_allows_everything_and_one_that_was_declared_nothing()
    {
        var topology = Takes(scene => scene.Shop.NetworkAcl("acl"));

        Assert.Equal("100 Allow all 0.0.0.0/0", Shown(Assert.Single(topology.NetworkAcls[0].Inbound)));
        Assert.Equal("100 Allow all 0.0.0.0/0", Shown(Assert.Single(topology.NetworkAcls[0].Outbound)));
        Assert.Empty(topology.NetworkAcls[1].Inbound);
        Assert.Equal(topology.NetworkAcls[0].Id, topology.Subnets[0].NetworkAcl);
    }

    static string Shown(NetworkAclEntry entry) => $"{entry.Number} {entry.Action} {entry.Traffic} {entry.Peer}";
}
