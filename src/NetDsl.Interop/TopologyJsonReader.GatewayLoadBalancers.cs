using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Gateway Load Balancers.</content>
internal static partial class TopologyJsonReader
{
    private static GatewayLoadBalancer GatewayLoadBalancer(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "nodes", "crossZone", "stickiness", "targets");
        return new GatewayLoadBalancer(
            Id(place, ElementKind.GatewayLoadBalancer),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            All(place, "nodes", node => IdText.Read(node, ElementKind.NetworkInterface)),
            place.Member("crossZone").Flag(),
            EnumText.Read<FlowStickiness>(place.Member("stickiness")),
            All(place, "targets", target =>
            {
                target.WithMembers("origin?", "interface", "healthy");
                return new ApplianceTarget(
                    Reference(target, "interface", ElementKind.NetworkInterface), target.Member("healthy").Flag(), Origin(target));
            }));
    }
}
