using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A firewall between two subnets of one VPC. Source: "Middlebox routing wizard: inspect traffic between subnets", Amazon VPC User Guide.</summary>
[Topology]
public static partial class MiddleboxRouting
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.1.0/24", "a");
        var data = vpc.Subnet("data", "10.0.2.0/24", "a");
        var firewall = vpc.Subnet("fire", "10.0.0.0/24", "a").Instance("firewall", vpc.SecurityGroup("firewall").Ingress(AllTraffic, from: "10.0.0.0/16")).ForwardsTraffic(stateful: true).SourceDestinationCheck(false);
        web.RouteTable("web").Route("10.0.2.0/24", firewall);
        data.RouteTable("data").Route("10.0.1.0/24", firewall);
        var client = web.Instance("client");
        var store = data.Instance("store", vpc.SecurityGroup("store").Ingress(Tcp(5432), from: "10.0.1.0/24"));
        network.Expect(client).CanReach(store, Tcp(5432)).OnlyThrough(firewall);
    }
}
