using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>Which attachment of a transit gateway is for a VPC, or for something else?</summary>
internal sealed record AttachmentQuestion(ElementId Gateway, ElementId Resource) : Question
{
    public override object? Answer(AskedNetwork network) =>
        network.Index.Find(Gateway) is TransitGateway gateway ? network.Index.AttachmentOf(gateway, Resource) : Gone;
}

/// <summary>Which subnet has an attachment in a zone?</summary>
internal sealed record SubnetInZoneQuestion(ElementId Attachment, string ZoneId) : Question
{
    public override object? Answer(AskedNetwork network) =>
        network.Index.Find(Attachment) is TransitGatewayAttachment attachment ? network.Index.SubnetIn(attachment, ZoneId) : Gone;
}

/// <summary>Whether some attachment of a transit gateway is in appliance mode.</summary>
internal sealed record ApplianceModeQuestion(ElementId Gateway) : Question
{
    public override object? Answer(AskedNetwork network) =>
        network.Index.Find(Gateway) is TransitGateway gateway ? network.Index.HasApplianceMode(gateway) : Gone;
}

/// <summary>Whether anything is propagated into a table of a transit gateway.</summary>
internal sealed record PropagationsQuestion(ElementId Table) : Question
{
    public override object? Answer(AskedNetwork network) =>
        network.Index.Find(Table) is TransitGatewayRouteTable table ? table.Propagations.Count > 0 : Gone;
}

/// <summary>In which zone is an address, among the VPCs that are attached to a transit gateway?</summary>
internal sealed record AttachedZoneQuestion(ElementId Gateway, IpAddress Address) : Question
{
    public override object? Answer(AskedNetwork network) =>
        network.Index.Find(Gateway) is TransitGateway gateway ? network.Index.AttachedZoneOf(gateway, Address) : Gone;
}
