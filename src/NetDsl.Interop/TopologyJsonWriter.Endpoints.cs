using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Services and endpoints.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WritePublicService(PublicService service)
    {
        Reference("region", service.Region);
        Text("prefix", service.Prefix);
    }

    private void WriteVpcEndpoint(VpcEndpoint endpoint)
    {
        Reference("vpc", endpoint.Vpc);
        json.WriteString("kind", EnumText.Write(endpoint.Kind));
        Sourced("service", new Sourced<string>(IdText.WriteWithKind(endpoint.Service.Value), endpoint.Service.Origin));
        References("routeTables", endpoint.RouteTables);
        References("interfaces", endpoint.Interfaces);
        json.WriteBoolean("privateDns", endpoint.PrivateDns);
        json.WriteString("state", EnumText.Write(endpoint.State));
        OptionalFlag("privateDnsOnlyForInboundResolver", endpoint.PrivateDnsOnlyForInboundResolver);
    }

    private void WriteEndpointService(EndpointService service)
    {
        Reference("vpc", service.Vpc);
        References("loadBalancers", service.LoadBalancers);
        json.WriteBoolean("acceptanceRequired", service.AcceptanceRequired);
        Text("privateDnsName", service.PrivateDnsName);
    }
}
