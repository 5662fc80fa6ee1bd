using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Sites, VPN and Direct Connect; a network without any says nothing of them.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteHybrid(HybridConnectivity hybrid)
    {
        if (hybrid.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("hybrid");
        Elements("sites", hybrid.Sites, site =>
        {
            json.WriteNumber("asn", site.Asn);
            Objects("prefixes", site.Prefixes, WriteSourced);
            Reference("resolver", site.Resolver);
        });
        Elements("hosts", hybrid.Hosts, host =>
        {
            Reference("site", host.Site);
            Text("address", host.Address);
        });
        Elements("customerGateways", hybrid.CustomerGateways, gateway =>
        {
            Reference("site", gateway.Site);
            Text("address", gateway.Address);
            json.WriteNumber("asn", gateway.Asn);
            json.WriteBoolean("isUp", gateway.IsUp);
        });
        Elements("vpnGateways", hybrid.VpnGateways, gateway =>
        {
            Reference("region", gateway.Region);
            json.WriteNumber("asn", gateway.Asn);
            Reference("vpc", gateway.Vpc);
            Reference("routeTable", gateway.RouteTable);
        });
        Elements("vpnConnections", hybrid.VpnConnections, WriteVpnConnection);
        if (hybrid.VpnConcentrators.Count > 0)
        {
            Elements("vpnConcentrators", hybrid.VpnConcentrators, concentrator => Reference("gateway", concentrator.Gateway));
        }

        Elements("connections", hybrid.Connections, connection =>
        {
            Reference("site", connection.Site);
            json.WriteString("location", connection.Location);
            Reference("region", connection.Region);
            json.WriteNumber("speedMbps", connection.SpeedMbps);
            json.WriteBoolean("isHosted", connection.IsHosted);
            json.WriteBoolean("isUp", connection.IsUp);
        });
        Elements("lags", hybrid.Lags, lag =>
        {
            References("connections", lag.Connections);
            json.WriteNumber("minimumLinks", lag.MinimumLinks);
        });
        Elements("virtualInterfaces", hybrid.VirtualInterfaces, WriteVirtualInterface);
        Elements("directConnectGateways", hybrid.DirectConnectGateways, gateway =>
        {
            json.WriteNumber("asn", gateway.Asn);
            Objects("associations", gateway.Associations, association =>
            {
                Place(association.Origin);
                json.WriteString("gateway", IdText.WriteWithKind(association.Gateway));
                Objects("allowedPrefixes", association.AllowedPrefixes, WriteSourced);
            });
        });
        WriteConnectPeers(hybrid.ConnectPeers);
        json.WriteEndObject();
    }

    private void WriteVpnConnection(VpnConnection connection)
    {
        Sourced("customerGateway", connection.CustomerGateway);
        json.WriteString("target", IdText.WriteWithKind(connection.Target));
        json.WriteString("routing", EnumText.Write(connection.Routing));
        Objects("staticRoutes", connection.StaticRoutes, WriteSourced);
        Objects("deviceRoutes", connection.DeviceRoutes, WriteSourced);
        WritePolicy(connection.Policy);
        Objects("tunnels", connection.Tunnels, tunnel =>
        {
            json.WriteNumber("number", tunnel.Number);
            if (tunnel.InsideCidr is { } inside)
            {
                Sourced("insideCidr", inside);
            }

            if (tunnel.OutsideAddress is { } outside)
            {
                Text("outsideAddress", outside);
            }

            json.WriteBoolean("isUp", tunnel.IsUp);
        });
        if (connection.CarriesIpv6)
        {
            json.WriteBoolean("carriesIpv6", true);
        }

        Reference("concentrator", connection.Concentrator);
        if (connection.Transport is { } transport)
        {
            Sourced("transport", transport);
        }
    }

    private void WriteVirtualInterface(VirtualInterface each)
    {
        json.WriteString("port", IdText.WriteWithKind(each.Port));
        json.WriteString("kind", EnumText.Write(each.Kind));
        json.WriteNumber("vlan", each.Vlan);
        Sourced("gateway", new Sourced<string>(IdText.WriteWithKind(each.Gateway.Value), each.Gateway.Origin));
        json.WriteNumber("asn", each.Asn);
        if (each.ProviderAsn is { } provider)
        {
            json.WriteNumber("providerAsn", provider);
        }

        json.WriteNumber("mtu", each.Mtu);
        WritePolicy(each.Policy);
        json.WriteBoolean("isUp", each.IsUp);
        if (each.Kind == VirtualInterfaceKind.Public)
        {
            Objects("registeredPrefixes", each.RegisteredPrefixes, WriteSourced);
            json.WriteString("scope", EnumText.Write(each.Scope));
        }
    }

    private void WritePolicy(RoutingPolicy policy)
    {
        if (policy == RoutingPolicy.Default)
        {
            return;
        }

        json.WriteStartObject("policy");
        Objects("advertised", policy.Advertised, WriteSourced);
        json.WriteNumber("prepends", policy.Prepends);
        if (policy.Med is { } med)
        {
            json.WriteNumber("med", med);
        }

        json.WriteNumber("localPreference", policy.LocalPreference);
        json.WriteString("community", EnumText.Write(policy.Community));
        json.WriteEndObject();
    }
}
