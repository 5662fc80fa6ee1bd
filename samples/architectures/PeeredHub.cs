using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A VPC of services peered with three others, which do not see each other. Source: "One VPC peered with multiple VPCs", Amazon VPC Peering Guide.</summary>
[Topology]
public static partial class PeeredHub
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var hub = region.Vpc("services", "10.0.0.0/16");
        var directory = hub.Subnet("services", "10.0.0.0/24", "a").Instance("directory", hub.SecurityGroup("directory").Ingress(Tcp(636), from: "10.0.0.0/8"));
        foreach (var (index, name) in new[] { "shop", "mail", "wiki" }.Index())
        {
            var vpc = region.Vpc(name, $"10.{index + 1}.0.0/16");
            var peering = network.Peer($"services-{name}", hub, vpc).AcceptedBy(network.DefaultAccount);
            hub.MainRouteTable.Route(vpc.Cidr, peering);
            vpc.MainRouteTable.Route("10.0.0.0/16", peering);
            var host = vpc.Subnet("hosts", $"10.{index + 1}.0.0/24", "a").Instance($"host-{name}", vpc.SecurityGroup("hosts").Ingress(Tcp(443), from: "10.0.0.0/8"));
            network.Expect(host).CanReach(directory, Tcp(636));
        }
    }
}
