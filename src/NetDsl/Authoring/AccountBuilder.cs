using NetDsl.Model;

namespace NetDsl;

/// <summary>An account, as the owner of VPCs.</summary>
public sealed partial class AccountBuilder : ElementBuilder
{
    internal AccountBuilder(NetworkBuilder network, Declaration declaration, string number)
        : base(network, declaration) => Number = number;

    /// <summary>Twelve digits.</summary>
    public string Number { get; }

    internal Account Build() => new(Id, Origin, Number) { Zones = zones.ToEquatableArray() };
}
