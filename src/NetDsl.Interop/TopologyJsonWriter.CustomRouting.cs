using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Custom routing accelerators.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteCustomRoutingListener(CustomRoutingListener listener)
    {
        Place(listener.Origin);
        Objects("ports", listener.Ports, WritePorts);
        Objects("groups", listener.Groups, group =>
        {
            Place(group.Origin);
            Reference("region", group.Region);
            Objects("destinations", group.Destinations, destination =>
            {
                Place(destination.Origin);
                WritePorts(destination.Ports);
                json.WriteString("protocols", EnumText.Write(destination.Protocols));
            });
            Objects("subnets", group.Subnets, WriteCustomRoutingSubnet);
        });
    }

    private void WriteCustomRoutingSubnet(CustomRoutingSubnet subnet)
    {
        Place(subnet.Origin);
        Reference("subnet", subnet.Subnet);
        json.WriteBoolean("allowsAllTraffic", subnet.AllowsAllTraffic);
        OptionalObjects("allowed", subnet.Allowed, allowed =>
        {
            Place(allowed.Origin);
            Text("address", allowed.Address);
            WritePorts(allowed.Ports);
        });
    }

    private void WritePorts(PortRange ports)
    {
        json.WriteNumber("firstPort", ports.First);
        json.WriteNumber("lastPort", ports.Last);
    }
}
