using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A VPC without a way out, whose hosts reach S3 by a gateway endpoint. Source: "Gateway endpoints for Amazon S3", AWS PrivateLink.</summary>
[Topology]
public static partial class IsolatedVpc
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("vault", "10.0.0.0/16");
        var subnet = vpc.Subnet("vault", "10.0.0.0/24", "a");
        var table = subnet.RouteTable("vault");
        var s3 = region.Service("s3");
        vpc.GatewayEndpoint("s3", s3).RouteTable(table).Policy().Allow("Read", "s3:GetObject");
        var host = subnet.Instance("host");
        network.Expect(host).CanReach(s3, Tcp(443));
        network.Expect(host).CannotReach(Internet);
    }
}
