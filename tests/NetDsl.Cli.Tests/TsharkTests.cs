using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Interop;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Runtime.Mapping;
using NetDsl.Runtime.Wire;
using NetDsl.Simulation;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Workloads;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Cli.Tests;

/// <summary>A real protocol analyser decodes what a run puts on its wires, and reads in every field what was meant.</summary>
public sealed class TsharkTests : IDisposable
{
    const int Frames = 10_000;

    // What packets carry is zeros: nobody is to look for a request in them.
    static readonly string[] NoRequests = ["-d", "tcp.port==0-65535,data", "-d", "udp.port==0-6080,data"];

    static readonly string[] Fields =
    [
        "_ws.malformed", "frame.interface_name", "frame.comment", "ip.src", "ip.dst", "ipv6.src", "ipv6.dst", "ip.proto", "ip.len", "ipv6.plen", "ip.checksum.status",
        "tcp.srcport", "tcp.dstport", "tcp.flags.syn", "tcp.flags.ack", "tcp.flags.fin", "tcp.checksum.status", "udp.srcport", "udp.dstport", "udp.checksum.status",
        "icmp.type", "icmp.ident", "icmp.checksum.status", "icmpv6.type", "icmpv6.checksum.status", "geneve.vni", "geneve.option.class", "geneve.option.type", "geneve.option.unknown.data",
        "vlan.id", "esp.spi", "esp.sequence", "esp.icv_good", "gre.proto", "eth.src", "eth.dst", "arp.opcode", "arp.src.hw_mac", "arp.src.proto_ipv4", "arp.dst.hw_mac", "arp.dst.proto_ipv4",
        "icmpv6.nd.ns.target_address", "icmpv6.nd.na.target_address", "icmpv6.nd.na.flag.r", "icmpv6.opt.linkaddr", "ipv6.hlim",
    ];

