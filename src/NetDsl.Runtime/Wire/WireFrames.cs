using System.Buffers.Binary;
using System.Security.Cryptography;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Forwarding;
using NetDsl.Runtime.Mapping;

namespace NetDsl.Runtime.Wire;

/// <summary>The bytes of packets on wires: each in Ethernet, with what the wire puts around it.</summary>
/// <param name="graph">The network.</param>
/// <param name="cache">What interfaces ask before they send, which knows subnets; left out where nobody describes these.</param>
public sealed class WireFrames(ForwardingGraph graph, NeighbourCache? cache = null)
{
    // Addresses of machines of the vendor and of tunnel ends that nobody named: of the block for tests of devices (RFC 2544), which no network has.
    private const uint FirstMachine = (198u << 24) | (18u << 16);
    private const uint Machines = 0x1FFFE;

    // Tunnel ends that nobody named count down from the last one.
    private const int FarEnd = (int)Machines - 1;
    private const byte Tcp = 6;
    private const byte Udp = 17;
    private const byte Gre = 47;
    private const byte Esp = 50;
    private const byte IpInIp = 4;
    private const byte Ipv6InIp = 41;
    private const int EspCheck = 16;
    private const ushort OptionClassOfAppliances = 0x0108;
    private static readonly byte[] EspKey = "a key that everybody knows"u8.ToArray();

    private readonly Dictionary<int, int> networks = graph.Vpcs.Select((vpc, index) => (vpc.Node, index + 1)).ToDictionary(each => each.Node, each => each.Item2);
    private readonly Dictionary<(string Kind, string Path), int> numbers = Numbers(graph);
    private readonly Dictionary<int, uint> sequences = [];
    private readonly GroupTags groups = new(graph);
    private readonly NeighbourAnswers answers = new(graph);
    private readonly OpenVpnTunnels tunnels = new();

    /// <summary>The frame of a packet on a wire.</summary>
    /// <param name="sighting">Which packet on which wire.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="extent">How much it carries.</param>
    public byte[] Of(in WireSighting sighting, TcpFlags flags = TcpFlags.None, PacketExtent extent = default)
    {
        if (sighting.Neighbour is { } message)
        {
            return Neighbour(sighting, message);
        }

        var packet = PacketBytes.Of(sighting.Packet, flags, extent);
        return sighting.Kind switch
        {
            WireKind.Interface => Ethernet(InterfaceMac(sighting, isSource: true), InterfaceMac(sighting, isSource: false), packet),
            WireKind.Substrate => Substrate(sighting, packet),
            WireKind.Internet => Ethernet(HardwareAddress.Of("edge", NumberOf(sighting.Element)), HardwareAddress.Of("internet", 0), packet, isBackwards: !sighting.IsOutbound),
            WireKind.Circuit when sighting.Circuit is { IsOfClients: true } tunnel => Tunnel(sighting, tunnel, packet),
            WireKind.Circuit => Circuit(sighting, packet),
            WireKind.Appliance => Appliance(sighting, packet),
            var kind => throw new NotSupportedException($"Nothing frames a packet on a wire of kind {kind}."),
        };
    }

    /// <summary>The frame as far as headers go; IPsec and OpenVPN protect their packet as a whole.</summary>
    /// <param name="sighting">Which packet on which wire.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="flags">The control bits of a TCP segment.</param>
    /// <param name="extent">How much it carries.</param>
    public static byte[] WithoutPayload(in WireSighting sighting, byte[] frame, TcpFlags flags, in PacketExtent extent)
    {
        var isProtected = sighting.Circuit is { Kind: CircuitKind.Ipsec } or { IsOfClients: true };
        return isProtected || sighting.Neighbour is not null ? frame : frame[..^PacketBytes.PayloadLength(sighting.Packet, flags, extent)];
    }

    /// <summary>What is said of a packet between machines of the vendor.</summary>
    /// <param name="sighting">Which packet, on a wire of the vendor's.</param>
    public VpcEncapsulation Encapsulation(in WireSighting sighting)
    {
        var (from, to) = (sighting.From, sighting.To);

        // What an edge device lets in is of the VPC that it is for.
        var vpc = from >= 0 || to >= 0 ? graph.Holders[from >= 0 ? from : to].Vpc : -1;
        var direction = sighting.Hop switch
        {
            WireHop.Edge => EncapsulationDirection.Egress,
            WireHop.Host => EncapsulationDirection.Ingress,
            _ => EncapsulationDirection.Transit,
        };
        return new VpcEncapsulation(
            networks.GetValueOrDefault(vpc),
            vpc >= 0 ? VendorIds.Vpc(graph.Nodes[vpc]) : null,
            from >= 0 ? VendorIds.NetworkInterface(graph.Nodes[graph.Holders[from].Node]) : null,
            new EncapsulationContext(
                direction,
                sighting.Hop,
                from >= 0 && graph.Holders[from].Translates ? EncapsulationFlags.Translated : EncapsulationFlags.None,
                MappingVersion: 1))
        {
            Destination = to >= 0 ? VendorIds.NetworkInterface(graph.Nodes[graph.Holders[to].Node]) : null,
            FlowCookie = sighting.FlowCookie,
            GroupTag = groups.TagOf(from),
            TraceId = sighting.TraceId > 0 ? sighting.TraceId : null,
        };
    }

