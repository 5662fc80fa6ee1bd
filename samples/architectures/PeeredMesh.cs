using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Three VPCs, each peered with each. Source: "Three VPCs peered together", Amazon VPC Peering Guide.</summary>
[Topology]
public static partial class PeeredMesh
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        VpcBuilder[] vpcs = [region.Vpc("one", "10.1.0.0/16"), region.Vpc("two", "10.2.0.0/16"), region.Vpc("three", "10.3.0.0/16")];
        foreach (var vpc in vpcs)
        {
            vpc.Subnet("hosts", vpc.Cidr.Replace("0.0/16", "0.0/24"), "a").Instance($"host-{vpc.Name}", vpc.SecurityGroup("hosts").Ingress(Tcp(443), from: "10.0.0.0/8"));
        }

        for (var first = 0; first < vpcs.Length; first++)
        {
            for (var second = first + 1; second < vpcs.Length; second++)
            {
                var peering = network.Peer($"{vpcs[first].Name}-{vpcs[second].Name}", vpcs[first], vpcs[second]).AcceptedBy(network.DefaultAccount);
                vpcs[first].MainRouteTable.Route(vpcs[second].Cidr, peering);
                vpcs[second].MainRouteTable.Route(vpcs[first].Cidr, peering);
            }
        }

        IntentEnds hosts = [vpcs[0].Instance("host-one"), vpcs[1].Instance("host-two"), vpcs[2].Instance("host-three")];
        network.Expect(hosts).CanReach(hosts, Tcp(443));
    }
}
