using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Client VPN endpoints.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteClientVpnEndpoint(ClientVpnEndpoint endpoint)
    {
        Reference("vpc", endpoint.Vpc);
        Reference("transitGateway", endpoint.TransitGateway);
        if (endpoint.ClientPrefix is { } prefix)
        {
            Sourced("clientPrefix", prefix);
        }

        if (endpoint.IpAddressType != IpAddressType.Ipv4)
        {
            json.WriteString("ipAddressType", EnumText.Write(endpoint.IpAddressType));
        }

        Text("clientIpv6Prefix", endpoint.ClientIpv6Prefix);
        Texts("authentication", Enum.GetValues<ClientVpnAuthentication>().Where(kind => endpoint.Authentication.HasFlag(kind)).Select(EnumText.Write));
        json.WriteBoolean("splitTunnel", endpoint.SplitTunnel);
        if ((endpoint.Transport, endpoint.Port) != (Protocol.Udp, 443))
        {
            json.WriteString("transport", endpoint.Transport.ToString());
            json.WriteNumber("port", endpoint.Port);
        }

        References("securityGroups", endpoint.SecurityGroups);
        Elements("associations", endpoint.Associations, association =>
        {
            Reference("subnet", association.Subnet);
            Text("privateAddress", association.PrivateAddress);
            Text("publicAddress", association.PublicAddress);
            Objects("routes", association.Routes, WriteClientVpnRoute);
        });
        if (endpoint.TransitGateway is not null)
        {
            Objects("routes", endpoint.Routes, WriteClientVpnRoute);
        }

        Objects("rules", endpoint.Rules, rule =>
        {
            Place(rule.Origin);
            Sourced("destination", rule.Destination);
            Text("group", rule.Group);
        });
        Elements("clients", endpoint.Clients, client =>
        {
            Text("address", client.Address);
            Text("ipv6Address", client.Ipv6Address);
            Texts("groups", client.Groups);
            Reference("association", client.Association);
        });
    }

    private void WriteClientVpnRoute(ClientVpnRoute route)
    {
        Place(route.Origin);
        Sourced("destination", route.Destination);
        json.WriteBoolean("local", route.IsLocal);
    }

    private void Texts(string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
