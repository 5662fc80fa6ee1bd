using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Regional NAT gateways.</content>
public sealed partial class VpcBuilder
{
    private readonly List<RegionalNatGatewayBuilder> regionalNatGateways = [];

    internal IReadOnlyList<RegionalNatGatewayBuilder> RegionalNatGateways => regionalNatGateways;

    /// <summary>
    /// Declares a NAT gateway that serves every zone in which this VPC has interfaces, and from there; it is public, and stands in no subnet.
    /// Source: "Regional NAT gateways", Amazon VPC User Guide.
    /// </summary>
    /// <param name="name">Unique in the VPC; its route table is named after it, with <c>-routes</c>.</param>
    public RegionalNatGatewayBuilder RegionalNatGateway(
        string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(name));
        Network.Semantics.Need(
            profile => profile.RegionalNatGateways, nameof(SemanticsProfile.RegionalNatGateways), $"regional NAT gateway {Quotation.Of(name)}", origin);
        var declaration = Network.Names.Declare(ElementKind.RegionalNatGateway, Id.Path, name, origin, IsLeftOut);
        var table = declaration.IsLeftOut
            ? new Declaration(new ElementId(ElementKind.RouteTable, declaration.Id.Path + "-routes"), origin, IsLeftOut: true)
            : Network.Names.Declare(ElementKind.RouteTable, Id.Path, name + "-routes", origin, parentLeftOut: false);
        var gateway = new RegionalNatGatewayBuilder(this, declaration with { IsLeftOut = table.IsLeftOut }, new RouteTableBuilder(this, table) { LeadsOut = true });
        regionalNatGateways.Add(gateway);
        routeTables.Add(gateway.RouteTable);
        return gateway;
    }
}
