using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests.Engines;

/// <summary>
/// A host that writes to its own public address, past appliances on the way out and on the way in: the second packet has the addresses of the first one's reply and its ports as
/// they were, so that by five tuples it is another flow, and by two the same.
/// </summary>
public class ApplianceAgreementTests
{
    [Theory]
    [InlineData(FlowStickiness.FiveTuple)]
    [InlineData(FlowStickiness.ThreeTuple)]
    [InlineData(FlowStickiness.TwoTuple)]
    public void Engines_agree_which_appliance_sees_a_flow_that_comes_back(FlowStickiness stickiness)
    {
        var network = new NetworkBuilder("Hairpin");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var middle = vpc.Subnet("middle", "10.0.2.0/24", "a");
        var geneve = vpc.SecurityGroup("geneve").Ingress(Udp(6081), from: AnyIpv4);
        var balancer = vpc.GatewayLoadBalancer("gwlb").Subnet(middle).Stickiness(stickiness);
        foreach (var name in new[] { "one", "two", "three" })
        {
            balancer.Target(middle.Instance(name, geneve).ForwardsTraffic());
        }

        var endpoint = vpc.GatewayLoadBalancerEndpoint("gwlbe", middle, vpc.EndpointService("inspection", balancer, acceptanceRequired: false));
        var internet = vpc.InternetGateway("igw");
        middle.RouteTable("middle").Route(AnyIpv4, internet);
        var app = vpc.Subnet("app", "10.0.1.0/24", "a");
        app.RouteTable("app").Route(AnyIpv4, endpoint);
        internet.Associate(vpc.RouteTable("ingress").Route("10.0.1.0/24", endpoint));
        app.Instance("host", vpc.SecurityGroup("any").Ingress(AllTraffic, from: AnyIpv4)).PublicIp();
        var topology = network.Build();
        var host = topology.NetworkInterfaces.Single(each => each.PublicAddress is not null);

        var compare = ThirdLawTests.Engines(topology, new PacketCounts());

        foreach (var traffic in new[] { Udp(53), Tcp(443), IcmpType(8) })
        {
            for (var port = 49152; port < 49152 + 40; port++)
            {
                Assert.Null(compare(new Question(Endpoint.Of(host.Id), Endpoint.Of(host.PublicAddress!.Value), traffic, SourcePort: traffic.Protocol.HasPorts ? port : null)));
            }
        }
    }
}
