using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Accelerators, and clients of the internet.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteInternetClient(InternetClient client)
    {
        Text("address", client.Address);
        Reference("near", client.Near);
    }

    private void WriteAccelerator(Accelerator accelerator)
    {
        Reference("account", accelerator.Account);
        Texts("addresses", accelerator.Addresses.Select(address => address.ToString()));
        if (accelerator.IsDualstack)
        {
            Texts("ipv6Addresses", accelerator.Ipv6Addresses.Select(address => address.ToString()));
        }

        json.WriteBoolean("enabled", accelerator.IsEnabled);
        Objects("listeners", accelerator.Listeners, listener =>
        {
            Place(listener.Origin);
            Texts("ports", listener.Ports.Select(ports => new TrafficSelector(listener.Protocol, ports).ToString()));
            json.WriteString("affinity", EnumText.Write(listener.Affinity));
            Objects("groups", listener.Groups, WriteEndpointGroup);
        });
        if (accelerator.CustomRouting is { } routing)
        {
            json.WritePropertyName("customRouting");
            json.WriteStartObject();
            Objects("listeners", routing.Listeners, WriteCustomRoutingListener);
            json.WriteEndObject();
        }
    }

    private void WriteEndpointGroup(AcceleratorEndpointGroup group)
    {
        Place(group.Origin);
        Reference("region", group.Region);
        json.WriteNumber("trafficDial", group.TrafficDial);
        OptionalObjects("portOverrides", group.PortOverrides, each =>
        {
            Place(each.Origin);
            json.WriteNumber("listenerPort", each.ListenerPort);
            json.WriteNumber("endpointPort", each.EndpointPort);
        });
        Objects("endpoints", group.Endpoints, endpoint =>
        {
            Place(endpoint.Origin);
            json.WriteString("target", IdText.WriteWithKind(endpoint.Target));
            json.WriteNumber("weight", endpoint.Weight);
            json.WriteBoolean("preservesClientAddress", endpoint.PreservesClientAddress);
            json.WriteBoolean("healthy", endpoint.IsHealthy);
        });
    }
}
