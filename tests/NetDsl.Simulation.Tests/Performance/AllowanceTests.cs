using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Runtime;
using NetDsl.Runtime.Allowances;
using NetDsl.Runtime.Wire;
using NetDsl.Simulation.Measurements;
using NetDsl.Simulation.Performance;
using NetDsl.Simulation.Scenarios;
using NetDsl.Simulation.Workloads;
using NetDsl.Testing;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests.Performance;

/// <summary>What instances may use of their network, in runs.</summary>
public sealed class AllowanceTests
{
    const int LargePacket = 1500;

    static readonly CompiledNetwork Shop = new(TopologyLowering.Lower(ExampleNetworks.Shop()));

    [Fact]
    public void Packets_above_the_allowance_are_dropped_at_the_instance_in_both_directions()
    {
        var measured = Run([Calls("web-a", "db-a", 5432), Calls("web-b", "db-b", 5432)], Of("db-a", new InstanceAllowance { PacketsPerSecond = 20 }));
        var use = Assert.Single(measured.Allowances);
        var drops = measured.Drops.Where(drop => drop.Code == DropCode.PpsAllowance).ToList();

        // Requests that come and answers that go share it; nobody else is concerned.
        Assert.Equal(["us-east-1/shop/web-a", "us-east-1/shop/db-a"], drops.Select(drop => drop.From).OrderDescending());
        Assert.All(measured.Drops, drop => Assert.Equal("us-east-1/shop/db-a", drop.At));
        Assert.True(use.Packets >= drops.Sum(drop => drop.Packets));
        Assert.Equal((0, 0, 0, 0), (use.BandwidthIn, use.BandwidthOut, use.Connections, use.LinkLocal));
        Assert.Equal(0, measured.Packets.Unaccounted);
    }

    [Fact]
    public void Bits_are_counted_by_direction()
    {
        // Downloads: much comes in at who asks, and little goes out.
        var download = Calls("web-a", "db-a", 5432) with { Exchange = new Exchange.Bulk { Bytes = new Distribution.Constant(200_000) } };
        var asking = Assert.Single(Run([download], Of("web-a", new InstanceAllowance { BitsPerSecond = 4e6 })).Allowances);
        Assert.True(asking.BandwidthIn > 100);
        Assert.True(asking.BandwidthOut < asking.BandwidthIn / 10);

        var measured = Run([download], Of("db-a", new InstanceAllowance { BitsPerSecond = 4e6 }));
        var asked = Assert.Single(measured.Allowances);
        Assert.True(asked.BandwidthOut > 100);
        Assert.True(asked.BandwidthIn < asked.BandwidthOut / 10);
        Assert.Contains(measured.Drops, drop => drop is { Code: DropCode.BandwidthAllowance, From: "us-east-1/shop/db-a", At: "us-east-1/shop/db-a" });
    }

    [Fact]
    public void What_waits_takes_longer()
    {
        var calm = Run([Calls("web-a", "db-a", 5432)]);
        var shaped = Run([Calls("web-a", "db-a", 5432)], Of("db-a", new InstanceAllowance { PacketsPerSecond = 200, LongestWait = TimeSpan.FromSeconds(1) }));
        Assert.Empty(shaped.Drops);
        Assert.True(shaped.Latency.P99 > calm.Latency.P99 + TimeSpan.FromMilliseconds(5), $"{shaped.Latency.P99} {calm.Latency.P99}");
    }

    [Fact]
    public void A_run_in_which_nobody_uses_all_is_the_run_without_allowances()
    {
        var calm = Run([Calls("web-a", "db-a", 5432)]);
        var allowed = Run([Calls("web-a", "db-a", 5432)], Of("shop", new InstanceAllowance { BitsPerSecond = 1e12, PacketsPerSecond = 1e12, Connections = 1_000_000, InternetBitsPerSecond = 1e12 }));
        Assert.Equal(calm, allowed with { Allowances = [] });
        Assert.Equal(["db-a", "db-b", "web-a", "web-b"], allowed.Allowances.Select(use => use.Instance["us-east-1/shop/".Length..]));
    }

