using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Testing;

/// <content>Accelerators.</content>
public static partial class ExampleNetworks
{
    /// <summary>An accelerator over a load balancer, an instance and an elastic address in two regions, and a client beside each.</summary>
    public static Topology Accelerated()
    {
        var network = new NetworkBuilder("Accelerated");
        var (oregon, ireland) = (network.Region("us-west-2"), network.Region("eu-west-1"));
        network.InternetClient("seattle", oregon);
        network.InternetClient("cork", ireland, "8.8.8.8");

        var west = oregon.Vpc("west", "10.0.0.0/16");
        var gateway = west.InternetGateway("igw");
        var open = west.SecurityGroup("open").Ingress(Tcp(443), from: AnyIpv4).Ingress(Tcp(8443), from: AnyIpv4);
        var front = west.Subnet("front", "10.0.0.0/24", "a");
        front.RouteTable("front").Route(AnyIpv4, gateway);
        var back = west.Subnet("back", "10.0.1.0/24", "a");
        var relay = oregon.ElasticIp("relay");
        front.Instance("relay", open).ElasticIp(relay);
        var balancer = west.NetworkLoadBalancer("balancer").Subnet(front).SecurityGroup(open)
            .Listener(ListenerProtocol.Tcp, 443, west.TargetGroup("web", ListenerProtocol.Tcp, 8443).Target(back.Instance("web", open)));

        var east = ireland.Vpc("east", "10.1.0.0/16");
        east.InternetGateway("igw");
        var host = east.Subnet("host", "10.1.0.0/24", "a").Instance("host", east.SecurityGroup("open").Ingress(AllTraffic, from: AnyIpv4));

        network.Accelerator("edge", configure: edge =>
        {
            edge.Listener(Tcp(443), configure: web =>
            {
                web.EndpointGroup(oregon, dial: 80).Endpoint(balancer, weight: 200).Endpoint(relay, weight: 20, healthy: false);
                web.EndpointGroup(ireland).PortOverride(443, 8443).Endpoint(host);
            });
            edge.Listener(Udp(53), ClientAffinity.SourceIp, dns => dns.Ports(UdpRange(5000, 5010)).EndpointGroup(ireland).Endpoint(host));
        });
        network.Accelerator("idle").Disable();
        return network.Build();
    }
}