    readonly string folder = Directory.CreateTempSubdirectory("netdsl-capture-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public void Tshark_reads_ten_thousand_frames_as_they_were_meant()
    {
        Skip.IfNot(DebianPrograms.Has("tshark", "tshark", "--version"), "needs tshark");
        var seen = new HashSet<(WireKind, CircuitKind?)>();
        var options = new HashSet<string>();
        var asked = new HashSet<(bool IsIpv4, bool IsAnswer)>();
        var frames = 0;
        foreach (var (topology, number) in ExampleNetworks.All.Concat(Enumerable.Range(1, 24).Select(RandomNetwork.Create)).Select((topology, number) => (topology, number)))
        {
            var network = new CompiledNetwork(TopologyLowering.Lower(topology));
            var path = Path.Combine(folder, $"{number}.pcapng");

            // As people open it: nothing is malformed.
            Capture(network, topology, path, isWhole: false);
            Assert.Equal("", Run(path, [], "-Y", "_ws.malformed"));

            // With its zeros, so that all sums can be checked.
            var captured = Capture(network, topology, path, isWhole: true);
            frames += captured.Count;
            seen.UnionWith(captured.Select(frame => (frame.Sighting.Kind, frame.Sighting.Circuit?.Kind)));
            var decoded = Decode(path);
            Assert.Equal(captured.Count, decoded.Count);
            var wires = new WireFrames(network.Graph);
            for (var index = 0; index < captured.Count; index++)
            {
                AssertDecoded(network.Graph, wires, captured[index], decoded[index]);
            }

            asked.UnionWith(captured.Select(frame => frame.Sighting.Neighbour).OfType<NeighbourMessage>().Select(message => (message.Target.IsIpv4, message.IsAnswer)));
            AssertAnswersAreUsed(captured, decoded);
            options.UnionWith(captured.Zip(decoded).Where(each => each.First.Sighting.Kind == WireKind.Substrate).SelectMany(each => each.Second["geneve.option.type"]));
        }

        Assert.Equal([(false, false), (false, true), (true, false), (true, true)], asked.Order());

        // All seven of the layout.
        Assert.Equal(["0x03", "0x05", "0x06", "0x07", "0x81", "0x82", "0x84"], options.Order());

        Assert.True(frames >= Frames, $"{frames} frames");
        Assert.Equal(
            [
                (WireKind.Interface, null), (WireKind.Substrate, null), (WireKind.Internet, null), (WireKind.Circuit, CircuitKind.Vlan), (WireKind.Circuit, CircuitKind.Ipsec),
                (WireKind.Circuit, CircuitKind.Gre), (WireKind.Appliance, (CircuitKind?)null),
            ],
            seen.Order());
    }

    [SkippableFact]
    public void Frames_of_a_run_in_which_lines_fail_and_services_answer_are_decoded_too()
    {
        Skip.IfNot(DebianPrograms.Has("tshark", "tshark", "--version"), "needs tshark");
        var builder = new NetworkBuilder("TwoVpns");
        var vpc = builder.Region("us-east-1").Vpc("apps", "10.20.0.0/16");
        var gateway = vpc.VpnGateway("vgw", 64600);
        vpc.MainRouteTable.Propagate(gateway);
        vpc.Subnet("app", "10.20.1.0/24", "a").Instance("app", vpc.SecurityGroup("app"));
        var office = builder.Site("office", 65010).Prefix("192.168.0.0/16");
        office.Host("till", "192.168.1.10");
        gateway.VpnConnection("first", office.CustomerGateway("edge", "198.51.100.9"));
        gateway.VpnConnection("second", office.CustomerGateway("spare", "198.51.100.10")).Prepend(2).Med(200);
        var topology = builder.Build();
        var network = new CompiledNetwork(TopologyLowering.Lower(topology));
        var path = Path.Combine(folder, "failing.pcapng");
        var captured = Capture(network, topology, path, isWhole: true, new SimulationOptions
        {
            Topology = topology,
            Traffic =
            [
                new TrafficPattern("calls", ["app"], ["till"], Protocol.Tcp, 443) { Arrivals = new Arrivals.Poisson(0.2) },
                new TrafficPattern("queries", ["app"], ["169.254.169.253"], Protocol.Udp, 53) { Arrivals = new Arrivals.Poisson(0.2) },
            ],
            Failures = [new ScheduledFailure(FailureKind.Device, "edge", TimeSpan.FromSeconds(20))],
            Duration = TimeSpan.FromMinutes(3),
        });
        var (decoded, wires) = (Decode(path), new WireFrames(network.Graph));
        Assert.Equal(captured.Count, decoded.Count);
        for (var index = 0; index < captured.Count; index++)
        {
            AssertDecoded(network.Graph, wires, captured[index], decoded[index]);
        }

        Assert.Equal(
            ["us-east-1/first (circuit)", "us-east-1/second (circuit)"],
            decoded.Select(frame => frame["frame.interface_name"][0]).Where(name => name.EndsWith("(circuit)", StringComparison.Ordinal)).Distinct());
        Assert.Contains(captured, frame => frame.Sighting.Packet.Source.ToString() == "169.254.169.253");
    }

    [SkippableTheory]
    [InlineData("udp", 443)]
    [InlineData("tcp", 1194)]
    public void Packets_of_vpn_clients_are_in_openvpn_on_the_internet(string transport, ushort port)
    {
        Skip.IfNot(DebianPrograms.Has("tshark", "tshark", "--version"), "needs tshark");
        var builder = new NetworkBuilder("Remote");
        var vpc = builder.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        var vpn = vpc.ClientVpn("vpn", "172.20.0.0/22").Associate(edge).Authorize("10.0.0.0/16").Transport(transport == "udp" ? Traffic.Udp(port) : Traffic.Tcp(port));
        vpn.Client("ann");
        vpn.Client("bob");
        edge.Instance("web", vpc.SecurityGroup("web").Ingress(Traffic.Tcp(80), from: "10.0.0.0/16"));
        var topology = builder.Build();
        var network = new CompiledNetwork(TopologyLowering.Lower(topology));
        var path = Path.Combine(folder, $"{transport}.pcapng");
        var options = new SimulationOptions
        {
            Traffic = [new TrafficPattern("pages", ["ann", "bob"], ["web"], Protocol.Tcp, 80) { Arrivals = new Arrivals.Poisson(0.2) }],
            Duration = TimeSpan.FromMinutes(1),
        };
        var captured = Capture(network, topology, path, isWhole: true, options);
        var carried = captured.Select((frame, number) => (frame, number)).Where(each => each.frame.Sighting.Kind == WireKind.Circuit).ToList();
        Assert.Contains(carried, each => each.frame.Sighting.IsOutbound);
        Assert.Contains(carried, each => !each.frame.Sighting.IsOutbound);
        Assert.Equal(2, carried.Select(each => each.frame.Sighting is { IsOutbound: true } sighting ? sighting.To : each.frame.Sighting.From).Distinct().Count());

        string[] fields = ["_ws.malformed", "frame.number", "ip.src", "ip.len", $"{transport}.srcport", $"{transport}.dstport", "ip.checksum.status", "tcp.checksum.status", "openvpn.opcode", "openvpn.peerid", "tcp.analysis.flags"];
        var decoded = Run(
            path,
            ["ip.check_checksum:TRUE", "tcp.check_checksum:TRUE"],
            ["-Y", "openvpn", "-d", $"{transport}.port=={port},openvpn", "-T", "fields", "-E", "separator=|", .. fields.SelectMany(field => new[] { "-e", field })])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('|').Zip(fields).ToDictionary(each => each.Second, each => each.First))
            .ToList();
        Assert.Equal(carried.Select(each => Text(each.number + 1)), decoded.Select(frame => frame["frame.number"]));
        var frames = new WireFrames(network.Graph);
        foreach (var ((frame, _), seen) in carried.Zip(decoded))
        {
            var sighting = frame.Sighting;
            var client = sighting.IsOutbound ? sighting.To : sighting.From;
            var machine = frames.MachineOf(sighting.IsOutbound ? sighting.Element : network.Graph.Nodes[network.Graph.Holders[client].Node]);
            Assert.Equal(("", machine.ToString(), "1", "0x09", Text(client)), (seen["_ws.malformed"], seen["ip.src"], seen["ip.checksum.status"], seen["openvpn.opcode"], seen["openvpn.peerid"]));
            Assert.Equal((Text(port), transport == "tcp" ? "1" : "", ""), (seen[$"{transport}.{(sighting.IsOutbound ? "src" : "dst")}port"], seen["tcp.checksum.status"], seen["tcp.analysis.flags"]));
            Assert.Equal(Text(frame.Length - 14), seen["ip.len"]);
            AssertInside(sighting, frame.Bytes.AsSpan(14 + 20 + (transport == "udp" ? 8 : 20 + 2)));
        }
    }

