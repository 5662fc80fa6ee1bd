using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>Static addresses before servers in two regions. Source: "What is AWS Global Accelerator?", AWS Global Accelerator.</summary>
[Topology]
public static partial class GlobalAccelerator
{
    static void Define(NetworkBuilder network)
    {
        var listener = network.Accelerator("edge").Listener(Tcp(443));
        foreach (var (index, name) in new[] { "us-east-1", "eu-west-1" }.Index())
        {
            var region = network.Region(name);
            var vpc = region.Vpc("web", $"10.{index}.0.0/16");
            var subnet = vpc.Subnet("web", $"10.{index}.0.0/24", "a");
            subnet.RouteTable("web").Route(AnyIpv4, vpc.InternetGateway("igw"));
            listener.EndpointGroup(region).Endpoint(subnet.Instance("server", vpc.SecurityGroup("server").Ingress(Tcp(443), from: AnyIpv4)).PublicIp());
        }
    }
}
