using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Reference;
using NetDsl.Testing.RandomNetworks;
using Xunit.Abstractions;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>
/// Large networks are lowered with junctions, small ones without; here small ones are lowered with them, and have to answer hop by hop as the reference interpreter does.
/// </summary>
public class JunctionTests(ITestOutputHelper output)
{
    [Fact]
    public void Paths_that_meet_at_junctions_are_those_of_the_reference_interpreter_in_small_networks() => Check(RandomNetwork.CreateSmall, networks: 300, packets: 300);

    [Fact]
    public void Paths_that_meet_at_junctions_are_those_of_the_reference_interpreter_in_large_networks() => Check(RandomNetwork.Create, networks: 50, packets: 160);

    /// <summary>
    /// What comes back to its own VPC by a transit gateway and leaves there does not go as what others send: by the NAT gateway in IPv4, and in IPv6 by the egress-only gateway, which lets
    /// out what hosts of its VPC send only. The first range of IPv6 begins below all of IPv4.
    /// </summary>
    [Theory]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("3000::1")]
    [InlineData("8.8.8.8")]
    public void A_way_back_to_the_own_VPC_is_not_that_of_others(string destination)
    {
        var topology = Hairpin();
        var (from, to) = (Endpoint.Of(topology.Instances.First(instance => instance.Id.Name == "app").Id), Endpoint.Of(Addressing.IpAddress.Parse(destination)));
        var shared = new CompiledNetwork(TopologyLowering.Lower(topology, hasJunctions: true));
        Assert.NotEmpty(shared.Graph.Junctions);
        var expected = new CompiledNetwork(TopologyLowering.Lower(topology, hasJunctions: false)).Trace(from, to, Traffic.Tcp(443)).Forward;
        var actual = shared.Trace(from, to, Traffic.Tcp(443)).Forward;
        Assert.Equal(expected.Hops.Select(hop => hop.ToString()), actual.Hops.Select(hop => hop.ToString()));
        Assert.Equal((expected.Outcome, expected.Code), (actual.Outcome, actual.Code));
    }

    static Topology Hairpin()
    {
        var network = new NetworkBuilder("Hairpin");
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false);
        var table = hub.RouteTable("all");
        var own = region.Vpc("own", "10.0.0.0/16").Ipv6Cidr("2600:1f18:1:100::/56");
        var other = region.Vpc("other", "10.1.0.0/16").Ipv6Cidr("2600:1f18:2:100::/56");
        var edge = own.Subnet("edge", "10.0.0.0/24", "a").Ipv6Cidr("2600:1f18:1:100::/64");
        edge.RouteTable("edge").Route(Traffic.AnyIpv4, own.InternetGateway("igw"));
        var landing = own.Subnet("landing", "10.0.1.0/24", "a").Ipv6Cidr("2600:1f18:1:101::/64");
        landing.RouteTable("landing").Route(Traffic.AnyIpv4, edge.NatGateway("nat")).Route("::/0", own.EgressOnlyInternetGateway("out"));
        var attachment = hub.Attach("own", landing);
        table.Route(Traffic.AnyIpv4, attachment).Route("::/0", attachment).Associate(attachment);
        foreach (var (vpc, name, subnet, six) in new[] { (own, "app", "10.0.2.0/24", "2600:1f18:1:102::/64"), (other, "other", "10.1.2.0/24", "2600:1f18:2:102::/64") })
        {
            var hosts = vpc.Subnet(name, subnet, "a").Ipv6Cidr(six);
            hosts.RouteTable(name).Route(Traffic.AnyIpv4, hub).Route("::/0", hub);
            hosts.Instance(name, vpc.SecurityGroup(name)).Ipv6Address();
            if (vpc == other)
            {
                table.Associate(hub.Attach("other", hosts));
            }
        }

        return network.Build();
    }

    void Check(Func<int, Topology> create, int networks, int packets)
    {
        var (withJunctions, paths, shared) = (0, 0, 0);
        Agreement.Check(
            topology =>
            {
                var network = new CompiledNetwork(ForwardingGraphText.Read(ForwardingGraphText.Write(TopologyLowering.Lower(topology, hasJunctions: true))));
                Interlocked.Add(ref withJunctions, network.Graph.Junctions.Count > 0 ? 1 : 0);
                Interlocked.Add(ref paths, network.Graph.Sources.Sum(source => source.Programs.Count));
                Interlocked.Add(ref shared, network.Graph.Sources.Sum(source => source.Programs.Count(program => network.Graph.Programs[program].End is JunctionEnd)));
                var interpreter = new ReferenceInterpreter(topology);
                return question => Difference.Between(
                    asked => interpreter.Trace(asked.From, asked.To, asked.Traffic, asked.SourceAddress, asked.SourcePort, asked.Request),
                    asked => network.Trace(asked.From, asked.To, asked.Traffic, asked.SourceAddress, asked.SourcePort, asked.Request),
                    question,
                    everyHop: true);
            },
            networks,
            packets,
            create);
        output.WriteLine($"{withJunctions} networks have junctions; {shared} of {paths} paths lead to one");
        Assert.True(withJunctions > Agreement.Networks(networks) / 4, $"Only {withJunctions} of {networks} networks have junctions: the test says little.");
    }
}
