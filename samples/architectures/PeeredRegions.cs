using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Two regions joined by a peering connection. Source: "VPC peering basics: inter-Region", Amazon VPC Peering Guide.</summary>
[Topology]
public static partial class PeeredRegions
{
    static void Define(NetworkBuilder network)
    {
        var east = network.Region("us-east-1").Vpc("east", "10.0.0.0/16");
        var west = network.Region("us-west-2").Vpc("west", "10.1.0.0/16");
        var peering = network.Peer("east-west", east, west).AcceptedBy(network.DefaultAccount);
        east.MainRouteTable.Route("10.1.0.0/16", peering);
        west.MainRouteTable.Route("10.0.0.0/16", peering);
        var primary = east.Subnet("data", "10.0.0.0/24", "a").Instance("primary");
        var replica = west.Subnet("data", "10.1.0.0/24", "a").Instance("replica", west.SecurityGroup("replica").Ingress(Tcp(5432), from: "10.0.0.0/16"));
        network.Expect(primary).CanReach(replica, Tcp(5432));
    }
}
