using NetDsl.Model;
using static NetDsl.Interop.Snapshots.Code.CodeText;

namespace NetDsl.Interop.Snapshots.Code;

/// <content>Accelerators.</content>
internal sealed partial class TopologyCode
{
    private void WriteAccelerators()
    {
        foreach (var accelerator in topology.Accelerators)
        {
            Declare(
                accelerator.Id,
                [
                    $"network.Accelerator({Literal(accelerator.Name)})",
                    .. accelerator.Addresses.Select(address => $".StaticAddress({Literal(address.ToString())})"),
                    accelerator.IsDualstack ? ".IpAddressType(IpAddressType.Dualstack)" : "",
                    accelerator.IsEnabled ? "" : ".Disable()",
                ]);
            foreach (var listener in accelerator.Listeners)
            {
                Call(
                    variables[accelerator.Id],
                    [
                        $".Listener({Of(listener, listener.Ports[0])}, ClientAffinity.{listener.Affinity})",
                        .. listener.Ports.Skip(1).Select(ports => $".Ports({Of(listener, ports)})"),
                        .. listener.Groups.SelectMany((group, index) => PartsOf(group, isFirst: index == 0)),
                    ]);
            }
        }

        static string Of(AcceleratorListener listener, PortRange ports) => Traffic(new TrafficSelector(listener.Protocol, ports));
    }

    private IEnumerable<string> PartsOf(AcceleratorEndpointGroup group, bool isFirst) =>
    [
        isFirst ? $".EndpointGroup({variables[group.Region]}, {group.TrafficDial})" : $".Listener.EndpointGroup({variables[group.Region]}, {group.TrafficDial})",
        .. group.PortOverrides.Select(each => $".PortOverride({each.ListenerPort}, {each.EndpointPort})"),
        .. group.Endpoints.Select(EndpointOf),
    ];

    private string EndpointOf(AcceleratorEndpoint endpoint)
    {
        var healthy = endpoint.IsHealthy ? "" : ", healthy: false";
        return endpoint.Target.Kind switch
        {
            ElementKind.LoadBalancer => $".Endpoint({variables[endpoint.Target]}, {endpoint.Weight}, {(endpoint.PreservesClientAddress ? "true" : "false")}, attached: true)",
            ElementKind.Instance => $".Endpoint({variables[endpoint.Target]}, {endpoint.Weight}{healthy}, attached: true)",
            _ => $".Endpoint({variables[endpoint.Target]}, {endpoint.Weight}{healthy})",
        };
    }
}
