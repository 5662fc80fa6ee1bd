using CsCheck;
using NetDsl.Compiler.Lowering;
using NetDsl.Runtime.Wire;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests.Wire;

public class VpcEncapsulationTests
{
    static readonly Gen<string> Id = Gen.Char["0123456789abcdef"].Array[17].Select(digits => new string(digits));

    static readonly Gen<VpcEncapsulation> Any = Gen.Select(
        Gen.Int[1, (1 << 24) - 1], Id, Id.Null(), Id.Null(), Gen.ULong.Nullable(), Gen.UInt.Nullable(), Gen.ULong.Nullable(), Gen.UInt,
        (network, vpc, source, destination, cookie, tag, trace, version) => new VpcEncapsulation(
            network,
            $"vpc-{vpc}",
            source is null ? null : $"eni-{source}",
            new EncapsulationContext(EncapsulationDirection.Transit, WireHop.FlowState, EncapsulationFlags.Translated | EncapsulationFlags.BehindNetworkAcl, version))
        {
            Destination = destination is null ? null : $"eni-{destination}",
            FlowCookie = cookie,
            GroupTag = tag,
            TraceId = trace,
        });

    [Fact]
    public void What_is_written_is_read() => Any.Sample(written =>
    {
        var header = written.Header(isIpv4: true);
        Assert.True(VpcEncapsulation.TryRead([.. header, 1, 2, 3], out var read, out var length, out var fault), fault);
        Assert.Equal((written, header.Length), (read, length));
    });

    [Fact]
    public void The_header_has_the_sizes_of_the_layout()
    {
        var least = new VpcEncapsulation(1, "vpc-0a1b2c3d", "eni-0a1b2c3d", new EncapsulationContext(EncapsulationDirection.Egress, WireHop.Edge, EncapsulationFlags.None, 1));
        Assert.Equal(8 + 44, least.Header(isIpv4: true).Length);
        var most = least with { Destination = "eni-0a1b2c3e", FlowCookie = 1, GroupTag = 2, TraceId = 3 };
        Assert.Equal(8 + 92, most.Header(isIpv4: false).Length);
        Assert.Equal([0x17, 0x40, 0x86, 0xDD, 0, 0, 1, 0], most.Header(isIpv4: false)[..8]);
    }

    [Theory]
    [InlineData(0x91, "option 0x91 of class 0xff42 must be understood, and is not")]
    [InlineData(0x11, "")]
    public void An_unknown_option_is_refused_when_it_must_be_understood(byte type, string fault)
    {
        var header = new VpcEncapsulation(1, "vpc-0a1b2c3d", null, new EncapsulationContext(EncapsulationDirection.Egress, WireHop.Edge, EncapsulationFlags.None, 1)).Header(isIpv4: true);
        byte[] extended = [(byte)(header[0] + 1), .. header[1..], 0xFF, 0x42, type, 0];
        Assert.Equal(fault.Length == 0, VpcEncapsulation.TryRead(extended, out var read, out _, out var told));
        Assert.Equal(fault, told);
        Assert.Equal(fault.Length == 0, read is not null);
    }

    [Fact]
    public void No_bytes_throw() => Gen.Byte.Array[0, 120].Sample(bytes =>
    {
        Assert.Equal(VpcEncapsulation.TryRead(bytes, out var read, out _, out var fault), read is not null);
        Assert.Equal(read is null, fault.Length > 0);
    });

    [Fact]
    public void Packets_of_two_vpcs_with_equal_addresses_differ_in_their_vpc_and_interfaces_only()
    {
        var builder = new NetworkBuilder("Twins");
        foreach (var name in new[] { "one", "two" })
        {
            var vpc = builder.Region("us-east-1").Vpc(name, "10.0.0.0/16");
            var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
            subnet.Instance("client");
            subnet.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(443), from: AnyIpv4));
        }

        var network = new CompiledNetwork(TopologyLowering.Lower(builder.Build()));
        var seen = new List<(WireSighting Sighting, VpcEncapsulation Encapsulation, int Receiver)>();
        foreach (var vpc in new[] { "one", "two" })
        {
            var sender = network.Graph.Holders.ToList().FindIndex(holder => network.Graph.Nodes[holder.Node].Path == $"us-east-1/{vpc}/client");
            var sightings = new List<WireSighting>();
            var dataplane = new Dataplane(network) { Tap = new Tap(sightings) };
            var end = dataplane.Send(sender, new Packet(network.Graph.Holders[sender].PrivateAddress, Addressing.IpAddress.Parse("10.0.0.5"), Protocol.Tcp, 40_000, 443), TimeSpan.Zero);
            var sighting = Assert.Single(sightings, each => each.Kind == WireKind.Substrate);
            seen.Add((sighting, new WireFrames(network.Graph).Encapsulation(sighting), end.Holder));
        }

        Assert.Equal(seen[0].Sighting.Packet, seen[1].Sighting.Packet);
        Assert.NotEqual(seen[0].Encapsulation.Vpc, seen[1].Encapsulation.Vpc);
        Assert.NotEqual(seen[0].Encapsulation.Network, seen[1].Encapsulation.Network);
        Assert.All(seen, each => Assert.Equal(network.Graph.Holders[each.Sighting.From].Vpc, network.Graph.Holders[each.Receiver].Vpc));
    }

    sealed class Tap(List<WireSighting> seen) : IWireTap
    {
        public void Begin(in SentPacket sent)
        {
        }

        public void See(in WireSighting sighting) => seen.Add(sighting);
    }
}
