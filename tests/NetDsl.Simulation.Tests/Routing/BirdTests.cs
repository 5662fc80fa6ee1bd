using System.Diagnostics;
using System.Net;
using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Simulation.Routing;
using NetDsl.Simulation.Routing.Bgp;
using NetDsl.Testing;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests.Routing;

/// <summary>BIRD, a router of the field, stands in a network namespace for the device of a site, and speaks BGP with a gateway of ours.</summary>
public sealed class BirdTests : IDisposable
{
    const string Gateway = "169.254.6.1";
    const string Device = "169.254.6.2";

    // Short for the kernel, and of this process alone.
    readonly string name = $"nd{Environment.ProcessId % 100_000}";
    readonly ScratchFolder folder = new();

    [SkippableFact]
    public async Task Its_routes_are_propagated_and_are_gone_when_it_withdraws_them()
    {
        Skip.IfNot(DebianPrograms.Has("bird", "bird2", "--version"), "needs bird2");
        Skip.IfNot(DebianPrograms.Has("ip", "iproute2") && Ip("netns", "add", name), "needs network namespaces");
        Assert.True(Ip("link", "add", $"{name}a", "type", "veth", "peer", "name", $"{name}b", "netns", name));
        Assert.True(Ip("addr", "add", $"{Gateway}/30", "dev", $"{name}a") && Ip("link", "set", $"{name}a", "up"));
        Assert.True(Ip("-n", name, "addr", "add", $"{Device}/30", "dev", $"{name}b") && Ip("-n", name, "link", "set", $"{name}b", "up"));

        using var ending = new CancellationTokenSource();
        var connection = new BgpConnection(new BgpSessionOptions(64512, Ipv4Address.Parse(Gateway), 65010));
        var told = new BgpUpdate([], new BgpAttributes(BgpOrigin.Igp, [64512], IpAddress.Parse(Gateway)), [IpPrefix.Parse("10.0.0.0/16")]);
        var speaking = connection.ListenAsync(IPAddress.Parse(Gateway), BgpConnection.Port, [told], ending.Token);
        File.WriteAllText(Path.Combine(folder.Path, "bird.conf"), Configuration("192.168.0.0/16", "192.168.77.0/24"));
        using var bird = Process.Start(new ProcessStartInfo(
            "ip", ["netns", "exec", name, "bird", "-f", "-c", Path.Combine(folder.Path, "bird.conf"), "-s", Path.Combine(folder.Path, "bird.ctl"), "-P", Path.Combine(folder.Path, "bird.pid")])
        {
            RedirectStandardError = true,
        })!;
        try
        {
            // Both routes come, and in the network the table of the VPC leads there.
            await Until(() => connection.Learned.Count == 2, () => $"{connection.State} {connection.Reason}");
            Assert.Equal(BgpState.Established, connection.State);
            Assert.Equal(["192.168.0.0/16", "192.168.77.0/24"], connection.Learned.Select(route => route.Prefix.ToString()));
            Assert.All(connection.Learned, route => Assert.Equal((IReadOnlyList<uint>)[65010], [.. route.Attributes.Path]));
            Assert.Equal("192.168.77.0/24 → vgw (propagated)", RouteTo("192.168.77.9"));
            Assert.Equal("192.168.0.0/16 → vgw (propagated)", RouteTo("192.168.1.9"));

            // And it has taken ours.
            Assert.Contains("10.0.0.0/16", Birdc("show", "route", "protocol", "vendor"), StringComparison.Ordinal);

            File.WriteAllText(Path.Combine(folder.Path, "bird.conf"), Configuration("192.168.0.0/16"));
            Birdc("configure");
            await Until(() => connection.Learned.Count == 1, () => $"{connection.State} {connection.Reason}");
            Assert.Equal("192.168.0.0/16 → vgw (propagated)", RouteTo("192.168.77.9"));

            File.WriteAllText(Path.Combine(folder.Path, "bird.conf"), Configuration());
            Birdc("configure");
            await Until(() => connection.Learned.Count == 0, () => $"{connection.State} {connection.Reason}");
            Assert.Null(RouteTo("192.168.77.9"));
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAny(speaking);
            bird.Kill(entireProcessTree: true);
        }

        Assert.Equal((BgpState.Idle, "it was told to end"), (connection.State, connection.Reason));
        Assert.Empty(connection.Learned);

        string? RouteTo(string address)
        {
            var topology = LearnedRoutes.Apply(Office, Office.Hybrid.VpnConnections[0].Id, connection.Learned);
            var trace = new CompiledNetwork(TopologyLowering.Lower(topology)).Trace(
                Endpoint.Of(topology.Instances[0].Id), Endpoint.Of(IpAddress.Parse(address)), Tcp(443));
            return trace.Forward.Hops.FirstOrDefault(hop => hop.Kind == "route-table" && hop.Code is null)?.Decision;
        }
    }

    static Topology Office { get; } = Define();

    public void Dispose()
    {
        Ip("netns", "delete", name);
        Ip("link", "delete", $"{name}a");
        folder.Dispose();
    }

    static Topology Define()
    {
        var network = new NetworkBuilder("Office");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var gateway = vpc.VpnGateway("vgw");
        vpc.MainRouteTable.Propagate(gateway);
        vpc.Subnet("app", "10.0.0.0/24", "a").Instance("app");
        gateway.VpnConnection("vpn", network.Site("office", 65010).Prefix("192.168.0.0/16").CustomerGateway("edge", "198.51.100.9"));
        return network.Build();
    }

    static string Configuration(params string[] prefixes) => $$"""
        router id {{Device}};
        protocol device { }
        protocol static told {
            ipv4;
            {{string.Join('\n', prefixes.Select(prefix => $"route {prefix} blackhole;"))}}
        }
        protocol bgp vendor {
            local {{Device}} as 65010;
            neighbor {{Gateway}} as 64512;
            hold time 30;
            connect delay time 1;
            ipv4 { import all; export where source = RTS_STATIC; };
        }
        """;

    static bool Ip(params string[] arguments) => Command.Run(Path.GetTempPath(), "ip", arguments).ExitCode == 0;

    string Birdc(params string[] command) => Command.Run(folder.Path, "birdc", ["-s", Path.Combine(folder.Path, "bird.ctl"), .. command]).Output;

    static async Task Until(Func<bool> condition, Func<string> otherwise)
    {
        var patience = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), otherwise());
            await Task.Delay(50);
        }
    }
}
