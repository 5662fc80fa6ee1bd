using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class VpnConcentratorTests
{
    [Fact]
    [Trait("Rule", "I-5 concentrator")]
    public void Connections_of_a_concentrator_share_its_attachment()
    {
        var topology = Takes(scene =>
        {
            var many = scene.Hub.AttachVpnConcentrator("many");
            many.VpnConnection("paris", Device(scene, "paris")).Advertise("192.168.0.0/17").Med(5);
            many.VpnConnection("lyon", Device(scene, "lyon")).InsideIpv6();
        });

        var attachment = Assert.Single(topology.TransitGateways[0].Attachments);
        Assert.Equal((TransitGatewayAttachmentKind.VpnConcentrator, "us-east-1/many"), (attachment.Kind, attachment.Resource.Path));
        Assert.Equal("us-east-1/hub", Assert.Single(topology.Hybrid.VpnConcentrators).Gateway.Path);
        Assert.Equal(
            ["us-east-1/paris us-east-1/hub us-east-1/many Dynamic", "us-east-1/lyon us-east-1/hub us-east-1/many Dynamic"],
            topology.Hybrid.VpnConnections.Select(vpn => $"{vpn.Id} {vpn.Target} {vpn.Concentrator} {vpn.Routing}"));
    }

    [Fact]
    [Trait("Rule", "I-5 concentrator")]
    public void Connections_of_a_concentrator_have_BGP_over_the_internet()
    {
        Refuses(scene => scene.Hub.AttachVpnConcentrator("many").VpnConnection("vpn", Device(scene, "paris")).StaticRoute("192.168.0.0/16"), ProblemKind.StaticAndBgp, "VPN connection 'vpn' ends at VPN concentrator 'many', whose connections have BGP; leave a static route to 192.168.0.0/16 out, and let the site advertise what it has", other: _ => Here());
        Refuses(scene => scene.Hub.AttachVpnConcentrator("many").VpnConnection("vpn", Device(scene, "paris")).PrivateIp(scene.Hub.AttachDirectConnect("dx", scene.Network.DirectConnectGateway("dxgw", 64700))), ProblemKind.Conflict, "VPN connection 'vpn' ends at VPN concentrator 'many', whose tunnels go over the internet; give it an attachment of its own, with AttachVpn(…)", other: _ => Here());
        Refuses(scene => scene.Hub.AttachVpnConcentrator("many").VpnConnection("vpn", scene.Network.Site("paris", 64512).CustomerGateway("edge")), ProblemKind.SameAutonomousSystem, "customer gateway 'edge' and transit gateway 'hub' are both of autonomous system 64512, between which there is no external BGP; give one of them another number", other: scene => scene.Hub.Origin);
    }

    [Fact]
    [Trait("Rule", "I-5 concentrator")]
    public void A_concentrator_takes_as_many_sites_as_the_quota_says()
    {
        Refuses(scene => { scene.Network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { SitesPerVpnConcentrator = 1 } }); var (many, paris) = (scene.Hub.AttachVpnConcentrator("many"), scene.Network.Site("paris", 65010)); many.VpnConnection("a", paris.CustomerGateway("a")); many.VpnConnection("b", paris.CustomerGateway("b")); many.VpnConnection("c", Device(scene, "lyon")); }, ProblemKind.QuotaExceeded, "VPN concentrator 'many' has 1 sites already, the vendor's quota; attach another", other: _ => Here());
        Assert.Equal(100, QuotaProfile.Current.SitesPerVpnConcentrator);
    }

    [Fact]
    [Trait("Rule", "I-5 concentrator")]
    public void There_were_no_concentrators_at_the_time_of_the_talk()
    {
        var problem = Assert.Single(After(scene => { scene.Network.Profile(SemanticsProfile.Talk2018); scene.Hub.AttachVpnConcentrator("many"); }).Problems);

        Assert.Contains("VPN concentrator 'many'", problem.Text, StringComparison.Ordinal);
        Assert.Contains("VpnConcentrators", problem.Text, StringComparison.Ordinal);
    }

    static CustomerGatewayBuilder Device(Scene scene, string site) => scene.Network.Site(site, 65010).CustomerGateway("edge");
}
