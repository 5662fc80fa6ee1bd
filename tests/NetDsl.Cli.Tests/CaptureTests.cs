using System.Text.Json.Nodes;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

public sealed class CaptureTests : IDisposable
{
    readonly ScratchFolder folder = new();

    string File => Path.Combine(folder.Path, "capture.pcapng");

    [Fact]
    public void Writes_as_many_frames_as_it_says()
    {
        var run = Capture("--frames", "20", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal((20, File), ((int)JsonNode.Parse(run.Output)!["frames"]!, (string)JsonNode.Parse(run.Output)!["file"]!));
        Assert.Equal([0x0A, 0x0D, 0x0D, 0x0A], System.IO.File.ReadAllBytes(File)[..4]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        Capture("--seed", "3");
        var first = System.IO.File.ReadAllBytes(File);
        Capture("--seed", "3");
        Assert.Equal(first, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void One_element_and_one_kind_of_wire_can_be_chosen()
    {
        var all = Frames();
        var gateway = Frames("--at", "igw");
        var outside = Frames("--at", "igw", "--wire", "internet");
        Assert.True(all > gateway && gateway > outside && outside > 0, $"{all} {gateway} {outside}");

        int Frames(params string[] args) => (int)JsonNode.Parse(Capture([.. args, "--frames", "1000000", "--json"]).Output)!["frames"]!;
    }

    [Fact]
    public void What_comes_to_an_appliance_is_seen_at_it()
    {
        var network = new NetworkBuilder("Inspected");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var inspection = vpc.Subnet("inspection", "10.0.9.0/24", "a");
        inspection.RouteTable("inspection").Route(Traffic.AnyIpv4, vpc.InternetGateway("igw"));
        var geneve = vpc.SecurityGroup("geneve").Ingress(Traffic.Udp(6081), from: "10.0.9.0/24");
        var firewalls = vpc.GatewayLoadBalancer("firewalls").Subnet(inspection).Target(inspection.Instance("firewall", geneve).ForwardsTraffic());
        var app = vpc.Subnet("app", "10.0.1.0/24", "a");
        app.RouteTable("app").Route(Traffic.AnyIpv4, vpc.GatewayLoadBalancerEndpoint("inspect", inspection, vpc.EndpointService("inspection", firewalls, acceptanceRequired: false)));
        app.Instance("app").PublicIp();
        var run = CommandRun.Program(network.Build(), "capture", "--output", File, "--at", "firewall", "--wire", "appliance", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.True((int)JsonNode.Parse(run.Output)!["frames"]! > 0);
    }

    [Theory]
    [InlineData("--at", "nobody", "--at: nothing on a path through network 'Shop' is called 'nobody'; name an element as a trace does")]
    [InlineData("--wire", "rope", "--wire: 'rope' is no kind of wire; write one of interface, substrate, internet, circuit, appliance")]
    [InlineData("--frames", "0", "--frames: '0' is not a whole number from 1")]
    [InlineData("--seed", "x", "--seed: 'x' is not a whole number")]
    public void A_value_that_cannot_be_used_is_named_with_what_to_write(string option, string value, string message)
    {
        var run = Capture(option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File) && new FileInfo(File).Length > 0);
    }

    public void Dispose() => folder.Dispose();

    CommandRun Capture(params string[] args) => CommandRun.Program(ExampleNetworks.Shop(), ["capture", "--output", File, .. args]);
}
