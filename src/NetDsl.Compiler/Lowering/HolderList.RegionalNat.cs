using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>
/// Regional NAT gateways: in each zone an entry for the first address, and one for each further address. They are in no subnet, and have no private
/// address: the public one stands in its place, in a network of the gateway's own, so that it cannot be taken for an address of the VPC.
/// </content>
internal sealed partial class HolderList
{
    /// <summary>The index of a regional NAT gateway where it is in a zone.</summary>
    public int Of(RegionalNatGateway gateway, RegionalNatZone zone) => indexes[index.PlaceOf(gateway, zone).Id];

    private void Add(RegionalNatGateway gateway)
    {
        var node = nodes.Of(gateway);
        foreach (var zone in gateway.Zones)
        {
            var place = index.PlaceOf(gateway, zone);
            var first = holders.Count;
            indexes.Add(place.Id, first);
            foreach (var address in zone.Addresses)
            {
                if (index.GatewayOf(gateway.Vpc) is not null && !unadvertised.Contains(address))
                {
                    live[address] = (holders.Count, place);
                }

                holders.Add(new AddressHolder(node, node, node, Sources.IndexOf(place.Id), address, address, -1, -1)
                {
                    Primary = holders.Count == first ? -1 : first,
                });
            }
        }
    }
}
