using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Regional NAT gateways.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteRegionalNatGateway(RegionalNatGateway gateway)
    {
        Reference("vpc", gateway.Vpc);
        json.WriteString("mode", EnumText.Write(gateway.Mode));
        Reference("routeTable", gateway.RouteTable);
        Objects("zones", gateway.Zones, zone =>
        {
            json.WriteString("zone", zone.Zone);
            Texts("addresses", zone.Addresses.Select(address => address.ToString()));
        });
    }
}
