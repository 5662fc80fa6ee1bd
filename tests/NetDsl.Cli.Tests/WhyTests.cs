using System.Text.Json.Nodes;
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
    public void Where_a_route_is_missing_nothing_is_promised()
    {
        var network = new NetworkBuilder("Two");
        var region = network.Region("us-east-1");
        var (one, two) = (region.Vpc("one", "10.0.0.0/16"), region.Vpc("two", "10.1.0.0/16"));
        one.Subnet("a", "10.0.0.0/24", "a").Instance("web", one.SecurityGroup("web"));
        two.Subnet("a", "10.1.0.0/24", "a").Instance("db", two.SecurityGroup("db"));

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
