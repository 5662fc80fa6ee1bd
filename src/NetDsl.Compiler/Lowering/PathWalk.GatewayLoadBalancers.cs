using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Through Gateway Load Balancer endpoints.</content>
internal sealed partial class PathWalk
{
    /// <summary>A route leads to a Gateway Load Balancer endpoint: an appliance looks at the packet, which goes on from the endpoint's subnet.</summary>
    /// <param name="vpc">The VPC of the table.</param>
    /// <param name="from">The subnet that the packet leaves; none when it comes from a gateway.</param>
    /// <param name="route">The route.</param>
    /// <param name="endpoint">The endpoint.</param>
    private PathEnd ToGatewayLoadBalancerEndpoint(Vpc vpc, Subnet? from, MergedRoute route, VpcEndpoint endpoint)
    {
        if (endpoint.Vpc != vpc.Id)
        {
            return DropAtTarget(
                endpoint,
                route,
                $"endpoint '{endpoint.Name}' is of VPC '{index.Get<Vpc>(endpoint.Vpc).Name}', not of '{vpc.Name}'; route to one of the own VPC");
        }

        var home = index.Get<Subnet>(index.Get<NetworkInterface>(endpoint.Interfaces[0]).Subnet);
        if (home.Id != from?.Id)
        {
            AskAcl(home, inbound: true);
        }

        var selection = ApplianceSelection.Behind(index.Whole, endpoint);
        if (selection.Refusal is var (at, code, text))
        {
            return Drop(at, code, text);
        }

        steps.Add(new InspectionStep(nodes.Of(endpoint), nodes.Inspection(endpoint, selection)));
        isBehindMiddlebox = true;
        return Leave(home);
    }
}
