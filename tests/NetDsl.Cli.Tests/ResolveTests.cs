using System.Text.Json.Nodes;

namespace NetDsl.Cli.Tests;

public class ResolveTests
{
    readonly NetworkBuilder network = new("Office");

    public ResolveTests()
    {
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("office", "10.0.0.0/16").DnsHostnames();
        var subnet = vpc.Subnet("a", "10.0.0.0/24", "a");
        subnet.Instance("web", vpc.SecurityGroup("web").Ingress(Traffic.Tcp(443), from: "10.0.0.0/16")).PrivateIp("10.0.0.9");
        subnet.Instance("desk", vpc.SecurityGroup("desk"));
        network.PrivateHostedZone("corp.example").Associate(vpc).Record("web", "10.0.0.9");
        region.ResolverRule("partner", "partner.example").Target("192.168.0.53").Associate(vpc);
    }

    [Fact]
    public void Follows_a_packet_to_a_name()
    {
        var machine = JsonNode.Parse(Run("trace", "--from", "desk", "--to-name", "web.corp.example", "--protocol", "tcp", "--port", "443", "--json").Output)!;

        Assert.Equal("reachable", (string)machine["verdict"]!);
        Assert.Equal("10.0.0.9", (string)machine["resolution"]!["addresses"]![0]!);
        Assert.Equal("us-east-1/office/web", (string)machine["forward"]!["receiver"]!);
    }

    [Theory]
    [InlineData("gone.corp.example", "blocked", "private hosted zone 'corp.example' has no record 'gone.corp.example', and what it does not know does not exist here; add the record")]
    [InlineData("db.partner.example", "unknown", "rule 'us-east-1/partner' forwards 'partner.example' to 192.168.0.53, whose answer the topology does not know")]
    [InlineData("example.org", "unknown", "it is a name of the internet, which the topology does not describe")]
    public void A_name_without_an_address_has_a_verdict_and_a_reason(string name, string verdict, string reason)
    {
        var run = Run("trace", "--from", "desk", "--to-name", name, "--protocol", "tcp", "--port", "443", "--json", "--expect", "reachable");

        var machine = JsonNode.Parse(run.Output)!;
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(verdict, (string)machine["verdict"]!);
        Assert.Equal(reason, (string)machine["resolution"]!["reason"]!);
    }

    [Fact]
    public void Says_what_a_name_means_and_lists_all_names()
    {
        var one = Run("resolve", "--from", "desk", "--name", "web.corp.example");
        var missing = Run("resolve", "--from", "internet", "--name", "web.corp.example");
        var all = Run("resolve", "--from", "desk", "--json");

        Assert.Equal(0, one.ExitCode);
        Assert.Contains("web.corp.example is 10.0.0.9: private hosted zone 'corp.example' answers", one.Output, StringComparison.Ordinal);
        Assert.Equal(1, missing.ExitCode);
        Assert.Equal(["web.corp.example"], JsonNode.Parse(all.Output)!.AsArray().Select(each => (string)each!["name"]!));
    }

    CommandRun Run(params string[] args) => CommandRun.Program(network.Build(), args);
}
