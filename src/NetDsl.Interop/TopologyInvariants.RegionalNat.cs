using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Regional NAT gateways.</content>
internal sealed partial class TopologyInvariants
{
    private void RequireRegionalNat(string path, RegionalNatGateway gateway)
    {
        Find($"{path}.vpc", gateway.Vpc);
        Find($"{path}.routeTable", gateway.RouteTable, gateway.Vpc.Path);
        Distinct($"{path}.zones", gateway.Zones.Select(zone => zone.Zone), "it is once in a zone");
        Each($"{path}.zones", gateway.Zones, (inner, zone) =>
        {
            RequireSome($"{inner}.addresses", zone.Addresses.Count, "it has at least one address in a zone");
            Each($"{inner}.addresses", zone.Addresses, (each, address) =>
                Hold(each, publicAddresses.Add(address), $"{address} is taken already; a public address exists once"));
        });
    }
}
