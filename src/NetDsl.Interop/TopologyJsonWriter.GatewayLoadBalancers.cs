using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Gateway Load Balancers.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteGatewayLoadBalancer(GatewayLoadBalancer balancer)
    {
        Reference("vpc", balancer.Vpc);
        References("nodes", balancer.Nodes);
        json.WriteBoolean("crossZone", balancer.CrossZone);
        json.WriteString("stickiness", EnumText.Write(balancer.Stickiness));
        Objects("targets", balancer.Targets, target =>
        {
            Place(target.Origin);
            Reference("interface", target.Interface);
            json.WriteBoolean("healthy", target.IsHealthy);
        });
    }
}
