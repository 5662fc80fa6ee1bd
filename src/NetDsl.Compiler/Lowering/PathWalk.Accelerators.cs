using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Between accelerators and their endpoints.</content>
internal sealed partial class PathWalk
{
    /// <summary>
    /// An accelerator's flow comes into a VPC by an interface that the vendor has beside the endpoint: no route is asked, and the source is
    /// nobody's of the VPC.
    /// </summary>
    private PathEnd EnterFromEdge(Vpc vpc) =>
        index.SubnetOf(vpc, Destination) is { } subnet && index.GatewayOf(vpc.Id) is { } gateway && index.BlocksPublicAccess(subnet, byEgressGateway: false)
            ? PublicAccessIsBlocked(gateway, subnet)
            : Enter(vpc, from: null);

    /// <summary>The reply of an endpoint goes back by that interface, whatever the subnet's routes say.</summary>
    private PathEnd ReturnToEdge(Subnet subnet, bool isOfHost)
    {
        if (isOfHost)
        {
            steps.Add(new SenderGroupsStep());
        }

        AskAcl(subnet, inbound: false);
        return Internet(InternetSender.Vendor);
    }
}