    /// <summary>What a data packet of OpenVPN carries, by the key that everybody knows.</summary>
    static void AssertInside(WireSighting sighting, ReadOnlySpan<byte> data)
    {
        using var cipher = new AesGcm(SHA256.HashData(Encoding.UTF8.GetBytes($"a key that everybody knows, {(sighting.IsOutbound ? "to" : "from")} clients")), 16);
        var inside = new byte[data.Length - 24];
        cipher.Decrypt([.. data[4..8], 0, 0, 0, 0, 0, 0, 0, 0], data[24..], data[8..24], inside, data[..8]);
        var read = new PacketDotNet.IPv4Packet(new PacketDotNet.Utils.ByteArraySegment(inside));
        Assert.Equal((sighting.Packet.Source.ToString(), sighting.Packet.Destination.ToString(), inside.Length), (read.SourceAddress.ToString(), read.DestinationAddress.ToString(), read.TotalLength));
    }

    static List<CapturedFrame> Capture(CompiledNetwork network, Topology topology, string path, bool isWhole, SimulationOptions? run = null)
    {
        var captured = new List<CapturedFrame>();
        var options = run ?? new SimulationOptions { Flows = 60 };
        using var file = File.Create(path);
        var writer = new PcapNgWriter(file, options.Start);
        NetworkSimulation.Run(network, options with
        {
            Tap = new WireCapture(network.Graph, (_, _) => captured.Count < (run is null ? 500 : int.MaxValue), isWhole, frame =>
            {
                captured.Add(frame);
                writer.Write(frame);
            }, new NeighbourCache(network.Graph, topology, options.Dataplane.Mapping.NeighbourTime)),
        });
        return captured;
    }

