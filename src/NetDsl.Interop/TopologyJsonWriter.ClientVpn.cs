using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Client VPN endpoints.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteClientVpnEndpoint(ClientVpnEndpoint endpoint)
    {
        Reference("vpc", endpoint.Vpc);
        Sourced("clientPrefix", endpoint.ClientPrefix);
        Texts("authentication", Enum.GetValues<ClientVpnAuthentication>().Where(kind => endpoint.Authentication.HasFlag(kind)).Select(EnumText.Write));
        json.WriteBoolean("splitTunnel", endpoint.SplitTunnel);
        References("securityGroups", endpoint.SecurityGroups);
        Elements("associations", endpoint.Associations, association =>
        {
            Reference("subnet", association.Subnet);
            Text("privateAddress", association.PrivateAddress);
            Text("publicAddress", association.PublicAddress);
            Objects("routes", association.Routes, route =>
            {
                Place(route.Origin);
                Sourced("destination", route.Destination);
                json.WriteBoolean("local", route.IsLocal);
            });
        });
        Objects("rules", endpoint.Rules, rule =>
        {
            Place(rule.Origin);
            Sourced("destination", rule.Destination);
            Text("group", rule.Group);
        });
        Elements("clients", endpoint.Clients, client =>
        {
            Text("address", client.Address);
            Texts("groups", client.Groups);
            Reference("association", client.Association);
        });
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
