using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Through gateway endpoints.</content>
internal sealed partial class PathWalk
{
    private PathEnd ToGatewayEndpoint(Subnet subnet, VpcEndpoint endpoint)
    {
        if (!IsSourceOf(subnet.Vpc))
        {
            return Drop(
                endpoint,
                DropCode.EndpointNotExtendable,
                $"the source is not of VPC '{index.Vpc(subnet).Name}', and a gateway endpoint serves its own VPC only; use an interface endpoint");
        }

        steps.Add(new GatewayEndpointStep(nodes.Of(endpoint)));
        return new ServiceEnd(nodes.Of(index.Get<PublicService>(endpoint.Service.Value)), nodes.Source(endpoint));
    }
}
