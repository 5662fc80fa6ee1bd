namespace NetDsl.Model;

/// <summary>An account of the vendor's, which owns VPCs and accepts peerings.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Number">Twelve digits.</param>
public sealed record Account(ElementId Id, Origin Origin, string Number) : Element(Id, Origin)
{
    /// <summary>The number of the owner of what names no other: the one that the vendor's guides use.</summary>
    public const string UsualNumber = "123456789012";

    /// <summary>Which zones its names mean, as far as that was said; see <see cref="AvailabilityZones"/> for the others.</summary>
    public EquatableArray<ZoneMapping> Zones { get; init; }

    /// <summary>The identifier of the zone that a name of this account means.</summary>
    /// <param name="zone">For example <c>us-east-1a</c>.</param>
    public string ZoneIdOf(string zone) => AvailabilityZones.IdOf(zone, Zones);
}
