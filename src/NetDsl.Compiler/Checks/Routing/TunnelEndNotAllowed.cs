using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// A tunnel over Direct Connect that ends at an address of the transit gateway of which the site is not told, so that it never works. Source: "Private IP AWS
/// Site-to-Site VPN with AWS Direct Connect", AWS Site-to-Site VPN User Guide, and "Transit gateway Connect attachments", Amazon VPC Transit Gateways guide.
/// </summary>
public static class TunnelEndNotAllowed
{
    /// <summary>ND2040.</summary>
    public static Rule Rule { get; } = new(
        "ND2040", "Tunnel over Direct Connect ends at an address that is not allowed", RuleCategory.Routing, Severity.Error);

    internal static Check Check { get; } = new(Rule, Find) { NeedsWholeTopology = true };

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from gateway in network.Topology.TransitGateways
        from end in Ends(network, gateway)
        let direct = network.Find<DirectConnectGateway>(end.Transport.Resource)
        let association = direct?.Associations.FirstOrDefault(each => each.Gateway == gateway.Id)
        where association is not null
        let missed = end.Addresses.Where(address => !association.AllowedPrefixes.Any(prefix => prefix.Value.Contains(address))).ToList()
        where missed.Count > 0
        let block = gateway.CidrBlocks.First(each => each.Value.Contains(missed[0]))
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(end.Tunnel.Id))} ends at {string.Join(" and ", missed)} of {network.Text(gateway.Id)}, which no allowed prefix of {network.Text(direct!.Id)} has, so that its site sends nothing there; call Allow(\"{block}\") on {network.Text(end.Transport.Id)}.",
            end.Origin)
        {
            Related = [new RelatedOrigin(end.Transport.Origin, network.Text(end.Transport.Id))],
        };

    /// <summary>What ends at addresses of the gateway, and comes by Direct Connect.</summary>
    private static IEnumerable<(Element Tunnel, TransitGatewayAttachment Transport, IEnumerable<Ipv4Address> Addresses, Origin Origin)> Ends(
        NetworkIndex network, TransitGateway gateway)
    {
        foreach (var connection in network.Topology.Hybrid.VpnConnections.Where(each => each.Target == gateway.Id && each.Transport is not null))
        {
            var transport = connection.Transport!.Value;
            yield return (
                connection, network.Find<TransitGatewayAttachment>(transport.Value)!, connection.Tunnels.Select(tunnel => tunnel.OutsideAddress!.Value), transport.Origin);
        }

        foreach (var peer in network.Topology.Hybrid.ConnectPeers.Where(each => each.Gateway == gateway.Id && each.Appliance.Value.Kind == ElementKind.CustomerGateway))
        {
            var connect = network.Find<TransitGatewayAttachment>(peer.Attachment)!;
            yield return (peer, network.Find<TransitGatewayAttachment>(connect.Resource)!, [peer.GatewayAddress], peer.Appliance.Origin);
        }
    }
}
