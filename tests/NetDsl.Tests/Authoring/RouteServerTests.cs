using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

public class RouteServerTests
{
    readonly NetworkBuilder network = new();
    readonly VpcBuilder vpc;
    readonly SubnetBuilder subnet;

    public RouteServerTests()
    {
        vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        subnet = vpc.Subnet("s", "10.0.0.0/28", "a");
    }

    [Fact]
    public void It_has_endpoints_in_subnets_and_peers_that_tell_prefixes()
    {
        var firewall = subnet.Instance("fw");
        var server = vpc.RouteServer("rs", 65100);
        server.Endpoint("one", subnet).Peer("fw", firewall, 65001).Advertise("0.0.0.0/0", med: 50);
        server.Endpoint("two", subnet).Peer("fw-2", firewall.Primary, 65001).Down();
        vpc.MainRouteTable.Propagate(server);

        var topology = network.Build();

        Assert.True(topology.IsWhole);
        References.AssertClosed(topology);
        var built = Assert.Single(topology.RouteServers);
        Assert.Equal((65100u, 2, 2), (built.Asn, built.Endpoints.Count, built.Peers.Count));
        Assert.Equal((Ipv4Prefix.All, 50u), (built.Peers[0].Advertised[0].Destination.Value, built.Peers[0].Advertised[0].Med));
        Assert.Equal("us-east-1/v/fw", built.Peers[1].Interface.Path);
        Assert.False(built.Peers[1].IsUp);
        Assert.Equal(built.Id, Assert.Single(topology.RouteTables[0].RouteServers).Value);
    }

    [Fact]
    public void Its_interfaces_take_addresses_of_their_subnets()
    {
        var server = vpc.RouteServer("rs");
        for (var number = 0; number < 11; number++)
        {
            server.Endpoint($"e{number}", subnet);
        }

        Assert.True(network.Build().IsWhole);
        subnet.Instance("one-too-many");
        Assert.Equal(
            "subnet 's' (10.0.0.0/28) has 11 usable addresses and needs 12; widen it or move interfaces", Assert.Single(network.Build().Problems).Text);
    }

    [Fact]
    public void What_is_of_another_vpc_or_system_or_told_twice_is_a_problem()
    {
        var other = network.Region("us-east-1").Vpc("w", "10.1.0.0/16");
        var far = other.Subnet("far", "10.1.0.0/24", "a");
        var server = vpc.RouteServer("rs", 65001);
        server.Endpoint("far", far);
        var endpoint = server.Endpoint("near", subnet);
        endpoint.Peer("far", far.Instance("far"), 65002);
        endpoint.Peer("same", subnet.Instance("same"), 65001);
        endpoint.Peer("fw", subnet.Instance("fw"), 65002).Advertise("192.0.2.0/24").Advertise("192.0.2.0/24", med: 5).Advertise("198.51.100.0/24", med: -1);
        other.MainRouteTable.Propagate(server);
        vpc.RouteServer("zero", 0);

        Assert.Equal(
            [
                "subnet 'far' is of VPC 'w', route server 'rs' of VPC 'v'; use a subnet of its own VPC",
                "'far' is of VPC 'w', route server 'rs' of VPC 'v'; it installs routes to interfaces of its own VPC only",
                "'same' and route server 'rs' are both of autonomous system 65001, between which there is no external BGP; give one of them another number",
                "'fw' advertises 192.0.2.0/24 already; say it once",
                "-1 cannot be a multi-exit discriminator; it is 0 to 4294967295",
                "route server 'rs' is of VPC 'v', and so propagates into tables of that VPC only",
                "0 is not the number of an autonomous system; it is 1 to 4294967294",
            ],
            network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    public void The_rules_of_the_talk_do_not_know_it()
    {
        network.Profile(SemanticsProfile.Talk2018);
        vpc.RouteServer("rs");

        Assert.Equal(ProblemKind.NotInProfile, Assert.Single(network.Build().Problems).Kind);
    }
}
