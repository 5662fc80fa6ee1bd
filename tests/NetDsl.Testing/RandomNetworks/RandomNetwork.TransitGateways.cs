using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    static readonly TransitGatewayAttachmentState[] OtherStates =
        [TransitGatewayAttachmentState.PendingAcceptance, TransitGatewayAttachmentState.Modifying, TransitGatewayAttachmentState.Deleted];

    /// <summary>What a gateway does with what is attached to it from then on.</summary>
    void DrawTransitGatewayOptions(TransitGatewayBuilder gateway)
    {
        gateway.SecurityGroupReferencing(dice.Chance(50));
        if (dice.Chance(tidy ? 4 : 10))
        {
            gateway.DefaultRouteTableAssociation(false);
        }

        if (dice.Chance(tidy ? 4 : 10))
        {
            gateway.DefaultRouteTablePropagation(false);
        }
    }

    void DrawAttachmentOptions(TransitGatewayVpcAttachmentBuilder attachment)
    {
        attachment.SecurityGroupReferencing(dice.Chance(85)).ApplianceMode(dice.Chance(30));
        if (dice.Chance(tidy ? 3 : 8))
        {
            attachment.InState(dice.Pick(OtherStates));
        }
    }

    /// <summary>Peerings between gateways, of one region or two, with routes on both sides; some lead in circles.</summary>
    void DrawTransitGatewayPeerings()
    {
        for (var first = 0; first < transitGateways.Count; first++)
        {
            for (var second = first + 1; second < transitGateways.Count; second++)
            {
                if (dice.Chance(70))
                {
                    var (one, other) = (transitGateways[first], transitGateways[second]);
                    var peering = one.Builder.Peer($"peer{first}{second}", other.Builder);
                    if (Needed(80))
                    {
                        peering.AcceptedBy(network.DefaultAccount);
                    }

                    gatewayPeerings.Add((one, other, peering));
                    gatewayPeerings.Add((other, one, peering.Accepter));
                    DrawPeeringSide(one, other, peering);
                    DrawPeeringSide(other, one, peering.Accepter);
                }
            }
        }
    }

    void DrawPeeringSide(DrawnTransitGateway here, DrawnTransitGateway there, TransitGatewayPeeringAttachmentBuilder peering)
    {
        if (here.Tables.Count == 0)
        {
            here.Tables.Add((here.Builder.RouteTable("peers"), []));
        }

        if (Needed(60))
        {
            dice.Pick(here.Tables).Builder.Associate(peering);
        }

        foreach (var (table, destinations) in here.Tables.Where(_ => Needed(70)))
        {
            var targets = there.Attached.SelectMany(vpc => vpc.Blocks).ToList();
            var destination = targets.Count > 0 && dice.Chance(85) ? dice.Pick(targets) : dice.Chance(50) ? Ipv4Prefix.All : Prefix();
            if (destinations.Add(destination))
            {
                table.Route(destination.ToString(), peering);
            }
        }
    }
}
