using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Testing;

/// <content>Custom routing.</content>
public static partial class ExampleNetworks
{
    /// <summary>A custom routing accelerator before game servers: one of them gets players, the others wait.</summary>
    public static Topology CustomRouting()
    {
        var network = new NetworkBuilder("Games");
        var region = network.Region("eu-west-1");
        network.InternetClient("cork", region);
        var vpc = region.Vpc("games", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var players = vpc.SecurityGroup("players").Ingress(UdpRange(7000, 7001), from: AnyIpv4).Ingress(Tcp(443), from: AnyIpv4);
        var servers = vpc.Subnet("servers", "10.0.0.0/28", "a");
        var open = servers.Instance("open", players);
        servers.Instance("waiting", players);
        var spare = vpc.Subnet("spare", "10.0.1.0/28", "b");
        spare.Instance("spare", players);
        network.CustomRoutingAccelerator("matches", configure: matches => matches.Listener(20_000, 20_099).EndpointGroup(
            region, 7000, 7001, CustomRoutingProtocols.Udp, group =>
            {
                group.DestinationPorts(443, 443, CustomRoutingProtocols.Tcp);
                group.Subnet(servers).AllowTraffic(open, 7000, 7001).AllowTraffic("10.0.0.9");
                group.Subnet(spare).AllowAllTraffic();
            }));
        return network.Build();
    }
}
