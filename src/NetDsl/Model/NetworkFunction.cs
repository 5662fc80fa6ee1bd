namespace NetDsl.Model;

/// <summary>
/// A network function, such as a network firewall, that the vendor runs and that is attached to a transit gateway itself: what a route leads into it comes back by the same
/// attachment. What it lets through is not part of the model. Source: "How Amazon VPC Transit Gateways work", network function attachments.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
public sealed record NetworkFunction(ElementId Id, Origin Origin) : Element(Id, Origin);
