using NetDsl.Model;
using static NetDsl.Compiler.Graph.GraphTextWriter;

namespace NetDsl.Compiler.Graph;

/// <summary>Transit gateways and their attachments as lines of a graph's text.</summary>
internal static class TransitGatewayText
{
    public const string Section = "transit-gateways";
    public const string AttachmentSection = "attachments";

    public static IEnumerable<string[]> Lines(EquatableArray<GraphTransitGateway> gateways) =>
        gateways.Select(gateway => new[] { Number(gateway.Node), gateway.Region, gateway.Account });

    public static IEnumerable<string[]> Lines(EquatableArray<GraphTransitGatewayAttachment> attachments) => attachments.Select(attachment => new[]
        {
            Number(attachment.Node), Number(attachment.Gateway), Number(attachment.Vpc), Number(attachment.Transport),
        }
        .Concat(attachment.Subnets.SelectMany(subnet => new[] { Number(subnet.Node), subnet.ZoneId }))
        .ToArray());

    public static GraphTransitGateway Read(GraphTextLines lines) => new(lines.Number(), lines.Word(), lines.Word());

    public static GraphTransitGatewayAttachment ReadAttachment(GraphTextLines lines)
    {
        var attachment = new GraphTransitGatewayAttachment(lines.Number(), lines.Number(), lines.Number(), lines.Number(), []);

        // Not a list of them: a program that starts would load its types.
        var subnets = new GraphSubnet[(lines.WordsLeft + 1) / 2];
        for (var index = 0; index < subnets.Length; index++)
        {
            subnets[index] = new GraphSubnet(lines.Number(), lines.Word());
        }

        return attachment with { Subnets = new EquatableArray<GraphSubnet>(subnets) };
    }
}
