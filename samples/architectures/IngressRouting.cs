using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>An appliance sees what comes in from the internet. Source: "Gateway route tables", Amazon VPC User Guide.</summary>
[Topology]
public static partial class IngressRouting
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route(AnyIpv4, igw);
        var firewall = edge.Instance("firewall", vpc.SecurityGroup("firewall").Ingress(AllTraffic, from: AnyIpv4)).ForwardsTraffic().SourceDestinationCheck(false).PublicIp();
        var web = vpc.Subnet("web", "10.0.1.0/24", "a");
        web.RouteTable("web").Route(AnyIpv4, firewall);
        igw.Associate(vpc.RouteTable("arriving").Route("10.0.1.0/24", firewall));
        var server = web.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(443), from: AnyIpv4)).PublicIp();
        network.Expect(Internet).CanReach(server, Tcp(443)).OnlyThrough(firewall);
    }
}
