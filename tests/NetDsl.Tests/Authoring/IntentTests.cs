using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Tests.Authoring;

/// <summary>What is expected of a network: how it is said, and what says nothing.</summary>
public class IntentTests
{
    [Fact]
    public void An_expectation_is_an_intent_of_the_network()
    {
        var intent = Assert.Single(Scene.Takes(scene =>
        {
            Hosts(scene);
            scene.Network.Expect(scene.Shop.Instance("web")).CanReach(scene.Shop.Instance("db"), Tcp(5432));
        }).Intents);

        Assert.Equal(IntentKind.CanReach, intent.Kind);
        Assert.Equal(["us-east-1/shop/web"], intent.From.Select(end => end.ToString()));
        Assert.Equal(["us-east-1/shop/db"], intent.To.Select(end => end.ToString()));
        Assert.Equal([Tcp(5432)], intent.Traffic.Select(traffic => traffic.Value));
        Assert.Empty(intent.ExceptFrom);
        Assert.Empty(intent.ExceptTo);
        Assert.Empty(intent.OnlyThrough);
        Assert.Empty(intent.SurvivesLossOf);
    }

    [Fact]
    public void Ends_are_elements_prefixes_tags_and_the_internet()
    {
        var intent = Assert.Single(Scene.Takes(scene =>
        {
            Hosts(scene);
            scene.Edge.Tag("tier", "edge");
            var site = scene.Network.Site("paris").Prefix("192.168.0.0/24");
            var client = scene.Network.InternetClient("reader", scene.Virginia);
            scene.Network
                .Expect([scene.Shop, scene.Edge, site.Host("desk", "192.168.0.5"), site, client, Internet, Tagged("tier", "edge"), "10.0.0.0/8", "2001:db8::/32"])
                .CannotReach([.. scene.Shop.Subnets("more", ["a"], 24).Select(subnet => subnet.Instance("late")), scene.Shop.Instance("db").Primary]);
        }).Intents);

        Assert.Equal(
            ["us-east-1/shop", "us-east-1/shop/edge", "paris/desk", "paris", "reader", "internet", "tier=edge", "10.0.0.0/8", "2001:db8::/32"],
            intent.From.Select(end => end.ToString()));
        Assert.Equal([ElementKind.Instance, ElementKind.NetworkInterface], intent.To.Select(end => ((ElementEndpoints)end.Value).Element.Kind));
        Assert.Equal([AllTraffic], intent.Traffic.Select(traffic => traffic.Value));
        Assert.Equal(IntentKind.CannotReach, intent.Kind);
    }

    [Fact]
    public void A_claim_says_more_of_the_way()
    {
        var intent = Assert.Single(Scene.Takes(scene =>
        {
            Hosts(scene);
            var firewall = scene.Edge.Instance("firewall");
            scene.Data.Instance("last").PrivateIp("10.0.1.14");
            scene.Network.Expect(scene.Shop)
                .CanReach(scene.Data, [Tcp(443), Udp(443)])
                .OnlyThrough([firewall, scene.Gateway])
                .OnlyThrough(scene.Hub)
                .SurvivesLossOf("us-east-1a")
                .ExceptFrom([scene.Edge, firewall])
                .ExceptTo("10.0.1.14/32");
            firewall.ForwardsTraffic();
        }).Intents);

        Assert.Equal(["us-east-1/shop/firewall us-east-1/igw", "us-east-1/hub"], intent.OnlyThrough.Select(waypoint => string.Join(' ', waypoint.AnyOf)));
        Assert.Equal([new AvailabilityZone("us-east-1a", "use1-az1")], intent.SurvivesLossOf.Select(zone => zone.Value));
        Assert.Equal(["us-east-1/shop/edge", "us-east-1/shop/firewall"], intent.ExceptFrom.Select(end => end.ToString()));
        Assert.Equal(["10.0.1.14/32"], intent.ExceptTo.Select(end => end.ToString()));
        Assert.Equal(["tcp/443", "udp/443"], intent.Traffic.Select(traffic => traffic.ToString()));
    }

