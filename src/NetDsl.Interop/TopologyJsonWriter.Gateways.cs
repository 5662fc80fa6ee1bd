using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Gateways and public addresses.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteInternetGateway(InternetGateway gateway)
    {
        Reference("vpc", gateway.Vpc);
        Reference("routeTable", gateway.RouteTable);
    }

    private void WriteEgressOnlyInternetGateway(EgressOnlyInternetGateway gateway) => Reference("vpc", gateway.Vpc);

    private void WriteNatGateway(NatGateway gateway)
    {
        Reference("subnet", gateway.Subnet);
        json.WriteString("connectivity", EnumText.Write(gateway.Connectivity));
        Text("privateAddress", gateway.PrivateAddress);
        Text("publicAddress", gateway.PublicAddress);
        OptionalObjects("secondaryAddresses", gateway.SecondaryAddresses, address =>
        {
            Text("privateAddress", address.PrivateAddress);
            Text("publicAddress", address.PublicAddress);
        });
    }

    private void WriteElasticAddress(ElasticAddress address)
    {
        Text("address", address.Address);
        Text("holder", address.Holder is { } holder ? IdText.WriteWithKind(holder) : null);
        if (!address.IsAdvertised)
        {
            json.WriteBoolean("advertised", address.IsAdvertised);
        }

        Text("networkBorderGroup", address.NetworkBorderGroup);
    }
}
