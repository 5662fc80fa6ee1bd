using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Staff reach a VPC by Client VPN. Source: "Access to a VPC", AWS Client VPN Administrator Guide.</summary>
[Topology]
public static partial class ClientVpnToVpc
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var vpn = vpc.ClientVpn("staff", "172.16.0.0/22").Associate(web).Authorize("10.0.0.0/16").SplitTunnel();
        var ada = vpn.Client("ada");
        var server = web.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(443), from: "10.0.0.0/16"));
        network.Expect(ada).CanReach(server, Tcp(443));
    }
}
