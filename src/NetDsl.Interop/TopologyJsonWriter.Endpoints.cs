using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Services and endpoints.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WritePublicService(PublicService service)
    {
        Reference("region", service.Region);
        Text("prefix", service.Prefix);
        AddressType("supportedIpAddressTypes", service.SupportedIpAddressTypes);
        Text("ipv6Prefix", service.Ipv6Prefix);
        if (service.ResourcePolicies.Count > 0)
        {
            Objects("resourcePolicies", service.ResourcePolicies, policy =>
            {
                json.WriteString("resource", policy.Resource);
                Place(policy.Origin);
                Objects("onlyFrom", policy.OnlyFrom, source => WriteSourced(new Sourced<string>(IdText.WriteWithKind(source.Value), source.Origin)));
            });
        }
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
        AddressType("ipAddressType", endpoint.IpAddressType);
        if (endpoint.DnsRecordIpType != (endpoint.Kind == VpcEndpointKind.Gateway ? DnsRecordIpType.ServiceDefined : DnsRecordIpType.Ipv4))
        {
            json.WriteString("dnsRecordIpType", EnumText.Write(endpoint.DnsRecordIpType));
        }

        if (endpoint.Policy is { } policy)
        {
            WriteEndpointPolicy(policy);
        }
    }

    private void WriteEndpointPolicy(EndpointPolicy policy)
    {
        json.WriteStartObject("policy");
        Place(policy.Origin);
        Objects("statements", policy.Statements, statement =>
        {
            json.WriteString("name", statement.Name);
            Place(statement.Origin);
            json.WriteString("effect", EnumText.Write(statement.Effect));
            Texts("accounts", statement.Accounts);
            Texts("actions", statement.Actions);
            Texts("resources", statement.Resources);
        });
        json.WriteEndObject();
    }

    private void WriteEndpointService(EndpointService service)
    {
        Reference("vpc", service.Vpc);
        References("loadBalancers", service.LoadBalancers);
        if (service.GatewayLoadBalancers.Count > 0)
        {
            References("gatewayLoadBalancers", service.GatewayLoadBalancers);
        }

        json.WriteBoolean("acceptanceRequired", service.AcceptanceRequired);
        Text("privateDnsName", service.PrivateDnsName);
        AddressType("supportedIpAddressTypes", service.SupportedIpAddressTypes);
    }
}
