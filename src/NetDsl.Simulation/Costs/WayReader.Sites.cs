using NetDsl.Model;

namespace NetDsl.Simulation.Costs;

/// <content>To sites and from them.</content>
internal sealed partial class WayReader
{
    private void Relay(Element element)
    {
        switch (element)
        {
            case VpnConnection connection:
                Cross(
                    connection,
                    connection.Transport is null ? PriceTable.InternetOutGigabyte : PriceTable.DirectConnectOutGigabyte,
                    network.OwnerOf(connection));
                break;
            case VirtualInterface circuit:
                // A Direct Connect gateway charges whoever sends; a virtual private gateway is the VPC owner's.
                Cross(circuit, PriceTable.DirectConnectOutGigabyte, circuit.Gateway.Value.Kind == ElementKind.VpnGateway ? network.OwnerOf(circuit.Gateway.Value) : payer);
                break;
            case ConnectPeer peer when peer.Appliance.Value.Kind == ElementKind.NetworkInterface:
                Cross(peer, PriceTable.InternetOutGigabyte, network.OwnerOf(peer.Appliance.Value));
                break;
            case ConnectPeer peer:
                Cross(peer, PriceTable.DirectConnectOutGigabyte, payer);
                break;
            case VpnGateway gateway:
                Pass(gateway);
                (zone, payer) = (null, network.OwnerOf(gateway));
                region = gateway.Region.Path;
                break;
            case DirectConnectGateway or VpnConcentrator:
                Pass(element);
                zone = null;
                break;
        }
    }

    /// <summary>Out to a site, which is charged, or in from one.</summary>
    private void Cross(Element circuit, PricedItem item, string account)
    {
        Pass(circuit);
        if (isOutside && !isAtEdge)
        {
            Pay(PriceTable.DataInGigabyte, circuit.Id.Path, network.OwnerOf(circuit));
            isOutside = false;
        }
        else
        {
            Pay(item, circuit.Id.Path, account);
            (isOutside, isAtEdge) = (true, false);
        }

        zone = null;
    }
}
