using System.Text.Json.Nodes;
using NetDsl.Cli.Verbs;
using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;
using NetDsl.Testing;
using static NetDsl.Traffic;

namespace NetDsl.Cli.Tests;

/// <summary>Why a flow is blocked, and what opens it.</summary>
public class WhyTests
{
    [Fact]
    public void What_is_reachable_needs_no_reason()
    {
        var run = CommandRun.Program(ExampleNetworks.Shop(), "why", "--from", "web-a", "--to", "db-a", "--protocol", "tcp", "--port", "5432");
        Assert.Equal((0, "us-east-1/shop/web-a to us-east-1/shop/db-a, tcp/5432: reachable\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Every_filter_of_both_directions_is_named_and_the_edits_are_proved()
    {
        var run = CommandRun.Program(Closed().Build(), "why", "--from", "web", "--to", "db", "--protocol", "tcp", "--port", "5432");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(
            @"^us-east-1/shop/web to us-east-1/shop/db, tcp/5432: blocked\n"
            + @"  forward: SUBNET_ACL_RESTRICTION at us-east-1/shop/strict \[\S*WhyTests\.cs:\d+\]: entry 90 denies tcp from 10\.0\.0\.0/24 \(into data\)\n"
            + @"    add AllowInbound\(a number below 90, Tcp\(5432\), from: ""10\.0\.0\.4/32""\) to network ACL us-east-1/shop/strict\n"
            + @"  forward: ENI_SG_RULES_MISMATCH at us-east-1/shop/db \[\S*WhyTests\.cs:\d+\]: no ingress rule allows tcp/5432 from 10\.0\.0\.4\n"
            + @"    add Ingress\(Tcp\(5432\), from: ""10\.0\.0\.4/32""\) to the security groups of us-east-1/shop/db\n"
            + @"  return: SUBNET_ACL_RESTRICTION at us-east-1/shop/strict \[\S*WhyTests\.cs:\d+\]: no outbound entry matches tcp/49152 to 10\.0\.0\.4 \(out of data\)\n"
            + @"    add AllowOutbound\(100, TcpRange\(1024, 65535\), to: ""10\.0\.0\.4/32""\) to network ACL us-east-1/shop/strict, because an ACL keeps no state and judges replies too\n"
            + @"  these 3 edits open it: traced with them, the packet arrives and its reply comes back\n$",
            run.Output);
    }

    [Fact]
    public void Two_vpcs_that_nothing_joins_need_a_peering_and_a_route_each()
    {
        var network = new NetworkBuilder("Two");
        var region = network.Region("us-east-1");
        var (one, two) = (region.Vpc("one", "10.0.0.0/16"), region.Vpc("two", "10.1.0.0/16"));
        one.Subnet("a", "10.0.0.0/24", "a").Instance("web", one.SecurityGroup("web"));
        two.Subnet("a", "10.1.0.0/24", "a").Instance("db", two.SecurityGroup("db"));

        Assert.Equal(
            "add Peer(\"one-two\", one, two) to the network"
            + "\nadd Route(\"10.1.0.0/16\", one-two) to route table us-east-1/one/main"
            + "\nadd Ingress(IcmpType(8), from: \"10.0.0.4/32\") to the security groups of us-east-1/two/db"
            + "\nadd Route(\"10.0.0.0/16\", one-two) to route table us-east-1/two/main",
            Edits(network, "--from", "web", "--to", "db", "--protocol", "icmp"));
    }

    [Fact]
    public void A_subnet_without_a_way_out_needs_a_route_to_the_nat_gateway()
    {
        var network = new NetworkBuilder("Out");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        edge.NatGateway("nat");
        var inside = vpc.Subnet("inside", "10.0.1.0/24", "a");
        inside.RouteTable("inside");
        inside.Instance("app");

        Assert.Equal(
            "add Route(\"0.0.0.0/0\", nat) to route table us-east-1/v/inside",
            Edits(network, "--from", "app", "--to", "internet", "--protocol", "tcp", "--port", "443"));
    }

    [Fact]
    public void A_host_with_a_route_to_the_internet_gateway_needs_a_public_address()
    {
        var network = new NetworkBuilder("Out");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        edge.Instance("app", vpc.SecurityGroup("app"));

        Assert.Equal(
            "call PublicIp() on us-east-1/v/app", Edits(network, "--from", "app", "--to", "internet", "--protocol", "tcp", "--port", "443"));
        Assert.Equal(
            "call PublicIp() on us-east-1/v/app"
            + "\nadd Ingress(Tcp(443), from: \"198.51.100.7/32\") to the security groups of us-east-1/v/app",
            Edits(network, "--from", "internet", "--to", "app", "--protocol", "tcp", "--port", "443"));
    }

    [Theory]
    [InlineData("add Ingress(Tcp(443), from: \"8.8.8.8/32\") to the security groups of us-east-1/v/app", "--source-ip", "8.8.8.8")]
    [InlineData("add Ingress(Tcp(443), from: \"198.51.100.7/32\") to the security groups of us-east-1/v/app", "--source-port", "1024")]
    public void Who_asks_may_be_named_by_address_and_port(string edit, params string[] source)
    {
        var network = new NetworkBuilder("In");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        edge.Instance("app", vpc.SecurityGroup("app")).PublicIp();

        Assert.Equal(edit, Edits(network, ["--from", "internet", "--to", "app", "--protocol", "tcp", "--port", "443", .. source]));
    }

    [Fact]
    public void A_peering_that_waits_needs_to_be_accepted()
    {
        var network = new NetworkBuilder("Two");
        var region = network.Region("us-east-1");
        var (one, two) = (region.Vpc("one", "10.0.0.0/16"), network.Region("eu-west-1").Vpc("two", "10.1.0.0/16"));
        var peering = network.Peer("pcx", one, two);
        foreach (var (vpc, other, prefix) in new[] { (one, "10.1.0.0/16", "10.0.0.0/24"), (two, "10.0.0.0/16", "10.1.0.0/24") })
        {
            vpc.MainRouteTable.Route(other, peering);
            vpc.Subnet("a", prefix, "a").Instance("host", vpc.SecurityGroup("open").Ingress(AllTraffic, from: AnyIpv4));
        }

        // The command refuses such a network, for the peering is a finding.
        var topology = network.Build();
        var hosts = topology.Instances.Select(each => Endpoint.Of(each.Id)).ToList();
        var opening = Opening.Of(topology, new CompiledNetwork(TopologyLowering.Lower(topology)), each => each.Trace(hosts[0], hosts[1], Udp(53)));

        Assert.Equal(("let peering pcx be accepted, with AcceptedBy(…)", true), (Assert.Single(opening.Blocks).Edit, opening.Suffices));
    }

    [Fact]
    public void A_transit_gateway_needs_propagations_in_both_directions()
    {
        var network = new NetworkBuilder("Hub");
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").DefaultRouteTableAssociation(false).DefaultRouteTablePropagation(false);
        var table = hub.RouteTable("table");
        foreach (var (name, prefix) in new[] { ("one", "10.0"), ("two", "10.1") })
        {
            var vpc = region.Vpc(name, $"{prefix}.0.0/16");
            vpc.MainRouteTable.Route("10.0.0.0/8", hub);
            var subnet = vpc.Subnet("a", $"{prefix}.0.0/24", "a");
            subnet.Instance("host", vpc.SecurityGroup("open").Ingress(AllTraffic, from: AnyIpv4));
            var attachment = hub.Attach(name, subnet);
            if (name == "two")
            {
                table.Associate(attachment);
            }
        }

        Assert.Equal(
            "add Associate(one) to transit gateway route table us-east-1/hub/table"
            + "\nadd Propagate(two) to transit gateway route table us-east-1/hub/table"
            + "\nadd Propagate(one) to transit gateway route table us-east-1/hub/table",
            Edits(network, "--from", "one/host", "--to", "two/host", "--protocol", "tcp", "--port", "22"));
    }

    [Fact]
    public void Where_no_edit_opens_the_way_nothing_is_promised()
    {
        var network = new NetworkBuilder("Two");
        var region = network.Region("us-east-1");
        var (one, two) = (region.Vpc("one", "10.0.0.0/16"), region.Vpc("two", "10.0.0.0/16"));
        one.Subnet("a", "10.0.0.0/24", "a").Instance("web", one.SecurityGroup("web"));
        two.Subnet("b", "10.0.1.0/24", "a").Instance("db", two.SecurityGroup("db"));

        var run = CommandRun.Program(network.Build(), "why", "--from", "web", "--to", "db", "--protocol", "icmp");

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("  this is needed; whether it is enough shows when it is written, because the way behind is not known before\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_has_no_room_is_not_proved()
    {
        var network = new NetworkBuilder("Shop");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var open = vpc.SecurityGroup("open").Ingress(AllTraffic, from: AnyIpv4);
        vpc.Subnet("web", "10.0.0.0/24", "a").Instance("web", open);
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        data.Instance("db", open);
        data.Associate(vpc.NetworkAcl("first").DenyInbound(1, AllTraffic, from: AnyIpv4).AllowOutbound(1, AllTraffic, to: AnyIpv4));

        var run = CommandRun.Program(network.Build(), "why", "--from", "web", "--to", "db", "--protocol", "udp", "--port", "53", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.False((bool)JsonNode.Parse(run.Output)!["suffices"]!);
    }

    [Fact]
    public void Machines_get_json()
    {
        var run = CommandRun.ToolOn(Closed().Build(), "why", "--from", "web", "--to", "db", "--protocol", "tcp", "--port", "5432", "--json");

        Assert.Equal(1, run.ExitCode);
        var why = JsonNode.Parse(run.Output)!;
        Assert.Equal("blocked", (string)why["verdict"]!);
        Assert.True((bool)why["suffices"]!);
        Assert.Equal(["forward", "forward", "return"], why["blocks"]!.AsArray().Select(block => (string)block!["direction"]!));
        Assert.All(why["blocks"]!.AsArray(), block => Assert.StartsWith("add ", (string)block!["edit"]!, StringComparison.Ordinal));
    }

    [Fact]
    public void A_port_is_needed_where_there_are_ports()
    {
        var run = CommandRun.Program(ExampleNetworks.Shop(), "why", "--from", "web-a", "--to", "db-a", "--protocol", "tcp");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--port is missing", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The edits that open a way, which have to suffice.</summary>
    static string Edits(NetworkBuilder network, params string[] question)
    {
        var run = CommandRun.Program(network.Build(), ["why", .. question, "--json"]);
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        var why = JsonNode.Parse(run.Output)!;
        Assert.True((bool)why["suffices"]!, run.Output);
        return string.Join("\n", why["blocks"]!.AsArray().Select(block => (string)block!["edit"]!));
    }

    static NetworkBuilder Closed()
    {
        var network = new NetworkBuilder("Shop");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web", "10.0.0.0/24", "a").Instance("web", vpc.SecurityGroup("web"));
        var data = vpc.Subnet("data", "10.0.1.0/24", "a");
        data.Instance("db", vpc.SecurityGroup("db"));
        data.Associate(vpc.NetworkAcl("strict").DenyInbound(90, TcpRange(0, 65535), from: "10.0.0.0/24").AllowInbound(100, AllTraffic, from: AnyIpv4));
        return network;
    }
}
