using System.Runtime.InteropServices;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Dataplanes;

/// <summary>Sees one packet at attachments of transit gateways.</summary>
internal sealed class TransitGatewayWatch
{
    private readonly List<TransitGatewayEvent> seen = [];
    private ForwardingGraph? graph;
    private int[]? nodes;

    // Where the packet has entered a gateway that it has not left yet.
    private (int Attachment, int Subnet, Packet Packet) entered = (-1, -1, default);

    public ReadOnlySpan<TransitGatewayEvent> Seen => CollectionsMarshal.AsSpan(seen);

    /// <summary>A packet is about to be sent.</summary>
    /// <param name="routes">The graph of the routes.</param>
    /// <param name="known">The numbers that nodes have in the graph of the hosts; nothing where they are the same.</param>
    public void Begin(ForwardingGraph routes, int[]? known)
    {
        seen.Clear();
        (graph, nodes) = (routes, known);
        entered.Attachment = -1;
    }

    /// <summary>The packet has passed a step.</summary>
    public void Pass(PathPosition at, in Packet packet)
    {
        if (graph!.Programs[at.Program].Steps[at.Step] is not TransitGatewayStep step)
        {
            return;
        }

        var (attachment, subnet) = (Known(step.Node), Known(step.Subnet));
        if (step.Entering)
        {
            entered = (attachment, subnet, packet);
            return;
        }

        seen.Add(new TransitGatewayEvent(entered.Attachment, entered.Subnet, FlowDirection.Ingress, attachment, subnet, TransitGatewayLoss.None, entered.Packet));
        seen.Add(new TransitGatewayEvent(attachment, subnet, FlowDirection.Egress, entered.Attachment, entered.Subnet, TransitGatewayLoss.None, packet));
        entered.Attachment = -1;
    }

    /// <summary>The way of the packet has ended.</summary>
    /// <param name="code">Why it was dropped; nothing when it was not.</param>
    public void End(DropCode? code)
    {
        if (entered.Attachment >= 0)
        {
            seen.Add(new TransitGatewayEvent(entered.Attachment, entered.Subnet, FlowDirection.Ingress, -1, -1, LossOf(code), entered.Packet));
        }
    }

    private static TransitGatewayLoss LossOf(DropCode? code) => code switch
    {
        DropCode.TgwRtbNoRouteToTgwAttachment or DropCode.TgwAttachMissingTgwRtbAssociation => TransitGatewayLoss.NoRoute,
        DropCode.BadStateRoute => TransitGatewayLoss.Blackhole,
        DropCode.ForwardingLoop => TransitGatewayLoss.TimeToLive,
        _ => TransitGatewayLoss.None,
    };

    private int Known(int node) => node < 0 || nodes is null ? node : nodes[node];
}
