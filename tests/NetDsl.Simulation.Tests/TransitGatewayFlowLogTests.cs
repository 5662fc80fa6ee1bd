using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Simulation.Workloads;
using NetDsl.Testing;

namespace NetDsl.Simulation.Tests;

/// <summary>Flow logs of transit gateways in a run.</summary>
public sealed class TransitGatewayFlowLogTests : IDisposable
{
    static readonly CompiledNetwork Hub = new(TopologyLowering.Lower(ExampleNetworks.HubAndSpoke()));

    readonly ScratchFolder folder = new();

    [Fact]
    public void A_gateway_is_logged_when_it_is_named_and_changes_nothing_else()
    {
        var plain = Run("plain");
        var (hub, both) = (Run("hub", "eu-west-1/hub"), Run("both", "eu-west-1/hub", "eu-west-1/orders", "eu-west-1/billing", "eu-west-1/egress"));
        Assert.Equal(["eu-west-1/hub"], hub.FlowLogs.Select(log => log.Resource));
        Assert.Equal(4, both.FlowLogs.Count);
        Assert.All(FlowLogReading.Records(Path.Combine(folder.Path, "hub")), record => Assert.Equal(36, record.Length));
        Assert.Equal(plain.FlowLogRecords + hub.FlowLogRecords, both.FlowLogRecords);
        Assert.Equal((plain.Packets, plain.DroppedPackets, plain.Pairs), (both.Packets, both.DroppedPackets, both.Pairs));
        Assert.Empty(plain.FlowLogFiles.Except(both.FlowLogFiles));
    }

    [Fact]
    public void The_same_options_give_the_same_bytes()
    {
        var (first, second) = (Run("a", "eu-west-1/hub", "eu-west-1/hub/orders"), Run("b", "eu-west-1/hub", "eu-west-1/hub/orders"));
        Assert.Equal(first, second);
        Assert.All(first.FlowLogFiles, file => Assert.Equal(File.ReadAllBytes(Path.Combine(folder.Path, "a", file)), File.ReadAllBytes(Path.Combine(folder.Path, "b", file))));
    }

    /// <summary>Replies that come back from the internet go by the gateway as well; spokes do not reach each other, by a blackhole.</summary>
    [Fact]
    public void What_comes_to_a_gateway_leaves_it_or_is_lost()
    {
        Run("hub", "eu-west-1/hub");
        var records = FlowLogReading.Records(Path.Combine(folder.Path, "hub")).Where(record => record[25] == "OK").ToList();
        var (taken, given) = (Sum("ingress", 21), Sum("egress", 21));
        var lost = Sum("ingress", 27) + Sum("ingress", 28) + Sum("ingress", 29) + Sum("ingress", 30);
        Assert.True(given > 0 && lost > 0);
        Assert.Equal(lost, Sum("ingress", 28));
        Assert.Equal(taken, given + lost);
        Assert.All(records, record => Assert.True(FlowLogReading.Number(record[23]) / 60 == FlowLogReading.Number(record[24]) / 60));
        Assert.Contains(records, record => record[33] == "egress" && record[20] == "6" && record[18] == "443");

        long Sum(string direction, int field) => records.Where(record => record[33] == direction).Sum(record => FlowLogReading.Number(record[field]));
    }

    /// <summary>The resolver answers between packets that pass the gateway, and passes none.</summary>
    [Fact]
    public void Answers_of_services_of_a_host_are_not_of_a_gateway()
    {
        var (alone, beside) = (Packets("alone"), Packets("beside", Pattern("names", "169.254.169.253", Protocol.Udp, 53, 50)));
        Assert.True(alone > 0);
        Assert.Equal(alone, beside);

        long Packets(string name, params TrafficPattern[] more)
        {
            NetworkSimulation.Run(Hub, new SimulationOptions
            {
                Traffic = [Pattern("pages", "internet", Protocol.Tcp, 443, 20), .. more],
                OutputFolder = Path.Combine(folder.Path, name),
                FlowLog = new FlowLogOptions { Resources = ["eu-west-1/hub"] },
            });
            return FlowLogReading.Records(Path.Combine(folder.Path, name)).Where(record => record[25] == "OK").Sum(record => FlowLogReading.Number(record[21]));
        }

        static TrafficPattern Pattern(string name, string to, Protocol protocol, ushort port, double perSecond) => new(name, ["orders-1"], [to], protocol, port)
        {
            Arrivals = new Arrivals.Poisson(perSecond),
            Exchange = new Exchange.RequestReply { Pause = new Distribution.Constant(0) },
        };
    }

    [Fact]
    public void A_window_of_ten_minutes_is_refused() => Assert.Contains(
        "is 60 seconds",
        Assert.Throws<ArgumentException>(() => NetworkSimulation.Run(Hub, new SimulationOptions
        {
            OutputFolder = folder.Path,
            FlowLogWindow = TimeSpan.FromMinutes(10),
            FlowLog = new FlowLogOptions { Resources = ["eu-west-1/hub"] },
        })).Message,
        StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();

    SimulationReport Run(string name, params string[] resources) => NetworkSimulation.Run(Hub, new SimulationOptions
    {
        Traffic =
        [
            new TrafficPattern("updates", ["orders-1", "billing-1"], ["198.51.100.7"], Protocol.Tcp, 443),
            new TrafficPattern("probes", ["orders-1"], ["billing-1"], Protocol.Tcp, 443) { Arrivals = new Arrivals.Poisson(0.1) },
        ],
        OutputFolder = Path.Combine(folder.Path, name),
        FlowLog = new FlowLogOptions { Resources = resources },
    });
}
