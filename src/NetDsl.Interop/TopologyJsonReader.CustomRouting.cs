using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Custom routing accelerators.</content>
internal static partial class TopologyJsonReader
{
    private static CustomRouting CustomRouting(JsonPlace place)
    {
        place.WithMembers("listeners");
        return new CustomRouting(All(place, "listeners", CustomRoutingListener));
    }

    private static CustomRoutingListener CustomRoutingListener(JsonPlace place)
    {
        place.WithMembers("origin?", "ports", "groups");
        return new CustomRoutingListener(
            All(place, "ports", ports =>
            {
                ports.WithMembers("firstPort", "lastPort");
                return Ports(ports);
            }),
            All(place, "groups", group =>
            {
                group.WithMembers("origin?", "region", "destinations", "subnets");
                return new CustomRoutingEndpointGroup(
                    Reference(group, "region", ElementKind.Region),
                    All(group, "destinations", destination =>
                    {
                        destination.WithMembers("origin?", "firstPort", "lastPort", "protocols");
                        return new CustomRoutingDestination(
                            Ports(destination), EnumText.Read<CustomRoutingProtocols>(destination.Member("protocols")), Origin(destination));
                    }),
                    All(group, "subnets", CustomRoutingSubnet),
                    Origin(group));
            }),
            Origin(place));
    }

    private static CustomRoutingSubnet CustomRoutingSubnet(JsonPlace place)
    {
        place.WithMembers("origin?", "subnet", "allowsAllTraffic", "allowed?");
        return new CustomRoutingSubnet(
            Reference(place, "subnet", ElementKind.Subnet),
            place.Member("allowsAllTraffic").Flag(),
            OptionalAll(place, "allowed", allowed =>
            {
                allowed.WithMembers("origin?", "address", "firstPort", "lastPort");
                return new CustomRoutingAllowance(AddressText.ReadAddress(allowed.Member("address")), Ports(allowed), Origin(allowed));
            }),
            Origin(place));
    }

    private static PortRange Ports(JsonPlace place)
    {
        var first = place.Member("firstPort").Number(0, ushort.MaxValue);
        return new PortRange((ushort)first, (ushort)place.Member("lastPort").Number(first, ushort.MaxValue));
    }
}
