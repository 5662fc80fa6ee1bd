using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Local Zones, and network border groups.</content>
internal sealed partial class TopologyInvariants
{
    private void RequireLocalZones()
    {
        Each("regions", topology.Regions, (path, region) =>
        {
            Distinct($"{path}.localZones", region.LocalZones.Select(zone => zone.Name), "a Local Zone has one parent zone");
            Each($"{path}.localZones", region.LocalZones, (inner, zone) =>
            {
                Hold($"{inner}.name", zone.Region == region.Id.Path, $"'{zone.Name}' is not a Local Zone of {region.Id.Path}");
                Hold($"{inner}.parent", AvailabilityZones.IdsOf(region.Id.Path).Contains(zone.Parent), $"'{JsonPlace.Printable(zone.Parent)}' is not the identifier of a zone of {region.Id.Path}");
            });
        });
        Each("elasticAddresses", topology.ElasticAddresses, (path, address) =>
        {
            var region = topology.Regions.FirstOrDefault(each => each.Id.Path == ParentOf(address.Id));
            Hold(
                $"{path}.networkBorderGroup",
                address.NetworkBorderGroup is not { } group || region?.LocalZones.Any(zone => zone.NetworkBorderGroup == group) == true,
                $"'{JsonPlace.Printable(address.NetworkBorderGroup ?? "")}' is no network border group of a Local Zone of the region");
            var home = topology.NetworkInterfaces.Where(each => each.Id == address.Holder).Select(each => each.Subnet)
                .Concat(topology.NatGateways.Where(gateway => gateway.Id == address.Holder).Select(gateway => gateway.Subnet))
                .Select(id => topology.Subnets.FirstOrDefault(subnet => subnet.Id == id))
                .FirstOrDefault();
            Hold(
                $"{path}.holder",
                home is null || LocalZoneOf(home)?.NetworkBorderGroup == address.NetworkBorderGroup,
                $"'{address.Holder}' is in {home?.Zone}, which is not of the network border group of the address");
        });
        Each("transitGateways", topology.TransitGateways, (path, gateway) => Each(
            $"{path}.attachments",
            gateway.Attachments,
            (inner, attachment) => Each($"{inner}.subnets", attachment.Subnets, (place, subnet) => Hold(
                place,
                topology.Subnets.FirstOrDefault(each => each.Id == subnet.Value) is not { } known || LocalZoneOf(known) is null,
                $"'{subnet.Value}' is in a Local Zone, in which attachments have no subnets"))));
    }

    private LocalZone? LocalZoneOf(Subnet subnet) => topology.Regions
        .FirstOrDefault(region => region.Id.Path == ParentOf(subnet.Vpc))?
        .LocalZones.FirstOrDefault(zone => zone.Name == subnet.Zone.Value);
}
