using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Through network functions of transit gateways.</content>
internal sealed partial class PathWalk
{
    /// <summary>
    /// Out of a transit gateway into a network function and back by the same attachment, in the zone that the packet came from: the attachment is always in appliance mode. It
    /// is a middlebox, behind which references to groups match nobody.
    /// </summary>
    private PathEnd ThroughNetworkFunction(Element gateway, TransitGatewayAttachment attachment, string? zoneId)
    {
        steps.Add(new TransitGatewayStep(nodes.Of(attachment), Entering: false, Subnet: -1, Unspecified: false));
        Relay(index.Get<NetworkFunction>(attachment.Resource), $"passes it back to {gateway.Name}");
        isBehindMiddlebox = true;
        return EnterTransitGateway(gateway, attachment, entrance: null, zoneId);
    }
}
