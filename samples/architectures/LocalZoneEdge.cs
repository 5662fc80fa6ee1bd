using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Servers in a Local Zone, with an address announced there. Source: "Local Zones", AWS Local Zones User Guide.</summary>
[Topology]
public static partial class LocalZoneEdge
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1").LocalZone("us-east-1-bos-1a", "use1-az4");
        var vpc = region.Vpc("games", "10.0.0.0/16");
        var boston = vpc.Subnet("boston", "10.0.0.0/24", "us-east-1-bos-1a");
        boston.RouteTable("boston").Route(AnyIpv4, vpc.InternetGateway("igw"));
        var server = boston.Instance("server", vpc.SecurityGroup("server").Ingress(Udp(7777), from: AnyIpv4)).ElasticIp(region.ElasticIp("server", networkBorderGroup: "us-east-1-bos-1"));
        network.Expect(Internet).CanReach(server, Udp(7777));
    }
}
