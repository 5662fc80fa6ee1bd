using NetDsl.Cli.Drawing;
using static NetDsl.Traffic;

namespace NetDsl.Cli.Tests.Drawing;

public class ApplianceDrawingTests
{
    /// <summary>The partner calls the first zone by the second name; it is the node of that place that its endpoint leads to.</summary>
    [Fact]
    public void An_endpoint_of_another_account_leads_to_the_node_in_its_place()
    {
        var network = new NetworkBuilder("Inspected");
        var partner = network.Account("partner", "210987654321").Zone("us-east-1a", "use1-az2").Zone("us-east-1b", "use1-az1");
        var region = network.Region("us-east-1");
        var security = region.Vpc("security", "10.9.0.0/16");
        var inspection = security.Subnet("inspection", "10.9.1.0/24", "a");
        var firewall = inspection.Instance("firewall", security.SecurityGroup("geneve").Ingress(Udp(6081), from: AnyIpv4)).ForwardsTraffic(stateful: true);
        var balancer = security.GatewayLoadBalancer("gwlb").Subnet(inspection).Target(firewall);
        var service = security.EndpointService("inspecting", balancer, acceptanceRequired: false).Permit(partner);
        var shop = region.Vpc("shop", "10.0.0.0/16", account: partner);
        shop.GatewayLoadBalancerEndpoint("gwlbe", shop.Subnet("fence", "10.0.2.0/24", "b"), service);
        var topology = network.Build();
        Assert.True(topology.IsWhole);

        Assert.Contains("|\"inspecting\"|", MermaidDrawing.Draw(topology), StringComparison.Ordinal);
    }
}
