using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Over peering connections.</content>
internal sealed partial class PathWalk
{
    private PathEnd ToPeering(Subnet subnet, MergedRoute route, Peering peering)
    {
        var vpc = index.Vpc(subnet);
        if (!peering.Joins(vpc.Id) || !peering.IsActive)
        {
            return DropAtTarget(
                peering,
                route,
                peering.Joins(vpc.Id)
                    ? NotActive(peering)
                    : $"peering connection '{peering.Name}' does not join VPC '{vpc.Name}'");
        }

        var peer = index.Get<Vpc>(peering.PeerOf(vpc.Id));
        var isOfVpc = IsSourceOf(vpc.Id);
        if (!isOfVpc || !IsIn(peer))
        {
            return Drop(
                peering,
                DropCode.PcxRequiresAddressInVpcCidr,
                isOfVpc
                    ? $"the destination is not in VPC '{peer.Name}', and a peering connection leads no further; peer directly or use a transit gateway"
                    : $"the source is not in VPC '{vpc.Name}', and a peering connection carries only what its own two VPCs send");
        }

        steps.Add(new PeeringStep(nodes.Of(peering)));
        return Enter(peer, from: null);
    }

    private static string NotActive(Peering peering) => peering.Status switch
    {
        PeeringStatus.PendingAcceptance => $"peering connection '{peering.Name}' is not active; its accepter has not accepted it",
        PeeringStatus.Failed => $"peering connection '{peering.Name}' has failed, because blocks of its two VPCs overlap; give one of them others",
        _ => $"peering connection '{peering.Name}' is {peering.StatusText}; request a new one",
    };
}
