using NetDsl;
using static NetDsl.Traffic;

namespace Architectures;

/// <summary>A partner attaches to a transit gateway that is shared with it. Source: "Transit gateway sharing considerations", Amazon VPC Transit Gateways.</summary>
[Topology]
public static partial class TransitGatewayShared
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var partner = network.Account("partner", "222222222222");
        var hub = region.TransitGateway("hub").OwnedBy(network.DefaultAccount).AutoAcceptSharedAttachments().ShareWith(partner);
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var other = region.Vpc("partner", "10.1.0.0/16", partner);
        var here = shop.Subnet("hosts", "10.0.0.0/24", "a");
        var there = other.Subnet("hosts", "10.1.0.0/24", "a");
        hub.Attach("shop", here);
        hub.Attach("partner", there);
        shop.MainRouteTable.Route("10.1.0.0/16", hub);
        other.MainRouteTable.Route("10.0.0.0/16", hub);
        var client = there.Instance("client");
        var server = here.Instance("server", shop.SecurityGroup("server").Ingress(Tcp(443), from: "10.1.0.0/16"));
        network.Expect(client).CanReach(server, Tcp(443)).OnlyThrough(hub);
    }
}
