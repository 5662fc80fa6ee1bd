using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Load balancers, target groups and Auto Scaling groups.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteLoadBalancer(LoadBalancer balancer)
    {
        Reference("vpc", balancer.Vpc);
        json.WriteString("scheme", EnumText.Write(balancer.Scheme));
        AddressType("ipAddressType", balancer.IpAddressType);
        json.WriteBoolean("crossZone", balancer.CrossZone);
        References("nodes", balancer.Nodes);
        Objects("listeners", balancer.Listeners, listener =>
        {
            Place(listener.Origin);
            json.WriteString("protocol", EnumText.Write(listener.Protocol));
            json.WriteNumber("port", listener.Port);
            Reference("targetGroup", listener.TargetGroup);
        });
    }

    private void WriteTargetGroup(TargetGroup group)
    {
        Reference("vpc", group.Vpc);
        json.WriteString("protocol", EnumText.Write(group.Protocol));
        json.WriteNumber("port", group.Port);
        json.WriteString("kind", EnumText.Write(group.Kind));
        AddressType("ipAddressType", group.IpAddressType);
        json.WriteBoolean("preservesClientAddress", group.PreservesClientAddress);
        if (group.CrossZone is { } crossZone)
        {
            json.WriteBoolean("crossZone", crossZone);
        }

        json.WriteBoolean("sticksToSource", group.SticksToSource);
        Objects("targets", group.Targets, target =>
        {
            Place(target.Origin);
            Reference("interface", target.Interface);
            Text("address", target.Address);
            json.WriteNumber("port", target.Port);
            json.WriteBoolean("healthy", target.IsHealthy);
        });
    }

    /// <summary>Left out where it is the vendor's default.</summary>
    private void AddressType(string name, IpAddressType type)
    {
        if (type != IpAddressType.Ipv4)
        {
            json.WriteString(name, EnumText.Write(type));
        }
    }

    private void WriteAutoScalingGroup(AutoScalingGroup group)
    {
        Reference("vpc", group.Vpc);
        json.WriteNumber("minimum", group.Minimum);
        json.WriteNumber("desired", group.Desired);
        json.WriteNumber("maximum", group.Maximum);
        References("instances", group.Instances);
    }
}