    [Fact]
    public void One_expectation_makes_several_claims_in_their_order()
    {
        var intents = Scene.Takes(scene =>
        {
            Hosts(scene);
            var web = scene.Network.Expect(scene.Shop.Instance("web"));
            web.CannotReach(Internet, Tcp(25));
            web.CanReach(scene.Shop.Instance("db"), Tcp(5432)).CanReach(Internet, Tcp(443)).ExceptTo("192.0.2.0/24").CannotReach(scene.Shop.Instance("db"), [Tcp(22), Tcp(3389)]);
        }).Intents;

        Assert.Equal(["tcp/25", "tcp/5432", "tcp/443", "tcp/22 tcp/3389"], intents.Select(intent => string.Join(' ', intent.Traffic)));
        Assert.Equal([0, 0, 1, 0], intents.Select(intent => intent.ExceptTo.Count));
        Assert.Single(intents.Select(intent => intent.Origin).Distinct());
        Assert.Equal(2, intents.Select(intent => intent.Claim).Distinct().Count());
    }

    [Fact]
    public void Each_part_remembers_where_it_was_written()
    {
        var here = Scene.Here();
        var intent = Assert.Single(Scene.Takes(scene =>
        {
            Hosts(scene);
            scene.Network
                .Expect(scene.Shop.Instance("web"))
                .CanReach(scene.Shop.Instance("db"), Tcp(5432))
                .OnlyThrough(scene.Hub)
                .ExceptTo(scene.Edge)
                .SurvivesLossOf("us-east-1c");
            scene.Shop.Subnet("spare", "10.0.9.0/24", "c").Instance("spare");
        }).Intents);

        Assert.Equal(
            [here.Line + 5, here.Line + 5, here.Line + 6, here.Line + 6, here.Line + 6, here.Line + 7, here.Line + 7, here.Line + 8, here.Line + 9],
            new[]
            {
                intent.Origin, intent.From[0].Origin, intent.Claim, intent.To[0].Origin, intent.Traffic[0].Origin, intent.OnlyThrough[0].Origin,
                intent.OnlyThrough[0].AnyOf[0].Origin, intent.ExceptTo[0].Origin, intent.SurvivesLossOf[0].Origin,
            }.Select(origin => origin.Line));
    }

    [Fact]
    public void Networks_with_the_same_intents_are_equal()
    {
        var (first, second) = (Make(), Make());
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, first with { Intents = [] });

