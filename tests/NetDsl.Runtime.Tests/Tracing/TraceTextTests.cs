using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Testing;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests.Tracing;

public class TraceTextTests
{
    [Fact]
    public void Explains_every_hop_in_plain_words()
    {
        var shop = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop()));
        var hub = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.HubAndSpoke()));
        Snapshot.Match(string.Join(
            "\n",
            Ask(shop, Internet, Instance("us-east-1/shop/web-a"), Tcp(443)),
            Ask(shop, Internet, Instance("us-east-1/shop/web-a"), Tcp(22)),
            Ask(shop, Internet, Instance("us-east-1/shop/db-a"), Tcp(5432)),
            Ask(shop, Instance("us-east-1/shop/web-a"), Instance("us-east-1/shop/db-b"), Tcp(5432)),
            Ask(shop, Instance("us-east-1/shop/db-a"), Internet, Tcp(443)),
            Ask(shop, Instance("us-east-1/shop/db-a"), Internet, IpProtocol(50)),
            Ask(shop, Instance("us-east-1/shop/db-a"), Address("169.254.169.253"), Udp(53)),
            Ask(shop, Instance("us-east-1/shop/db-a"), Address("10.0.0.99"), Udp(53)),
            Ask(hub, Instance("eu-west-1/orders/orders-1"), Internet, Tcp(443)),
            Ask(hub, Instance("eu-west-1/orders/orders-1"), Instance("eu-west-1/billing/billing-1"), Icmp)), "Traces");
    }

    [Fact]
    public void Tells_of_every_hop_where_it_was_written()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
        var table = subnet.RouteTable("t");
        var internet = vpc.InternetGateway("igw");
        table.Route("0.0.0.0/0", internet);
        var route = Line();
        var group = vpc.SecurityGroup("g").Egress(Tcp(443), to: AnyIpv4);
        var rule = Line();
        subnet.Instance("host", group).PublicIp();

        var hops = new CompiledNetwork(TopologyLowering.Lower(network.Build()))
            .Trace(Instance("us-east-1/v/host"), Internet, Tcp(443)).Forward.Hops;

        Assert.Equal(rule - 1, hops.Single(hop => hop.Kind == "network-interface").Origin.Line);
        Assert.Equal(route - 1, hops.Single(hop => hop.Kind == "route-table").Origin.Line);
        Assert.EndsWith("TraceTextTests.cs", hops.Single(hop => hop.Kind == "route-table").Origin.File, StringComparison.Ordinal);

        static int Line([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line;
    }

    [Fact]
    public void An_end_that_does_not_exist_is_refused_by_name()
    {
        var shop = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop()));
        var error = Assert.Throws<EndpointException>(() => shop.Trace(Instance("us-east-1/shop/wbe"), Internet, Tcp(443)));
        Assert.Contains("us-east-1/shop/wbe", error.Message, StringComparison.Ordinal);
        Assert.Throws<EndpointException>(
            () => shop.Trace(Endpoint.Of(new ElementId(ElementKind.NatGateway, "us-east-1/shop/nat-a")), Internet, Tcp(443)));
        Assert.Throws<EndpointException>(
            () => shop.Trace(Internet, Endpoint.Of(new ElementId(ElementKind.Subnet, "us-east-1/shop/edge-a")), Tcp(443)));
    }

    [Fact]
    public void Traffic_of_no_one_protocol_is_refused()
    {
        var shop = new CompiledNetwork(TopologyLowering.Lower(ExampleNetworks.Shop()));
        Assert.Throws<ArgumentException>(() => shop.Trace(Internet, Instance("us-east-1/shop/web-a"), AllTraffic));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => shop.Trace(Internet, Instance("us-east-1/shop/web-a"), Tcp(443), sourcePort: 65536));
    }

    static string Ask(CompiledNetwork network, Endpoint from, Endpoint to, TrafficSelector traffic) =>
        TraceText.Of($"{from} to {to} {traffic}", network.Trace(from, to, traffic));

    static Endpoint Instance(string path) => Endpoint.Of(new ElementId(ElementKind.Instance, path));

    static Endpoint Address(string address) => Endpoint.Of(Ipv4Address.Parse(address));
}