    /// <summary>The address of the machine of an element in the vendor's own network; a model.</summary>
    /// <param name="element">The element.</param>
    public Ipv4Address MachineOf(GraphNode element) => Machine(NumberOf(element));

    private Ipv4Address MachineOf(int holder) => MachineOf(graph.Nodes[graph.Holders[holder].Node]);

    private static Ipv4Address Machine(int number) => new(FirstMachine + ((uint)number % Machines) + 1);

    /// <summary>The number of an element: the node of the graph, and behind those what only other routes of the run know, as it is seen first.</summary>
    private int NumberOf(GraphNode element)
    {
        if (!numbers.TryGetValue((element.Kind, element.Path), out var number))
        {
            numbers.Add((element.Kind, element.Path), number = numbers.Count);
        }

        return number;
    }

    private byte[] Substrate(in WireSighting sighting, byte[] packet)
    {
        var header = Encapsulation(sighting).Header(packet[0] >> 4 == 4);
        var source = sighting.From >= 0 ? MachineOf(sighting.From) : MachineOf(sighting.Entrance ?? sighting.Element);
        var target = sighting.To >= 0 ? MachineOf(sighting.To) : MachineOf(sighting.Element);
        return InUdp(source, target, FlowPort(sighting.Packet), VpcEncapsulation.Port, [.. header, .. packet]);
    }

    private byte[] Circuit(in WireSighting sighting, byte[] packet)
    {
        var (node, circuit) = (NumberOf(sighting.Element), sighting.Circuit ?? throw new ArgumentException("A packet on a circuit does not say on which.", nameof(sighting)));
        var (near, far) = (circuit.Near?.AsIpv4 ?? MachineOf(sighting.Element), circuit.Far?.AsIpv4 ?? Machine(FarEnd - node));
        var (source, target) = sighting.IsOutbound ? (near, far) : (far, near);
        return circuit.Kind switch
        {
            CircuitKind.Vlan => Ethernet(HardwareAddress.Of("edge", node), HardwareAddress.Of("site", node), packet, isBackwards: !sighting.IsOutbound, circuit.Vlan),
            CircuitKind.Gre => InIpv4(source, target, Gre, [0, 0, .. TypeBytes(packet), .. packet]),
            CircuitKind.Ipsec => InIpv4(source, target, Esp, Encrypted(node, sighting.IsOutbound, packet)),
            var kind => throw new NotSupportedException($"Nothing frames a packet on a circuit of kind {kind}."),
        };
    }

    /// <summary>Over the internet, between the machine of a client and its endpoint.</summary>
    private byte[] Tunnel(in WireSighting sighting, GraphCircuit tunnel, byte[] packet)
    {
        var client = sighting.IsOutbound ? sighting.To : sighting.From;
        var (own, far) = (MachineOf(sighting.Element), MachineOf(client));
        var (source, target) = sighting.IsOutbound ? (own, far) : (far, own);
        return InIpv4(source, target, tunnel.Kind == CircuitKind.OpenVpnOverTcp ? Tcp : Udp, tunnels.Carry((source, target), client, sighting.IsOutbound, tunnel, packet));
    }