        static Topology Make() => Scene.Takes(scene =>
        {
            Hosts(scene);
            scene.Network.Expect([Internet, Tagged("role", "web")]).CannotReach(scene.Data);
        });
    }

    [Fact]
    public void A_zone_is_named_by_letter_name_or_identifier()
    {
        var intent = Assert.Single(Alone(network =>
        {
            var vpc = Zones(network);
            network.Expect(vpc.Instance("a")).CanReach(vpc.Instance("b"), Tcp(443)).SurvivesLossOf("c").SurvivesLossOf("us-east-1c").SurvivesLossOf("use1-az3");
        }).Intents);

        Assert.Equal(Enumerable.Repeat(new AvailabilityZone("us-east-1c", "use1-az3"), 3), intent.SurvivesLossOf.Select(zone => zone.Value));
    }

    [Fact]
    public void An_expectation_without_a_claim_is_a_problem() =>
        Refuses(scene => scene.Network.Expect(scene.Shop.Instance("web")), "the expectation claims nothing; complete it with CanReach(…) or CannotReach(…)");

    [Fact]
    public void Nobody_is_no_end() =>
        Refuses(scene => scene.Network.Expect([]).CannotReach(scene.Shop.Instance("db")), $"the intent is about nobody; {Choices}");

    [Fact]
    public void Null_is_no_end() =>
        Refuses(scene => scene.Network.Expect((ElementBuilder)null!).CannotReach(scene.Shop.Instance("db")), $"null is no end of an intent; {Choices}");

    [Fact]
    public void No_receiver_is_no_end() =>
        Refuses(scene => scene.Network.Expect(Internet).CannotReach(null!), $"the intent is about nobody; {Choices}");

    [Fact]
    public void An_end_has_addresses() =>
        Refuses(scene => scene.Network.Expect(Internet).CannotReach(scene.Shop.MainRouteTable), $"route table 'main' has no address that packets are sent to or come from; {Choices}");

    [Fact]
    public void A_gateway_endpoint_has_no_address() =>
        Refuses(scene => scene.Network.Expect(scene.Shop.Instance("web")).CanReach(scene.Shop.GatewayEndpoint("s3", scene.Virginia.Service("s3")), Tcp(443)), $"VPC endpoint 's3' has no address that packets are sent to or come from; {Choices}");

    [Fact]
    public void A_load_balancer_sends_nothing_by_itself() =>
        Refuses(scene => scene.Network.Expect(Balancer(scene)).CanReach(scene.Shop.Instance("db"), Tcp(443)), "network load balancer 'front' sends nothing by itself; name who sends through it, or put it into CanReach(…) or CannotReach(…)");

    [Fact]
    public void An_end_is_of_the_network() =>
        Refuses(scene => scene.Network.Expect(new Scene().Edge.Instance("stranger")).CannotReach(scene.Data), "instance 'stranger' is of another network; name an element of this one");

    [Fact]
    public void A_handle_is_of_the_network() =>
        Refuses(scene => scene.Network.Expect(Endpoint.Of(new ElementId(ElementKind.Instance, "us-east-1/shop/nobody"))).CannotReach(scene.Data), "instance 'us-east-1/shop/nobody' is not in the network; name an element of it");

    [Fact]
    public void A_prefix_is_read() =>
        Refuses(scene => scene.Network.Expect("10.0.0.1/16").CannotReach(scene.Data), "'10.0.0.1/16' has host bits set; the prefix is 10.0.0.0/16", ProblemKind.InvalidPrefix, "10.0.0.0/16");

    [Fact]
    public void Traffic_is_read() =>
        Refuses(scene => scene.Network.Expect(Internet).CannotReach(scene.Data, Tcp(70000)), "port 70000 does not exist; a port is 0 to 65535", ProblemKind.InvalidPort);

    [Fact]
    public void An_intent_is_about_traffic() =>
        Refuses(scene => scene.Network.Expect(Internet).CannotReach(scene.Data, []), "the intent is about no traffic; name some, such as Tcp(443)");

    [Fact]
    public void A_load_balancer_takes_no_echo() =>
        Refuses(scene => scene.Network.Expect(Internet).CanReach(Balancer(scene), Icmp), "network load balancer 'front' takes TCP and UDP, and never icmp; write Tcp(…) or Udp(…)");

    [Fact]
    public void A_load_balancer_does_not_take_everything() =>
        Refuses(scene => scene.Network.Expect(Internet).CanReach(Balancer(scene), AllTraffic), "network load balancer 'front' takes TCP and UDP, and never all traffic; write Tcp(…) or Udp(…)");

    [Fact]
    public void All_traffic_can_be_kept_from_a_load_balancer() =>
        Scene.Takes(scene => scene.Network.Expect(Internet).CannotReach(Balancer(scene)));

    [Fact]
    public void An_endpoint_takes_TCP() =>
        Refuses(scene => scene.Network.Expect(scene.Shop.Instance("web")).CanReach(scene.Shop.InterfaceEndpoint("sqs", scene.Virginia.Service("sqs")).Subnet(scene.Edge), Udp(443)), "endpoint 'sqs' takes TCP, and never udp/443; write Tcp(…)");

    [Fact]
    public void Families_have_their_own_echo() =>
        Refuses(scene => scene.Network.Expect(scene.Shop.Instance("web")).CannotReach("2001:db8::/32", Icmp), "2001:db8::/32 is a prefix of IPv6, which ICMP is not sent to; write Icmpv6");

    [Fact]
    public void Families_have_their_own_echo_either_way() =>
        Refuses(scene => scene.Network.Expect(scene.Shop.Instance("web")).CannotReach("10.0.0.0/8", Icmpv6), "10.0.0.0/8 is a prefix of IPv4, which ICMPv6 is not sent to; write Icmp");

    [Fact]
    public void A_way_leads_through_what_forwards() =>
        Refuses(scene => scene.Network.Expect(scene.Shop.Instance("web")).CanReach(scene.Shop.Instance("db"), Tcp(443)).OnlyThrough(scene.Web), "security group 'web' forwards nothing, so that no packet passes it; name a gateway, a peering, an attachment, a balancer, an endpoint, a VPN connection, a virtual interface, or an instance that forwards");

    [Fact]
    public void A_way_leads_through_hosts_that_forward() =>
        Refuses(scene => scene.Network.Expect(scene.Shop.Instance("web")).CanReach(scene.Shop.Instance("db"), Tcp(443)).OnlyThrough(scene.Edge.Instance("mere").Primary), "network interface 'mere' forwards nothing, so that no packet passes it; let the instance send on with ForwardsTraffic() or TranslatesSources(), or name what does");

    [Fact]
    public void A_way_leads_through_something() =>
        Refuses(scene => scene.Network.Expect(scene.Shop.Instance("web")).CanReach(scene.Shop.Instance("db"), Tcp(443)).OnlyThrough([]), "the way leads through nothing; name what forwards, such as a gateway or a firewall");

    [Fact]
    public void A_way_leads_through_the_network() =>
        Refuses(scene => scene.Network.Expect(scene.Shop.Instance("web")).CanReach(scene.Shop.Instance("db"), Tcp(443)).OnlyThrough(new Scene().Hub), "transit gateway 'hub' is of another network; name an element of this one");

    [Fact]
    public void A_tag_is_somebodys() =>
        Refuses(scene => scene.Network.Expect(Internet).CannotReach(Tagged("role", "databse")), "no interface has the tag 'role' with the value 'databse'; put it on with Tag(\"role\", \"databse\"), or correct it");

    [Fact]
    public void A_subnet_has_hosts() =>
        Refuses(scene => scene.Network.Expect(Internet).CannotReach(scene.Vault), "subnet 'vault' has no interface of a host inside; declare an instance there, or name another");

    [Fact]
    public void A_site_has_hosts() =>
        Refuses(scene => scene.Network.Expect(scene.Network.Site("paris")).CannotReach(scene.Data), "site 'paris' has no host that could send or receive; declare one with Host(…)");

    [Fact]
    public void A_prefix_is_somebodys() =>
        Refuses(scene => scene.Network.Expect("10.99.0.0/16").CannotReach(scene.Data), "nobody has an address of 10.99.0.0/16: no interface, no host of a site, no client and no host of the internet; correct it");

    [Fact]
    public void An_exception_is_somebody() =>
        Refuses(scene => scene.Network.Expect(Internet).CannotReach(scene.Data).ExceptTo(scene.Vault), "subnet 'vault' has no interface of a host inside; declare an instance there, or name another");

    [Fact]
    public void Exceptions_leave_somebody_who_sends() =>
        Refuses(scene => scene.Network.Expect(scene.Edge).CannotReach(scene.Data).ExceptFrom(scene.Shop), "the exceptions leave nobody of those who send; leave out fewer");

    [Fact]
    public void Exceptions_leave_somebody_whom_it_is_for() =>
        Refuses(scene => scene.Network.Expect(Internet).CannotReach([scene.Data, "0.0.0.0/0"]).ExceptTo([scene.Shop, "0.0.0.0/0"]), "the exceptions leave nobody of those whom it is for; leave out fewer");

    [Fact]
    public void An_exception_that_cannot_be_taken_keeps_the_intent_out() =>
        Refuses(scene => scene.Network.Expect(Internet).CannotReach(scene.Data).ExceptTo("all"), "'all' is not an IPv4 prefix; write one such as 10.0.0.0/16", ProblemKind.InvalidPrefix);

    [Fact]
    public void Nobody_is_asked_about_himself() =>
        Refuses(scene => scene.Network.Expect(scene.Shop.Instance("web")).CanReach(scene.Shop.Instance("web").Primary, Tcp(443)), "both sides are the same one, and nobody is asked about himself; name another");

    [Fact]
    public void The_internet_is_not_asked_about_itself() =>
        Refuses(scene => scene.Network.Expect(Internet).CanReach("198.51.100.0/24", Tcp(443)), "between hosts of the internet no packet comes through the network; name an element of the network on one side");

    [Fact]
    public void A_zone_has_something() =>
        Refuses(scene => scene.Network.Expect(Internet).CanReach(scene.Data, Tcp(443)).SurvivesLossOf("us-east-1d"), "nothing of the network is in zone 'us-east-1d'; write one of us-east-1a, us-east-1b, us-west-2a");

    [Fact]
    public void A_letter_is_a_zone_of_the_only_region() =>
        Refuses(scene => scene.Network.Expect(Internet).CanReach(scene.Data, Tcp(443)).SurvivesLossOf("a"), "nothing of the network is in zone 'a'; write one of us-east-1a, us-east-1b, us-west-2a");

    [Fact]
    public void A_lost_zone_leaves_somebody() =>
        Refuses(scene => scene.Network.Expect(Internet).CanReach(scene.Data, Tcp(443)).SurvivesLossOf("us-east-1b"), "with zone us-east-1b all of one side is gone, so that nothing is left to be reached; name a zone in which not all of them are");

    [Fact]
    public void A_name_of_a_zone_means_one_place()
    {
        var topology = new NetworkBuilder();
        var partner = topology.Account("partner", "210987654321").Zone("us-east-1c", "use1-az1");
        var vpc = Zones(topology);
        topology.Region("us-east-1").Vpc("theirs", "10.9.0.0/16", partner).Subnet("theirs", "10.9.0.0/24", "c");
        topology.Expect(vpc.Instance("a")).CanReach(vpc.Instance("b"), Tcp(443)).SurvivesLossOf("us-east-1c");

        Assert.Equal(
            ["us-east-1c is another place for each of several accounts; write the identifier of one: use1-az3 or use1-az1"],
            topology.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    public void What_is_left_out_is_told_once()
    {
        var topology = Scene.After(scene =>
        {
            var broken = scene.Shop.Subnet("broken", "10.0.7.1/24", "a").Instance("lost");
            scene.Network.Expect(Internet).CannotReach(broken);
            scene.Network.Expect(broken).CannotReach(Tagged("role", "none"));
            scene.Network.Expect(scene.Shop.Instance("nobody")).CanReach(scene.Edge, Tcp(443)).SurvivesLossOf("nowhere");
            scene.Network.Expect(scene.Edge.Instance("here")).CanReach(scene.Data, Tcp(443)).OnlyThrough(broken);
            scene.Network.Expect(scene.Edge).CannotReach(scene.Data);
        });

        Assert.Equal([ProblemKind.InvalidPrefix, ProblemKind.UnknownName], topology.Problems.Select(problem => problem.Kind));
        Assert.Single(topology.Intents);
    }

    const string Choices = "name an instance, an interface, a subnet, a VPC, a site, a host, a client, a prefix, Tagged(…) or Internet";

    static void Refuses(
        Action<Scene> add,
        string text,
        ProblemKind kind = ProblemKind.InvalidIntent,
        string? replacement = null,
        [System.Runtime.CompilerServices.CallerLineNumber] int line = 0,
        [System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Assert.Empty(Scene.Refuses(
            scene =>
            {
                Hosts(scene);
                add(scene);
            },
            kind,
            text,
            replacement,
            line: line,
            file: file).Intents);

    static void Hosts(Scene scene)
    {
        scene.Edge.Instance("web").Tag("role", "web");
        scene.Data.Instance("db");
    }

    static LoadBalancerBuilder Balancer(Scene scene) => scene.Shop.NetworkLoadBalancer("front").Subnet(scene.Edge);

    static Topology Alone(Action<NetworkBuilder> add)
    {
        var network = new NetworkBuilder();
        add(network);
        var topology = network.Build();
        Assert.Empty(topology.Problems);
        return topology;
    }

    static VpcBuilder Zones(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        foreach (var (index, zone) in new[] { "a", "b", "c" }.Index())
        {
            vpc.Subnet(zone, $"10.0.{index}.0/24", zone).Instance(zone);
        }

        return vpc;
    }
}