    /// <summary>What the analyser says of every frame, each field with all its values: the outer first.</summary>
    List<Dictionary<string, string[]>> Decode(string path)
    {
        string[] preferences =
        [
            "ip.check_checksum:TRUE", "tcp.check_checksum:TRUE", "udp.check_checksum:TRUE", "tcp.analyze_sequence_numbers:FALSE", "tcp.relative_sequence_numbers:FALSE",
            "esp.enable_encryption_decode:TRUE", "esp.enable_authentication_check:TRUE",
            "uat:esp_sa:\"IPv4\",\"*\",\"*\",\"0xc0de****\",\"NULL\",\"\",\"HMAC-SHA-256-128 [RFC4868]\",\"a key that everybody knows\"",
        ];
        return
        [
            .. Run(path, preferences, [.. NoRequests, "-T", "fields", "-E", "separator=|", "-E", "occurrence=a", .. Fields.SelectMany(field => new[] { "-e", field })])
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('|').Zip(Fields).ToDictionary(each => each.Second, each => each.First.Split(',', StringSplitOptions.RemoveEmptyEntries))),
        ];
    }

    string Run(string path, string[] preferences, params string[] arguments)
    {
        var result = Command.Run(folder, "tshark", ["-n", "-r", path, .. preferences.SelectMany(preference => new[] { "-o", preference }), .. arguments]);
        Assert.True(result.ExitCode == 0, result.Errors);
        return result.Output;
    }

    static void AssertDecoded(ForwardingGraph graph, WireFrames wires, CapturedFrame frame, Dictionary<string, string[]> decoded)
    {
        var (sighting, packet) = (frame.Sighting, frame.Sighting.Packet);
        Assert.Empty(decoded["_ws.malformed"]);
        var isIpv4 = packet.Source.IsIpv4;
        Assert.Equal([$"{sighting.Element.Path} ({sighting.Kind.ToString().ToLowerInvariant()})"], decoded["frame.interface_name"]);
        Assert.Equal([sighting.Description], decoded["frame.comment"]);
        if (sighting.Neighbour is { } message)
        {
            AssertNeighbour(message, decoded);
            return;
        }

        Assert.Equal(packet.Source.ToString(), decoded[isIpv4 ? "ip.src" : "ipv6.src"][^1]);
        Assert.Equal(packet.Destination.ToString(), decoded[isIpv4 ? "ip.dst" : "ipv6.dst"][^1]);
        Assert.All(decoded["ip.checksum.status"], status => Assert.Equal("1", status));
        var transport = packet.Protocol.Number switch { 6 => "tcp", 17 => "udp", 1 => "icmp", 58 => "icmpv6", _ => "" };
        if (transport.Length > 0)
        {
            Assert.Equal("1", decoded[$"{transport}.checksum.status"][^1]);
        }

        if (packet.Protocol.HasPorts)
        {
            Assert.Equal(Text(packet.SourcePort), decoded[$"{transport}.srcport"][^1]);
            Assert.Equal(Text(packet.DestinationPort), decoded[$"{transport}.dstport"][^1]);
        }
        else if (packet.Protocol.IsIcmp)
        {
            Assert.Equal([Text(packet.IcmpMessage.Type)], decoded[$"{transport}.type"]);
        }

        switch (sighting.Kind)
        {
            case WireKind.Substrate:
                AssertEncapsulated(wires.Encapsulation(sighting), decoded);
                break;
            case WireKind.Appliance:
                Assert.Equal(["0x0108", "0x0108", "0x0108"], decoded["geneve.option.class"]);
                Assert.Equal(graph.Holders[sighting.To].PrivateAddress.ToString(), decoded["ip.dst"][0]);
                break;
            case WireKind.Circuit:
                AssertCircuit(sighting.Circuit!, sighting, decoded);
                break;
            default:
                // Hosts may send Geneve of their own, too.
                Assert.Empty(decoded["geneve.vni"].Skip(packet.DestinationPort == VpcEncapsulation.Port || packet.SourcePort == VpcEncapsulation.Port ? 1 : 0).Concat(decoded["vlan.id"]).Concat(decoded["esp.spi"].Where(IsOurs)));
                break;
        }
    }

    static void AssertNeighbour(NeighbourMessage message, Dictionary<string, string[]> decoded)
    {
        var (own, other) = message.IsAnswer ? (message.Target, message.Asker) : (message.Asker, message.Target);
        if (message.Target.IsIpv4)
        {
            Assert.Equal([message.IsAnswer ? "2" : "1"], decoded["arp.opcode"]);
            Assert.Equal((own.ToString(), other.ToString()), (decoded["arp.src.proto_ipv4"][0], decoded["arp.dst.proto_ipv4"][0]));
            Assert.Equal(decoded["eth.src"], decoded["arp.src.hw_mac"]);
            Assert.Equal(message.IsAnswer ? decoded["eth.dst"][0] : "00:00:00:00:00:00", decoded["arp.dst.hw_mac"][0]);
            Assert.Equal("ff:ff:ff:ff:ff:ff" == decoded["eth.dst"][0], !message.IsAnswer);
            return;
        }

        Assert.Equal([message.IsAnswer ? "136" : "135"], decoded["icmpv6.type"]);
        Assert.Equal(("1", "255"), (decoded["icmpv6.checksum.status"][0], decoded["ipv6.hlim"][0]));
        Assert.Equal([message.Target.ToString()], decoded[message.IsAnswer ? "icmpv6.nd.na.target_address" : "icmpv6.nd.ns.target_address"]);
        Assert.Equal([own.ToString()], decoded["ipv6.src"]);
        Assert.Equal(Digits(decoded["eth.src"][0]), Digits(decoded["icmpv6.opt.linkaddr"][0]));
        if (message.IsAnswer)
        {
            Assert.Equal([other.ToString()], decoded["ipv6.dst"]);
            Assert.Equal([message.Holder < 0 ? "1" : "0"], decoded["icmpv6.nd.na.flag.r"]);
        }
        else
        {
            Assert.StartsWith("ff02::1:ff", decoded["ipv6.dst"][0], StringComparison.Ordinal);
            Assert.StartsWith("33:33:ff:", decoded["eth.dst"][0], StringComparison.Ordinal);
        }
    }

    static string Digits(string hardware) => hardware.Replace(":", "", StringComparison.Ordinal);

    /// <summary>What an interface sends goes to the address of hardware that it was told, and only behind that answer.</summary>
    static void AssertAnswersAreUsed(List<CapturedFrame> captured, List<Dictionary<string, string[]>> decoded)
    {
        var told = new HashSet<(int Asker, string Address)>();
        for (var index = 0; index < captured.Count; index++)
        {
            var sighting = captured[index].Sighting;
            if (sighting.Neighbour is { IsAnswer: true })
            {
                told.Add((sighting.To, decoded[index]["eth.src"][0]));
            }
            else if (sighting is { Neighbour: null, Kind: WireKind.Interface, IsOutbound: true })
            {
                Assert.Contains((sighting.From, decoded[index]["eth.dst"][0]), told);
            }
        }
    }

    static void AssertEncapsulated(VpcEncapsulation meant, Dictionary<string, string[]> decoded)
    {
        Assert.Equal($"0x{meant.Network:x6}", decoded["geneve.vni"][0]);
        Assert.Equal(Text(VpcEncapsulation.Port), decoded["udp.dstport"][0]);
        Assert.All(decoded["geneve.option.class"], optionClass => Assert.Equal("0xff42", optionClass));
        var options = decoded["geneve.option.type"].Zip(decoded["geneve.option.unknown.data"]).ToDictionary(each => each.First, each => each.Second);
        Assert.Equal(decoded["geneve.option.class"].Length, options.Count);
        Assert.Contains(meant.Vpc?[4..] ?? "0000", options["0x81"], StringComparison.Ordinal);
        Assert.Contains(meant.Source?[4..] ?? "0000", options["0x82"], StringComparison.Ordinal);
        Assert.StartsWith($"{(int)meant.Context.Direction:x2}{(int)meant.Context.Hop:x2}", options["0x84"], StringComparison.Ordinal);
        AssertOption("0x03", meant.Destination is { } destination ? $"0100000{destination[4..]}" : null);
        AssertOption("0x05", meant.FlowCookie?.ToString("x16", CultureInfo.InvariantCulture));
        AssertOption("0x06", meant.GroupTag?.ToString("x8", CultureInfo.InvariantCulture));
        AssertOption("0x07", meant.TraceId?.ToString("x16", CultureInfo.InvariantCulture));

        void AssertOption(string type, string? value) => Assert.Equal(value, options.GetValueOrDefault(type));
    }

    static void AssertCircuit(GraphCircuit circuit, WireSighting sighting, Dictionary<string, string[]> decoded)
    {
        switch (circuit.Kind)
        {
            case CircuitKind.Vlan:
                Assert.Equal([Text(circuit.Vlan)], decoded["vlan.id"]);
                break;
            case CircuitKind.Gre:
                Assert.Equal(sighting.Packet.Source.IsIpv4 ? "0x0800" : "0x86dd", decoded["gre.proto"][0]);
                Assert.Equal((sighting.IsOutbound ? circuit.Near : circuit.Far).ToString(), decoded["ip.src"][0]);
                break;
            case CircuitKind.Ipsec:
                Assert.True(IsOurs(decoded["esp.spi"][0]));
                Assert.Equal("1", decoded["esp.icv_good"][0]);
                Assert.NotEqual("0", decoded["esp.sequence"][0]);
                break;
        }
    }

    /// <summary>Of a tunnel that the network has; hosts may send IPsec of their own.</summary>
    static bool IsOurs(string association) => association.StartsWith("0xc0de", StringComparison.Ordinal);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
