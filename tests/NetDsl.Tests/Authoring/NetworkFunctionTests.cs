using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class NetworkFunctionTests
{
    [Fact]
    [Trait("Rule", "I-2 network function")]
    public void A_network_function_is_attached_in_appliance_mode_and_takes_static_routes()
    {
        var gateway = Takes(scene => scene.Hub.RouteTable("spokes").Route("0.0.0.0/0", scene.Hub.AttachNetworkFunction("firewall"))).TransitGateways[0];

        var attachment = Assert.Single(gateway.Attachments);
        Assert.Equal((TransitGatewayAttachmentKind.NetworkFunction, true, null), (attachment.Kind, attachment.ApplianceMode, attachment.Vpc));
        Assert.Equal(Assert.Single(gateway.NetworkFunctions).Id, attachment.Resource);
        Assert.Equal(attachment.Id, gateway.RouteTables[0].Routes[0].Attachment);
    }

    [Fact]
    [Trait("Rule", "I-2 network function")]
    public void A_network_function_propagates_nothing()
    {
        Refuses(scene => scene.Hub.RouteTable("table").Propagate(scene.Hub.AttachNetworkFunction("firewall")), ProblemKind.RouteTwice, "attachment 'firewall' is that of a network function, which propagates nothing; write static routes to it with Route(…)", other: _ => Here());
        Assert.Empty(Takes(scene => scene.Virginia.TransitGateway("other").AttachNetworkFunction("firewall")).TransitGateways[1].RouteTables[0].Propagations);
    }

    [Fact]
    [Trait("Rule", "I-2 network function")]
    public void There_were_no_network_functions_before_appliance_mode()
    {
        var problem = Assert.Single(After(scene => { scene.Network.Profile(SemanticsProfile.Talk2018); scene.Hub.AttachNetworkFunction("firewall"); }).Problems);

        Assert.Contains("network function 'firewall'", problem.Text, StringComparison.Ordinal);
    }
}
