using System.Text.Json.Nodes;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

public class TraceTests
{
    [Fact]
    public void Prints_the_contracts_object()
    {
        var run = CommandRun.Program(
            ExampleNetworks.Shop(), "trace", "--from", "web-a", "--to", "db-b", "--protocol", "tcp", "--port", "5432", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        var trace = JsonNode.Parse(run.Output)!;
        Assert.Equal("reachable", (string)trace["verdict"]!);
        Assert.Equal("delivered", (string)trace["forward"]!["outcome"]!);
        Assert.Equal("delivered", (string)trace["return"]!["outcome"]!);
        Assert.Null(trace["forward"]!["code"]);
        var hop = trace["forward"]!["hops"]![0]!;
        Assert.Equal(["element", "kind", "decision", "packet", "origin", "code"], hop.AsObject().Select(member => member.Key));
        Assert.Equal("10.0.0.4", (string)hop["packet"]!["source"]!);
        Assert.Equal("10.0.11.4", (string)hop["packet"]!["destination"]!);
        Assert.Equal(49152, (int)hop["packet"]!["sourcePort"]!);
        Assert.Equal(5432, (int)hop["packet"]!["destinationPort"]!);
        Assert.All(
            trace["forward"]!["hops"]!.AsArray().Select(each => each!["origin"]).OfType<JsonObject>(),
            origin => Assert.Equal("NetDsl.Testing/ExampleNetworks.cs", (string)origin["file"]!));
    }

    [Fact]
    public void Starts_at_a_client_of_a_client_vpn_endpoint()
    {
        var network = new NetworkBuilder("Office");
        var vpc = network.Region("us-east-1").Vpc("office", "10.0.0.0/16");
        var subnet = vpc.Subnet("a", "10.0.0.0/24", "a");
        subnet.Instance("files", vpc.SecurityGroup("files").Ingress(Traffic.Tcp(443), from: "10.0.0.0/16"));
        vpc.ClientVpn("home", "172.16.0.0/22").Associate(subnet).Authorize("10.0.0.0/16").Client("laptop");

        var run = CommandRun.Program(
            network.Build(), "trace", "--from", "laptop", "--to", "files", "--protocol", "tcp", "--port", "443", "--json");

        Assert.Equal("", run.Error);
        Assert.Equal("reachable", (string)JsonNode.Parse(run.Output)!["verdict"]!);
    }

    [Fact]
    [Trait("Rule", "I-8 transit gateway")]
    public void Tells_of_a_client_of_a_transit_gateway_the_deciding_rules_of_both_directions()
    {
        var network = new NetworkBuilder("Office");
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("office", "10.0.0.0/16");
        var subnet = vpc.Subnet("a", "10.0.0.0/24", "a");
        subnet.Instance("files", vpc.SecurityGroup("files").Ingress(Traffic.Tcp(443), from: "172.16.0.0/22"));
        var hub = region.TransitGateway("hub").CidrBlock("10.255.0.0/24");
        hub.Attach("office", subnet);
        vpc.MainRouteTable.Route("172.16.0.0/22", hub);
        hub.AttachClientVpn("home", "172.16.0.0/22", ClientVpnAuthentication.Saml).Endpoint.Route("10.0.0.0/8").Authorize("10.0.0.0/16", "staff").Client("laptop", ["staff"]);

        var run = CommandRun.Program(network.Build(), "trace", "--from", "laptop", "--to", "files", "--protocol", "tcp", "--port", "443");

        Assert.Equal("", run.Error);
        Assert.All(
            ["10.0.0.0/8", "group staff", "enters the transit gateway", "172.16.0.0/22", "leaves the transit gateway", "us-east-1/hub/home/laptop"],
            part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R-7.13")]
    public void Asks_a_service_for_something()
    {
        var topology = Store();
        string[] question = ["trace", "--from", "host", "--to", "s3", "--protocol", "tcp", "--port", "443", "--json", "--request"];

        var read = JsonNode.Parse(CommandRun.Program(topology, [.. question, "s3:GetObject arn:aws:s3:::logs/a"]).Output)!;
        Assert.Equal("reachable", (string)read["verdict"]!);
        var write = JsonNode.Parse(CommandRun.Program(topology, [.. question, "s3:PutObject arn:aws:s3:::logs/a"]).Output)!;
        Assert.Equal("blocked", (string)write["verdict"]!);
        Assert.Equal("ENDPOINT_POLICY_DENY", (string)write["forward"]!["code"]!);
        var foreign = JsonNode.Parse(CommandRun.Program(topology, [.. question, "s3:GetObject arn:aws:s3:::logs/a 999999999999"]).Output)!;
        Assert.Equal("blocked", (string)foreign["verdict"]!);

        Assert.Contains("--request: 's3:GetObject' is not a request", CommandRun.Program(topology, [.. question, "s3:GetObject"]).Error, StringComparison.Ordinal);
        Assert.All(["svg", "dot", "mermaid"], format =>
            Assert.Contains("policy of endpoint s3: Read", CommandRun.Program(topology, "graph", "--format", format).Output, StringComparison.Ordinal));
    }

    static Topology Store()
    {
        var network = new NetworkBuilder("Store");
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        var subnet = vpc.Subnet("data", "10.0.0.0/24", "a");
        subnet.Instance("host");
        vpc.GatewayEndpoint("s3", region.Service("s3")).RouteTable(vpc.MainRouteTable).Policy()
            .Allow("Read", "s3:GetObject", "arn:aws:s3:::logs/*").Principal(network.DefaultAccount);
        return network.Build();
    }

    [Theory]
    [InlineData("internet", "us-west-2/west/web")]
    [InlineData("seattle", "us-west-2/west/web")]
    [InlineData("cork", "eu-west-1/east/host")]
    public void Goes_from_the_internet_to_the_nearest_endpoint_of_an_accelerator(string from, string receiver)
    {
        var run = CommandRun.Program(
            ExampleNetworks.Accelerated(), "trace", "--from", from, "--to", "edge", "--protocol", "tcp", "--port", "443", "--source-port", "50001", "--json");

        Assert.Equal("", run.Error);
        var trace = JsonNode.Parse(run.Output)!;
        Assert.Equal("reachable", (string)trace["verdict"]!);
        Assert.Equal(receiver, (string)trace["forward"]!["receiver"]!);
        Assert.Contains("a model's hash chooses by flow", (string)trace["forward"]!["hops"]![1]!["decision"]!, StringComparison.Ordinal);
        Assert.Equal("exits", (string)trace["return"]!["outcome"]!);
    }

    [Theory]
    [InlineData("udp", "20001", "the port leads to 10.0.0.4:7000 of eu-west-1/games/open in eu-west-1, whoever writes to it, and traffic to it is allowed; the client's address stays")]
    [InlineData("udp", "20005", "port 20005 of accelerator matches leads to no host, or to one that gets no udp on its port; allow it with AllowTraffic(…)")]
    [InlineData("tcp", "20033", "the port leads to 10.0.1.4:443 of eu-west-1/games/spare in eu-west-1, whoever writes to it, and traffic to it is allowed; the client's address stays")]
    [InlineData("tcp", "19999", "no listener of accelerator matches takes tcp/19999; add Listener(Tcp(19999))")]
    public void Says_where_a_port_of_a_custom_routing_accelerator_leads(string protocol, string port, string decision)
    {
        var run = CommandRun.Program(ExampleNetworks.CustomRouting(), "trace", "--from", "cork", "--to", "matches", "--protocol", protocol, "--port", port, "--json");

        Assert.Equal("", run.Error);
        Assert.Contains(decision, run.Output.Replace("\u0027", "'", StringComparison.Ordinal).Replace("\u2026", "…", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void An_accelerator_sends_nothing_by_itself()
    {
        var run = CommandRun.Program(
            ExampleNetworks.Accelerated(), "trace", "--from", "edge", "--to", "web", "--protocol", "tcp", "--port", "443");

        Assert.Contains("'edge' is an accelerator, which sends nothing by itself", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_every_reason_that_blocks()
    {
        var run = CommandRun.Program(
            ExampleNetworks.PeeredRegions(), "trace", "--from", "client", "--to", "catalog", "--protocol", "tcp", "--port", "22", "--json");
        var forward = JsonNode.Parse(run.Output)!["forward"]!;
        Assert.Equal("dropped", (string)forward["outcome"]!);
        Assert.Equal("SUBNET_ACL_RESTRICTION", (string)forward["code"]!);
        Assert.Equal(
            ["SUBNET_ACL_RESTRICTION", "ENI_SG_RULES_MISMATCH"],
            forward["blocks"]!.AsArray().Select(block => (string)block!["code"]!));
    }

    [Fact]
    public void Tells_people_every_hop_with_its_origin()
    {
        var run = CommandRun.Program(
            ExampleNetworks.Shop(), "trace", "--from", "db-a", "--to", "internet", "--protocol", "tcp", "--port", "443");
        Snapshot.Match(run.Output, "DatabaseToInternet");
    }

    [Fact]
    public void Tells_people_every_reason_that_blocks()
    {
        var run = CommandRun.Program(
            ExampleNetworks.PeeredRegions(), "trace", "--from", "client", "--to", "catalog", "--protocol", "tcp", "--port", "22");
        Snapshot.Match(run.Output, "ClientToCatalog");
    }

    [Theory]
    [InlineData("web-a")]
    [InlineData("shop/web-a")]
    [InlineData("us-east-1/shop/web-a")]
    [InlineData("network-interface:web-a")]
    public void An_element_is_named_by_any_end_of_its_path(string name) =>
        Assert.Contains("us-east-1/shop/web-a to us-east-1/shop/db-a", Trace("--from", name, "--to", "db-a", "--protocol", "tcp", "--port", "5432").Output, StringComparison.Ordinal);

    [Fact]
    public void The_tool_gives_the_answer_of_the_program()
    {
        string[] question = ["--from", "web-a", "--to", "db-b", "--protocol", "tcp", "--port", "5432"];
        Assert.Equal(
            CommandRun.Program(ExampleNetworks.Shop(), ["trace", .. question]).Output.Replace("NetDsl.Testing/", "", StringComparison.Ordinal),
            CommandRun.ToolOn(ExampleNetworks.Shop(), "trace", question).Output
                .Replace(ExampleNetworks.Shop().Vpcs[0].Origin.File, "ExampleNetworks.cs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("reachable", 0)]
    [InlineData("blocked", 1)]
    public void An_expectation_that_does_not_hold_fails(string expected, int exitCode) => Assert.Equal(
        exitCode,
        Trace("--from", "web-a", "--to", "db-b", "--protocol", "tcp", "--port", "5432", "--expect", expected).ExitCode);

    [Theory]
    [InlineData("--from: there is no instance or interface 'web-x'; did you mean 'web-a' or 'web-b'", "--from", "web-x", "--to", "db-a", "--protocol", "tcp", "--port", "1")]
    [InlineData("--from: 'edge-a' is a subnet, which has no address", "--from", "edge-a", "--to", "db-a", "--protocol", "tcp", "--port", "1")]
    [InlineData("--from: 'us-east-1/shop/nat-a' is a NAT gateway", "--from", "nat-a", "--to", "db-a", "--protocol", "tcp", "--port", "1")]
    [InlineData("--to: '10.0.0.256' is not an IP address", "--from", "web-a", "--to", "10.0.0.256", "--protocol", "tcp", "--port", "1")]
    [InlineData("--to: '10.0.0.0/8' is not an IP address", "--from", "web-a", "--to", "10.0.0.0/8", "--protocol", "tcp", "--port", "1")]
    [InlineData("--protocol: 'sctp' is not a protocol", "--from", "web-a", "--to", "db-a", "--protocol", "sctp", "--port", "1")]
    [InlineData("--protocol: 'all' is not a protocol", "--from", "web-a", "--to", "db-a", "--protocol", "all", "--port", "1")]
    [InlineData("--protocol: '256' is not a protocol", "--from", "web-a", "--to", "db-a", "--protocol", "256")]
    [InlineData("--port is missing; tcp has ports", "--from", "web-a", "--to", "db-a", "--protocol", "tcp")]
    [InlineData("--port: 'https' is not a port from 0 to 65535", "--from", "web-a", "--to", "db-a", "--protocol", "tcp", "--port", "https")]
    [InlineData("--port: '65536' is not a port from 0 to 65535", "--from", "web-a", "--to", "db-a", "--protocol", "tcp", "--port", "65536")]
    [InlineData("--port: '-1' is not a port from 0 to 65535", "--from", "web-a", "--to", "db-a", "--protocol", "tcp", "--port", "-1")]
    [InlineData("--port: protocol icmp has no ports", "--from", "web-a", "--to", "db-a", "--protocol", "icmp", "--port", "80")]
    [InlineData("--port: icmp/8 has no ports", "--from", "web-a", "--to", "db-a", "--protocol", "icmp/8", "--port", "80")]
    [InlineData("--protocol: 'icmp/300' is not a protocol; write tcp, udp, icmp, icmp/3/4 (type and code)", "--from", "web-a", "--to", "db-a", "--protocol", "icmp/300")]
    [InlineData("--source-ip: 'x' is not an IP address", "--from", "web-a", "--to", "db-a", "--protocol", "icmp", "--source-ip", "x")]
    [InlineData("--source-port: '99999999999' is not a port", "--from", "web-a", "--to", "db-a", "--protocol", "tcp", "--port", "1", "--source-port", "99999999999")]
    [InlineData("--expect: 'open' is not a verdict", "--from", "web-a", "--to", "db-a", "--protocol", "icmp", "--expect", "open")]
    [InlineData("there is no option '--protocl'; did you mean '--protocol'?", "--from", "web-a", "--to", "db-a", "--protocl", "tcp")]
    [InlineData("--to is missing; name an instance", "--from", "web-a", "--protocol", "icmp")]
    [InlineData("--to and --to-name both say whom it is for", "--from", "web-a", "--to", "db-a", "--to-name", "db.corp.example", "--protocol", "icmp")]
    public void A_value_that_cannot_be_used_is_named_with_what_to_write(string message, params string[] args)
    {
        var run = Trace(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void An_ambiguous_name_lists_what_it_may_be()
    {
        var network = new NetworkBuilder("Twice");
        foreach (var name in new[] { "one", "two" })
        {
            network.Region("us-east-1").Vpc(name, "10.0.0.0/16").Subnet("s", "10.0.0.0/24", "a").Instance("web");
        }

        var run = CommandRun.Program(network.Build(), "trace", "--from", "web", "--to", "one/web", "--protocol", "icmp");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--from: 'web' is ambiguous; it may be 'us-east-1/one/web', 'us-east-1/two/web'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_of_icmp_is_named_by_type_and_code()
    {
        var run = Trace("--from", "internet", "--to", "web-a", "--protocol", "icmp/3/4", "--json");

        Assert.Contains("\"icmpType\": 3,", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"icmpCode\": 4", run.Output, StringComparison.Ordinal);
        Assert.Contains("no ingress rule allows icmp/3 from", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_asks_for_nothing_has_no_way_back()
    {
        var network = new NetworkBuilder("Told");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
        subnet.Instance("sender");
        subnet.Instance("told", vpc.SecurityGroup("told").Ingress(Traffic.IcmpType(3, 4), from: Traffic.AnyIpv4));

        var run = CommandRun.Program(network.Build(), "trace", "--from", "sender", "--to", "told", "--protocol", "icmp/3/4");

        Assert.StartsWith("us-east-1/v/sender to us-east-1/v/told, icmp/3/4: reachable\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n  return: not walked, because such a message asks for no answer\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_do_not_reach_the_terminal()
    {
        var run = Trace("--from", "\u001b[31mred", "--to", "db-a", "--protocol", "icmp");
        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    static CommandRun Trace(params string[] args) => CommandRun.Program(ExampleNetworks.Shop(), ["trace", .. args]);
}