    [Fact]
    public void Connections_above_the_allowance_are_not_opened_until_others_are_forgotten()
    {
        // Six flows a second; each is remembered for a minute behind its end.
        var measured = Run([Calls("web-a", "db-a", 5432) with { Arrivals = new Arrivals.Poisson(6) }], Of("db-a", new InstanceAllowance { Connections = 100 }));
        var use = Assert.Single(measured.Allowances);
        var full = measured.Drops.Where(drop => drop.Code == DropCode.ConntrackFull).ToList();
        Assert.Equal(["us-east-1/shop/web-a"], full.Select(drop => drop.From));
        Assert.Equal(use.Connections, full.Sum(drop => drop.Packets));
        Assert.InRange(full[0].First, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30));

        // A hundred a minute over ten minutes.
        Assert.InRange(measured.Series.Parts.Sum(part => part.Established), 900, 1100);
        Assert.InRange(use.ConnectionsLeft!.Value, 0, 20);
    }

    [Fact]
    public void All_connections_are_left_when_all_are_forgotten()
    {
        var measured = Run([Calls("web-a", "db-a", 5432) with { End = TimeSpan.FromMinutes(2) }], Of("db-a", new InstanceAllowance { Connections = 100 }));
        Assert.Equal(100, Assert.Single(measured.Allowances).ConnectionsLeft);
    }

    [Theory]
    [InlineData("web-a", "internet", 443, true)]
    [InlineData("web-a", "db-a", 5432, false)]
    [InlineData("db-a", "internet", 443, false)]
    public void What_goes_through_the_internet_gateway_has_an_allowance_of_its_own(string from, string to, ushort port, bool isBounded)
    {
        // A database goes there by its NAT gateway, which is no instance.
        var upload = Calls(from, to, port) with { Exchange = new Exchange.Bulk { Bytes = new Distribution.Constant(100_000), IsUpload = true } };
        var measured = Run([upload], Of(from, new InstanceAllowance { InternetBitsPerSecond = 1e5 }));
        var use = Assert.Single(measured.Allowances);
        Assert.Equal(isBounded, use.BandwidthOut > 0);
        Assert.Equal(isBounded, measured.Drops.Any(drop => drop.Code == DropCode.BandwidthAllowance));
    }

    [Fact]
    public void What_comes_through_the_internet_gateway_has_it_too()
    {
        var upload = Calls("internet", "web-a", 443) with { Exchange = new Exchange.Bulk { Bytes = new Distribution.Constant(100_000), IsUpload = true } };
        Assert.True(Assert.Single(Run([upload], Of("web-a", new InstanceAllowance { InternetBitsPerSecond = 1e5 })).Allowances).BandwidthIn > 0);
    }

    [Theory]
    [InlineData(2, 10e9, 5e9)]
    [InlineData(31, 100e9, 5e9)]
    [InlineData(32, 100e9, 50e9)]
    [InlineData(32, 8e9, 5e9)]
    public void Large_instances_have_half_of_their_bandwidth_through_the_internet_gateway(int processors, double bandwidth, double rate) =>
        Assert.Equal(rate, InstanceAllowance.InternetRate(processors, bandwidth));

    [Fact]
    public void One_flow_has_what_the_two_ends_say()
    {
        var group = new InstanceAllowance { PlacementGroup = "near" };
        var express = new InstanceAllowance { UsesEnaExpress = true };
        Assert.Equal(5, Rate(new InstanceAllowance(), new InstanceAllowance(), "db-a"));
        Assert.Equal(5, Rate(group, new InstanceAllowance { PlacementGroup = "far" }, "db-a"));
        Assert.Equal(10, Rate(group, group, "db-a"));
        Assert.Equal(25, Rate(express, express, "db-a"));
        Assert.Equal(5, Rate(express, express, "db-b"));
        Assert.Equal(5, Rate(express, null, "db-a"));
        Assert.Equal(1, Rate(express with { FlowBitsPerSecond = 1e9 }, express, "db-a"));

        // So many packets at once as fit into the longest wait, to Gbit/s.
        static double Rate(InstanceAllowance own, InstanceAllowance? theirs, string to)
        {
            var (sender, receiver) = (Holder("web-a"), Holder(to));
            var instances = theirs is null ? new[] { new AllowedInstance("own", [sender], own) } : [new AllowedInstance("own", [sender], own), new AllowedInstance("theirs", [receiver], theirs)];
            var dataplane = new Dataplane(Shop, new DataplaneOptions { Allowances = new AllowanceOptions { Instances = [.. instances] } });
            var packet = Packet(sender, receiver, 40_000);
            var sent = 0;
            while (dataplane.Send(sender, packet, TimeSpan.Zero, TcpFlags.Syn, new PacketExtent(LargePacket, 0, 0)).Code is null)
            {
                sent++;
            }

            // Another flow has its own.
            Assert.Null(dataplane.Send(sender, Packet(sender, receiver, 40_001), TimeSpan.Zero, TcpFlags.Syn, new PacketExtent(LargePacket, 0, 0)).Code);
            return Math.Round(sent * LargePacket * 8 / own.LongestWait.TotalSeconds / 1e9, 1);
        }
    }

    [Fact]
    public void Types_that_go_up_to_a_rate_have_it_until_what_is_saved_is_spent()
    {
        // Ten times the baseline for ten seconds.
        var burst = new InstanceAllowance { BitsPerSecond = 1e6, PeakBitsPerSecond = 1e7, PeakLasts = TimeSpan.FromSeconds(10) };
        var sender = Holder("web-a");
        var dataplane = new Dataplane(Shop, new DataplaneOptions { Allowances = new AllowanceOptions { Instances = [new AllowedInstance("a", [sender], burst)] } });

        // Eight Mbit/s are asked for, all the time.
        var passed = new int[40];
        for (var millisecond = 0; millisecond < passed.Length * 1000; millisecond++)
        {
            var isThere = dataplane.Send(sender, Packet(sender, Holder("db-a"), 40_000), TimeSpan.FromMilliseconds(millisecond), TcpFlags.Syn, new PacketExtent(1000, 0, 0)).Code is null;
            passed[millisecond / 1000] += isThere ? 1 : 0;
        }

        // Of the eight, one is the baseline's: what is saved, 90 Mbit, lasts for 90 / 7 seconds.
        Assert.All(passed[..12], second => Assert.Equal(1000, second));
        Assert.All(passed[14..], second => Assert.InRange(second, 120, 130));
    }

    [Fact]
    public void Services_of_the_host_are_asked_1024_times_a_second_by_one_interface()
    {
        var sender = Holder("web-a");
        var packet = new Packet(Shop.Graph.Holders[sender].PrivateAddress, IpAddress.Parse("169.254.169.253"), Protocol.Udp, 40_000, 53);
        var dataplane = new Dataplane(Shop, new DataplaneOptions { Allowances = new AllowanceOptions { Instances = [new AllowedInstance("a", [sender], new InstanceAllowance())] } });
        Assert.All(Enumerable.Range(0, 1024), _ => Assert.Null(dataplane.Send(sender, packet, TimeSpan.Zero).Code));
        Assert.Equal(DropCode.LinkLocalAllowance, dataplane.Send(sender, packet, TimeSpan.FromMilliseconds(999)).Code);
        Assert.Equal("us-east-1/shop/web-a", Shop.Graph.Nodes[dataplane.DropNode].Path);
        Assert.Null(dataplane.Send(sender, packet, TimeSpan.FromSeconds(1)).Code);
        Assert.Equal(1, Assert.Single(dataplane.AllowanceUses(TimeSpan.FromSeconds(1))).LinkLocal);
    }

    [Fact]
    public void An_instance_has_one_allowance_for_all_of_its_interfaces()
    {
        var network = new NetworkBuilder("Twice");
        var vpc = network.Region("us-east-1").Vpc("apps", "10.0.0.0/16");
        var subnet = vpc.Subnet("apps", "10.0.0.0/24", "a");
        var open = vpc.SecurityGroup("open").Ingress(Tcp(443), from: "10.0.0.0/16");
        subnet.Instance("app", open).Interface("second", subnet);
        var allowed = Assert.Single(AllowedInstances.Of(new CompiledNetwork(TopologyLowering.Lower(network.Build())).Graph, [Of("app", new InstanceAllowance())]));
        Assert.Equal(("us-east-1/apps/app", 2), (allowed.Name, allowed.Holders.Count));
    }

    [Fact]
    public void Parts_of_a_run_add_up()
    {
        var one = new AllowanceUse("a", 1, 2, 3, 4, 5, 60);
        Assert.Equal([new AllowanceUse("a", 2, 4, 6, 8, 10, 7), new AllowanceUse("b", 1, 2, 3, 4, 5, null)], AllowanceUses.Sum([one with { Instance = "b", ConnectionsLeft = null }, one, one with { ConnectionsLeft = 7 }]));
    }

    [Theory]
    [InlineData("nat-a", "allowances: there is no instance in what is called 'nat-a'; name an instance, a subnet or a VPC by its path or the end of it")]
    [InlineData("shop", "allowances: 'us-east-1/shop/web-a' has two; leave it out of one of them")]
    public void Whom_an_allowance_means_is_told_when_it_is_nobody_or_has_one(string name, string message) =>
        Assert.Equal(message, Assert.Throws<ScenarioException>(() => Run([], Of("web-a", new InstanceAllowance()), Of(name, new InstanceAllowance()))).Message);

    [Fact]
    public void What_is_no_allowance_is_told()
    {
        Refused("a rate is not above 0", new InstanceAllowance { PacketsPerSecond = 0 });
        Refused("its peak is below its bandwidth, or has none; give it a bandwidth, and a peak above", new InstanceAllowance { BitsPerSecond = 2, PeakBitsPerSecond = 1 });
        Refused("its peak is below its bandwidth, or has none; give it a bandwidth, and a peak above", new InstanceAllowance { PeakBitsPerSecond = 1 });
        Refused("it tracks fewer than no connections", new InstanceAllowance { Connections = -1 });
        Refused("a time is below 0", new InstanceAllowance { LongestWait = TimeSpan.FromTicks(-1) });

        static void Refused(string why, InstanceAllowance allowance) =>
            Assert.Contains(why, Assert.Throws<ArgumentException>(() => Run([], Of("web-a", allowance))).Message, StringComparison.Ordinal);
    }

    static NamedAllowance Of(string name, InstanceAllowance allowance) => new([name], allowance);

    static int Holder(string name) => Enumerable.Range(0, Shop.Graph.Holders.Count).First(holder => ElementPath.IsCalled(Shop.Graph.Nodes[Shop.Graph.Holders[holder].Node].Path, name));

    static Packet Packet(int from, int to, ushort port) => new(Shop.Graph.Holders[from].PrivateAddress, Shop.Graph.Holders[to].PrivateAddress, Protocol.Tcp, port, 5432);

    /// <summary>Five flows a second of one exchange each.</summary>
    static TrafficPattern Calls(string from, string to, ushort port) => new($"{from} to {to}", [from], [to], Protocol.Tcp, port)
    {
        Arrivals = new Arrivals.Poisson(5),
        Exchange = new Exchange.RequestReply { ReplyBytes = new Distribution.Constant(100), Pause = new Distribution.Constant(0) },
    };

    static RunMeasurements Run(TrafficPattern[] traffic, params NamedAllowance[] allowances) =>
        NetworkSimulation.Run(Shop, new SimulationOptions { Traffic = [.. traffic], Allowances = [.. allowances] }).Measurements;
}
