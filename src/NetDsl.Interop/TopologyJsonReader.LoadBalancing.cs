using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Load balancers, target groups and Auto Scaling groups.</content>
internal static partial class TopologyJsonReader
{
    private static LoadBalancer LoadBalancer(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "scheme", "ipAddressType?", "crossZone", "nodes", "listeners");
        return new LoadBalancer(
            Id(place, ElementKind.LoadBalancer),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            EnumText.Read<LoadBalancerScheme>(place.Member("scheme")),
            place.Member("crossZone").Flag(),
            All(place, "nodes", node => IdText.Read(node, ElementKind.NetworkInterface)),
            All(place, "listeners", listener =>
            {
                listener.WithMembers("origin?", "protocol", "port", "targetGroup");
                return new LoadBalancerListener(
                    EnumText.Read<ListenerProtocol>(listener.Member("protocol")),
                    (ushort)listener.Member("port").Number(1, ushort.MaxValue),
                    Reference(listener, "targetGroup", ElementKind.TargetGroup),
                    Origin(listener));
            }))
        {
            IpAddressType = AddressType(place, "ipAddressType"),
        };
    }

    private static TargetGroup TargetGroup(JsonPlace place)
    {
        place.WithMembers(
            "id", "origin?", "vpc", "protocol", "port", "kind", "ipAddressType?", "preservesClientAddress", "crossZone?", "sticksToSource", "targets");
        return new TargetGroup(
            Id(place, ElementKind.TargetGroup),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            EnumText.Read<ListenerProtocol>(place.Member("protocol")),
            (ushort)place.Member("port").Number(1, ushort.MaxValue),
            EnumText.Read<TargetKind>(place.Member("kind")),
            place.Member("preservesClientAddress").Flag(),
            place.Optional("crossZone")?.Flag(),
            place.Member("sticksToSource").Flag(),
            All(place, "targets", Target))
        {
            IpAddressType = AddressType(place, "ipAddressType"),
        };
    }

    private static IpAddressType AddressType(JsonPlace place, string member) =>
        place.Optional(member) is { } type ? EnumText.Read<IpAddressType>(type) : IpAddressType.Ipv4;

    private static Target Target(JsonPlace place)
    {
        place.WithMembers("origin?", "interface?", "address?", "port", "healthy");
        var target = new Target(
            OptionalReference(place, "interface", ElementKind.NetworkInterface),
            place.Optional("address") is { } address ? AddressText.ReadAnyAddress(address) : null,
            (ushort)place.Member("port").Number(1, ushort.MaxValue),
            place.Member("healthy").Flag(),
            Origin(place));
        return target.Interface is null == target.Address is not null
            ? target
            : throw place.Fault("a target has an interface or an address, one of both");
    }

    private static AutoScalingGroup AutoScalingGroup(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "minimum", "desired", "maximum", "instances");
        return new AutoScalingGroup(
            Id(place, ElementKind.AutoScalingGroup),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            place.Member("minimum").Number(0, int.MaxValue),
            place.Member("desired").Number(0, int.MaxValue),
            place.Member("maximum").Number(0, int.MaxValue),
            All(place, "instances", each => IdText.Read(each, ElementKind.Instance)));
    }
}
