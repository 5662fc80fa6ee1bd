using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Peers of Connect attachments; a network without any says nothing of them.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteConnectPeers(EquatableArray<ConnectPeer> peers)
    {
        if (peers.Count == 0)
        {
            return;
        }

        Elements("connectPeers", peers, peer =>
        {
            Reference("attachment", peer.Attachment);
            Reference("site", peer.Site);
            Sourced("appliance", new Sourced<string>(IdText.WriteWithKind(peer.Appliance.Value), peer.Appliance.Origin));
            Text("gatewayAddress", peer.GatewayAddress);
            Sourced("insideCidr", peer.InsideCidr);
            json.WriteNumber("asn", peer.Asn);
            WritePolicy(peer.Policy);
            json.WriteBoolean("isUp", peer.IsUp);
        });
    }
}
