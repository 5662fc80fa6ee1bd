namespace NetDsl.Model;

/// <summary>An account of the vendor's, which owns VPCs and accepts peerings.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Number">Twelve digits.</param>
public sealed record Account(ElementId Id, Origin Origin, string Number) : Element(Id, Origin);
