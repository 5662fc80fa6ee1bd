using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime.Mapping;
using NetDsl.Runtime.Wire;

namespace NetDsl.Runtime.Tests.Mapping;

/// <summary>R-2.21.</summary>
public class NeighbourTests
{
    static readonly Topology Pair = Built();
    readonly CompiledNetwork network = new(TopologyLowering.Lower(Pair));

    [Fact]
    [Trait("Rule", "R-2.21")]
    public void A_peer_of_the_subnet_answers_for_itself_and_the_router_for_everything_else()
    {
        var (cache, a) = (Cache(), Instance("a"));
        Assert.Equal(new NeighbourAnswer(IpAddress.Parse("10.0.0.5"), Instance("b")), cache.Ask(a, IpAddress.Parse("10.0.0.5"), default));
        Assert.Equal(new NeighbourAnswer(IpAddress.Parse("10.0.0.1"), NeighbourAnswers.Router), cache.Ask(a, IpAddress.Parse("10.0.1.4"), default));

        // Nobody has it: the host takes the packet, and drops it.
        Assert.Equal(new NeighbourAnswer(IpAddress.Parse("10.0.0.77"), NeighbourAnswers.Router), cache.Ask(a, IpAddress.Parse("10.0.0.77"), default));
        Assert.Equal(new NeighbourAnswer(IpAddress.Parse("fe80:ec2::1"), NeighbourAnswers.Router), cache.Ask(a, IpAddress.Parse("2001:db9::1"), default));
    }

    [Fact]
    [Trait("Rule", "R-2.21")]
    public void Answers_are_remembered_for_each_interface_and_for_a_while()
    {
        var (cache, a) = (Cache(), Instance("a"));
        Assert.NotNull(cache.Ask(a, IpAddress.Parse("198.51.100.7"), default));
        Assert.Null(cache.Ask(a, IpAddress.Parse("203.0.113.9"), TimeSpan.FromSeconds(59)));
        Assert.NotNull(cache.Ask(Instance("b"), IpAddress.Parse("203.0.113.9"), TimeSpan.FromSeconds(59)));
        Assert.NotNull(cache.Ask(a, IpAddress.Parse("203.0.113.9"), TimeSpan.FromSeconds(60)));
    }

    [Theory]
    [Trait("Rule", "R-2.21")]
    [InlineData("255.255.255.255", "ffffffffffff")]
    [InlineData("10.0.0.255", "ffffffffffff")]
    [InlineData("224.0.0.251", "01005e0000fb")]
    [InlineData("ff02::fb", "3333000000fb")]
    public void Nobody_is_asked_for_what_is_sent_to_many_and_nobody_carries_it(string destination, string hardware)
    {
        var (a, address) = (Instance("a"), IpAddress.Parse(destination));
        var source = network.Graph.Holders[a].AddressOf(address)!.Value;
        var frames = new List<CapturedFrame>();
        var dataplane = new Dataplane(network) { Tap = new WireCapture(network.Graph, null, isWhole: true, frames.Add, Cache()) };
        var end = dataplane.Send(a, new Packet(source, address, Protocol.Udp, 5353, 5353), TimeSpan.Zero);

        Assert.Equal(Outcome.Dropped, end.Outcome);
        var frame = Assert.Single(frames);
        Assert.Equal(hardware, Convert.ToHexStringLower(frame.Bytes.AsSpan(0, 6)));
    }

    [Fact]
    [Trait("Rule", "R-2.21")]
    public void An_interface_that_moves_keeps_its_address_of_hardware()
    {
        var frames = new List<CapturedFrame>();
        var (a, b) = (Instance("a"), Instance("b"));
        var options = new DataplaneOptions { Mapping = new MappingOptions { Moves = [new InterfaceMove("us-east-1/shop/b", TimeSpan.FromSeconds(30))] } };
        var dataplane = new Dataplane(network, options) { Tap = new WireCapture(network.Graph, (_, sighting) => sighting.Kind == WireKind.Interface, isWhole: true, frames.Add, Cache()) };
        var packet = new Packet(network.Graph.Holders[a].PrivateAddress, network.Graph.Holders[b].PrivateAddress, Protocol.Tcp, 40000, 443);
        foreach (var second in new[] { 0, 90 })
        {
            Assert.Equal(Outcome.Delivered, dataplane.Send(a, packet, TimeSpan.FromSeconds(second), TcpFlags.Syn).Outcome);
        }

        // A question, an answer and the packet at both ends, twice.
        Assert.Equal(["who has 10.0.0.5? tell 10.0.0.4", "10.0.0.5 answers 10.0.0.4", packet.ToString(), packet.ToString()], frames.Take(4).Select(frame => frame.Sighting.Description));
        Assert.Equal(8, frames.Count);
        Assert.Equal(frames.Take(4).Select(frame => Convert.ToHexString(frame.Bytes)), frames.Skip(4).Select(frame => Convert.ToHexString(frame.Bytes)));
        Assert.Equal(frames[1].Bytes[6..12], frames[2].Bytes[..6]);
    }

    NeighbourCache Cache() => new(network.Graph, Pair, new MappingOptions().NeighbourTime);

    int Instance(string name) => network.HolderOf(new ElementId(ElementKind.Instance, $"us-east-1/shop/{name}"));

    static Topology Built()
    {
        var builder = new NetworkBuilder("Pair");
        var vpc = builder.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Ipv6Cidr("2001:db8::/56");
        var open = vpc.SecurityGroup("open").Ingress(Traffic.Tcp(443), from: "10.0.0.0/16");
        var subnet = vpc.Subnet("one", "10.0.0.0/24", "a").Ipv6Cidr("2001:db8::/64").AssignIpv6();
        subnet.Instance("a", open);
        subnet.Instance("b", open);
        vpc.Subnet("two", "10.0.1.0/24", "a").Instance("c", open);
        return builder.Build();
    }
}