    /// <summary>ESP in tunnel mode with the NULL cipher (RFC 2410) and HMAC-SHA-256-128 (RFC 4868), so that an analyser can look inside.</summary>
    private byte[] Encrypted(int node, bool isOutbound, byte[] packet)
    {
        var association = (node * 2) + (isOutbound ? 0 : 1);
        var number = sequences[association] = sequences.GetValueOrDefault(association) + 1;
        var padding = (4 - ((packet.Length + 2) % 4)) % 4;
        var bytes = new byte[8 + packet.Length + padding + 2 + EspCheck];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, 0xC0DE0000 + (uint)association);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), number);
        packet.CopyTo(bytes, 8);
        for (var index = 0; index < padding; index++)
        {
            bytes[8 + packet.Length + index] = (byte)(index + 1);
        }

        var behind = 8 + packet.Length + padding;
        bytes[behind] = (byte)padding;
        bytes[behind + 1] = packet[0] >> 4 == 4 ? IpInIp : Ipv6InIp;
        HMACSHA256.HashData(EspKey, bytes.AsSpan(0, behind + 2)).AsSpan(0, EspCheck).CopyTo(bytes.AsSpan(behind + 2));
        return bytes;
    }

    /// <summary>Geneve as a Gateway Load Balancer speaks it. Source: "Gateway Load Balancers", target groups, User Guide for Gateway Load Balancers.</summary>
    private byte[] Appliance(in WireSighting sighting, byte[] packet)
    {
        var inspection = sighting.Inspection ?? throw new ArgumentException("A packet for an appliance does not say by what.", nameof(sighting));
        var endpoint = VendorIds.NetworkInterface(sighting.Element);
        var cookie = (uint)FlowHash.OfBothDirections(sighting.Packet);
        var options = new List<byte>();
        Option(1, Convert.FromHexString(endpoint[^16..]));
        Option(2, Convert.FromHexString(VendorIds.VpcEndpoint(sighting.Element)[^16..]));
        Option(3, [(byte)(cookie >> 24), (byte)(cookie >> 16), (byte)(cookie >> 8), (byte)cookie]);
        return InUdp(
            inspection.Address.AsIpv4!.Value,
            graph.Holders[sighting.To].PrivateAddress.AsIpv4!.Value,
            FlowPort(sighting.Packet),
            VpcEncapsulation.Port,
            [(byte)(options.Count / 4), 0, .. TypeBytes(packet), 0, 0, 0, 0, .. options, .. packet]);

        void Option(byte type, byte[] data) => options.AddRange(
            [OptionClassOfAppliances >> 8, OptionClassOfAppliances & 0xFF, type, (byte)(data.Length / 4), .. data]);
    }

    /// <summary>The source port that keeps a flow on one way through the vendor's network.</summary>
    private static ushort FlowPort(in Packet packet) => (ushort)(49152 + (FlowHash.OfBothDirections(packet) & 0x3FFF));

    private static byte[] InUdp(Ipv4Address source, Ipv4Address target, ushort sourcePort, ushort targetPort, byte[] payload)
    {
        // No checksum, as Geneve does over IPv4.
        return InIpv4(source, target, Udp, UdpDatagram.Of(sourcePort, targetPort, payload));
    }

    private static byte[] InIpv4(Ipv4Address source, Ipv4Address target, byte protocol, byte[] payload)
    {
        var bytes = new byte[20 + payload.Length];
        bytes[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)bytes.Length);
        bytes[6] = 0x40;
        bytes[8] = 64;
        bytes[9] = protocol;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(12), source.Value);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(16), target.Value);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(10), InternetChecksum.Of(bytes.AsSpan(0, 20)));
        payload.CopyTo(bytes, 20);
        return Ethernet(HardwareAddress.Of("machine", (int)source.Value), HardwareAddress.Of("machine", (int)target.Value), bytes);
    }

    private static byte[] Ethernet(byte[] from, byte[] to, byte[] packet, bool isBackwards = false, int vlan = 0) =>
    [
        .. isBackwards ? from : to,
        .. isBackwards ? to : from,
        .. vlan == 0 ? [] : (byte[])[0x81, 0x00, (byte)(vlan >> 8), (byte)vlan],
        .. TypeBytes(packet),
        .. packet,
    ];

    private static byte[] TypeBytes(byte[] packet) => packet[0] >> 4 == 4 ? [0x08, 0x00] : [0x86, 0xDD];

    /// <summary>An interface sends to the other interface of its subnet, or else to the router of the subnet; to many, where it sends to many.</summary>
    private byte[] InterfaceMac(in WireSighting sighting, bool isSource)
    {
        var own = sighting.IsOutbound ? sighting.From : sighting.To;
        if (isSource == sighting.IsOutbound)
        {
            return MacOf(own, own);
        }

        var other = sighting.IsOutbound ? sighting.Packet.Destination : sighting.Packet.Source;
        return !sighting.IsOutbound || cache?.IsForMany(own, other) != true ? MacOf(own, answers.For(own, other))
            : cache.IsBroadcast(own, other) ? HardwareAddress.Everybody
            : HardwareAddress.OfGroup(other);
    }

    private byte[] Neighbour(in WireSighting sighting, in NeighbourMessage message)
    {
        var asker = message.IsAnswer ? sighting.To : sighting.From;
        return NeighbourBytes.Of(message, MacOf(asker, asker), MacOf(asker, message.Holder));
    }

    /// <summary>The address of an interface, or with -1 of the router of the subnet that somebody is in.</summary>
    private byte[] MacOf(int within, int holder) =>
        holder < 0 ? HardwareAddress.Of("router", graph.Holders[within].Subnet) : HardwareAddress.Of("interface", graph.Holders[holder].Node);

    private static Dictionary<(string Kind, string Path), int> Numbers(ForwardingGraph graph)
    {
        var numbers = new Dictionary<(string Kind, string Path), int>();
        for (var node = 0; node < graph.Nodes.Count; node++)
        {
            numbers.TryAdd((graph.Nodes[node].Kind, graph.Nodes[node].Path), node);
        }

        return numbers;
    }
}
