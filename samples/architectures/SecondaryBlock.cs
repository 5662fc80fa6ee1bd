using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A VPC that grew by a second block. Source: "Add or remove a CIDR block from your VPC", Amazon VPC User Guide.</summary>
[Topology]
public static partial class SecondaryBlock
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").SecondaryCidr("100.64.0.0/16");
        var nodes = vpc.Subnet("nodes", "10.0.0.0/24", "a");
        var pods = vpc.Subnet("pods", "100.64.0.0/20", "a");
        var pod = pods.Instance("pod", vpc.SecurityGroup("pod").Ingress(Tcp(8080), from: "10.0.0.0/16"));
        network.Expect(nodes.Instance("node")).CanReach(pod, Tcp(8080));
    }
}
