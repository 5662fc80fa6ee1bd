using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>Which attachment of a transit gateway is for a VPC, or for something else?</summary>
internal sealed record AttachmentQuestion(ElementId Id, ElementId Resource) : QuestionOf<TransitGateway>(Id)
{
    protected override object? Answer(AskedNetwork network, TransitGateway gateway) => network.Index.AttachmentOf(gateway, Resource);
}

/// <summary>Which subnet has an attachment in a zone?</summary>
internal sealed record SubnetInZoneQuestion(ElementId Id, string ZoneId) : QuestionOf<TransitGatewayAttachment>(Id)
{
    protected override object? Answer(AskedNetwork network, TransitGatewayAttachment attachment) => network.Index.SubnetIn(attachment, ZoneId);
}

/// <summary>Whether some attachment of a transit gateway is in appliance mode.</summary>
internal sealed record ApplianceModeQuestion(ElementId Id) : QuestionOf<TransitGateway>(Id)
{
    protected override object? Answer(AskedNetwork network, TransitGateway gateway) => network.Index.HasApplianceMode(gateway);
}

/// <summary>Whether anything is propagated into a table of a transit gateway.</summary>
internal sealed record PropagationsQuestion(ElementId Id) : QuestionOf<TransitGatewayRouteTable>(Id)
{
    protected override object? Answer(AskedNetwork network, TransitGatewayRouteTable table) => table.Propagations.Count > 0;
}

/// <summary>In which zone is an address, among the VPCs that are attached to a transit gateway?</summary>
internal sealed record AttachedZoneQuestion(ElementId Id, IpAddress Address) : QuestionOf<TransitGateway>(Id)
{
    protected override object? Answer(AskedNetwork network, TransitGateway gateway) => network.Index.AttachedZoneOf(gateway, Address);
}
