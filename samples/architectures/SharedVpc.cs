using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Participants of a shared VPC, each with hosts and groups of its own. Source: "Share your VPC subnets with other accounts", Amazon VPC User Guide.</summary>
[Topology]
public static partial class SharedVpc
{
    static void Define(NetworkBuilder network)
    {
        var partner = network.Account("partner", "222222222222");
        var vpc = network.Region("us-east-1").Vpc("shared", "10.0.0.0/16");
        var subnet = vpc.Subnet("shared", "10.0.0.0/24", "a").ShareWith(partner);
        var theirs = subnet.As(partner);
        var server = theirs.Instance("server", theirs.SecurityGroup("server").Ingress(Tcp(443), from: "10.0.0.0/16"));
        network.Expect(subnet.Instance("client")).CanReach(server, Tcp(443));
    }
}
